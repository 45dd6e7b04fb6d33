// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_modifiers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace prosper::mappings::dates {
namespace {

using ModifierTable = std::map<std::string_view, Modifier, std::less<>>;

constexpr std::size_t longest_modifier = 8;

/// Keyed by joined() tokens.
constexpr std::pair<std::string_view, Modifier> trailing_words[] = {
    {"vers", Modifier::Circa},
    {"environ", Modifier::Circa},
    {"env", Modifier::Circa},
    {"ca", Modifier::Circa},
    {"circa", Modifier::Circa},
    {"avant", Modifier::Before},
    {"apres", Modifier::After},
    {"entre", Modifier::Between},
    {"et", Modifier::And},
    {"ou", Modifier::Or},
    {"?", Modifier::Uncertain},
    {"incertain", Modifier::Uncertain},
    {"incertaine", Modifier::Uncertain},
    {"incertitude", Modifier::Uncertain},
    {"probable", Modifier::Uncertain},
    {"detruit", Modifier::Destroyed},
    {"detruite", Modifier::Destroyed},
    {"contexte", Modifier::Context},
    {"date", Modifier::Note},
    {"datee", Modifier::Note},
    {"signe et date", Modifier::Note},
    {"signe date", Modifier::Note},
    {"en", Modifier::Note},
    {"edite", Modifier::Note},
    {"edite en", Modifier::Note},
    {"editee en", Modifier::Note},
    {"publie en", Modifier::Note},
    {"imprime en", Modifier::Note},
    {"grave en", Modifier::Note},
    {"fondu en", Modifier::Note},
    {"execute en", Modifier::Note},
    {"realise en", Modifier::Note},
    {"cree en", Modifier::Note},
    {"acheve", Modifier::Note},
    {"acheve en", Modifier::Note},
    {"achevee en", Modifier::Note},
    {"achevee", Modifier::Note},
    {"commence en", Modifier::Note},
    {"depot legal", Modifier::Note},
    {"tirage", Modifier::Note},
    {"emission", Modifier::Note},
    {"acquis", Modifier::Acquisition},
    {"acquise", Modifier::Acquisition},
    {"acquis en", Modifier::Acquisition},
    {"acquisition", Modifier::Acquisition},
    {"date d acquisition", Modifier::Acquisition},
    {"date acquisition", Modifier::Acquisition},
    {"achete", Modifier::Acquisition},
    {"entree materielle", Modifier::MaterialEntry},
    {"date d entree", Modifier::MaterialEntry},
    {"date d entree materielle", Modifier::MaterialEntry},
    {"inscrit sur l inventaire", Modifier::Inventory},
    {"inscrit sur inventaire", Modifier::Inventory},
    {"inscrit a l inventaire", Modifier::Inventory},
    {"inscrit", Modifier::Inventory},
    {"inscription a l inventaire", Modifier::Inventory},
    {"date d inscription", Modifier::Inventory},
    {"decision", Modifier::Decision},
    {"decision dation", Modifier::Decision},
    {"decision de dation", Modifier::Decision},
    {"decision d acquisition", Modifier::Decision},
    {"depose", Modifier::Deposit},
    {"deposee", Modifier::Deposit},
    {"depot", Modifier::Deposit},
    {"date de depot", Modifier::Deposit},
    {"mis en depot", Modifier::Deposit},
    {"affecte", Modifier::Assignment},
    {"affectation", Modifier::Assignment},
    {"date d affectation", Modifier::Assignment},
    {"attribue", Modifier::Assignment},
    {"attribution", Modifier::Assignment},
    {"restitue", Modifier::Restitution},
    {"restitution", Modifier::Restitution},
};

const ModifierTable& trailing_modifiers() {
  static const ModifierTable table(std::begin(trailing_words), std::end(trailing_words));
  return table;
}

constexpr std::pair<std::string_view, Modifier> leading_words[] = {
    {"vers", Modifier::Circa},
    {"environ", Modifier::Circa},
    {"env", Modifier::Circa},
    {"ca", Modifier::Circa},
    {"c", Modifier::Circa},
    {"circa", Modifier::Circa},
    {"vers le", Modifier::Circa},
    {"vers la", Modifier::Circa},
    {"avant", Modifier::Before},
    {"avant le", Modifier::Before},
    {"apres", Modifier::After},
    {"apres le", Modifier::After},
    {"depuis", Modifier::From},
    {"a partir de", Modifier::From},
    {"jusqu en", Modifier::Until},
    {"entre", Modifier::Between},
    {"?", Modifier::Uncertain},
    {"probablement", Modifier::Uncertain},
    {"date", Modifier::Note},
    {"datee", Modifier::Note},
    {"date de", Modifier::Note},
    {"en", Modifier::Note},
    {"le", Modifier::Note},
    {"courant", Modifier::Note},
    {"acquis en", Modifier::Acquisition},
    {"depose en", Modifier::Deposit},
};

const ModifierTable& leading_modifiers() {
  static const ModifierTable table(std::begin(leading_words), std::end(leading_words));
  return table;
}

/// A sign that joined() leaves out must not be swallowed at the edge of a modifier, but for the
/// full stop of an abbreviation.
bool is_silent(const Token& token) {
  return token.text == "-" || token.text == "'";
}

/// No modifier begins or ends in a number: most phrases need no look-up.
bool is_number(const Token& token) {
  return token.kind == Token::Kind::Number;
}

}  // namespace

std::optional<std::pair<Modifier, std::size_t>> find_trailing_modifier(Tokens tokens) {
  if (!tokens.empty() && is_number(tokens.back())) return std::nullopt;
  for (std::size_t length = std::min(tokens.size(), longest_modifier); length > 0; --length) {
    const Tokens tail = tokens.last(length);
    if (is_silent(tail.front()) || is_silent(tail.back()) || tail.front().text == ".") continue;
    const auto it = trailing_modifiers().find(joined(tail));
    if (it != trailing_modifiers().end()) return std::pair{it->second, length};
  }
  return std::nullopt;
}

std::optional<std::pair<Modifier, std::size_t>> find_leading_modifier(Tokens tokens) {
  if (!tokens.empty() && is_number(tokens.front())) return std::nullopt;
  for (std::size_t length = std::min(tokens.size(), longest_modifier); length > 0; --length) {
    const Tokens head = tokens.first(length);
    if (is_silent(head.front()) || is_silent(head.back())) continue;
    const auto it = leading_modifiers().find(joined(head));
    if (it != leading_modifiers().end()) return std::pair{it->second, length};
  }
  return std::nullopt;
}

std::optional<DateEvent> event_of(Modifier modifier) {
  switch (modifier) {
    case Modifier::Acquisition:
      return DateEvent::Acquisition;
    case Modifier::MaterialEntry:
      return DateEvent::MaterialEntry;
    case Modifier::Inventory:
      return DateEvent::Inventory;
    case Modifier::Decision:
      return DateEvent::Decision;
    case Modifier::Deposit:
      return DateEvent::Deposit;
    case Modifier::Assignment:
      return DateEvent::Assignment;
    case Modifier::Restitution:
      return DateEvent::Restitution;
    default:
      return std::nullopt;
  }
}

}  // namespace prosper::mappings::dates
