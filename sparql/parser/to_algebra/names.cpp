// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/to_algebra/names.hpp"

#include <algorithm>

#include "store/rdf/assert.hpp"
#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/nearest_word.hpp"
#include "vocabularies/terms/prefixes.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql {
namespace {

std::string_view datatype_of_number(std::string_view number) {
  if (number.find_first_of("eE") != std::string_view::npos) return vocabularies::xsd::double_;
  if (number.find('.') != std::string_view::npos) return vocabularies::xsd::decimal;
  return vocabularies::xsd::integer;
}

char unescaped(char letter) {
  switch (letter) {
    case 't':
      return '\t';
    case 'b':
      return '\b';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 'f':
      return '\f';
    default:
      return letter;
  }
}

}  // namespace

void Names::declare(const syntax::Declaration& declaration) {
  rdf::Iri iri = resolve(declaration.iri);
  if (!declaration.prefix.is_given()) {
    base_iri_ = std::move(iri.value);
    return;
  }
  std::string_view name = declaration.prefix.text();
  name.remove_suffix(1);
  prefixes_.insert_or_assign(std::string(name), std::move(iri.value));
}

rdf::Iri Names::iri(const syntax::Token& token) const {
  if (token.text() == "a") return rdf::Iri{std::string(vocabularies::rdf::type)};
  return *token.begin == '<' ? resolve(token) : prefixed(token);
}

rdf::Iri Names::resolve(const syntax::Token& iri_ref) const {
  std::string_view reference = iri_ref.text();
  reference.remove_prefix(1);
  reference.remove_suffix(1);
  if (rdf::is_absolute_iri(reference)) return rdf::Iri{std::string(reference)};
  if (base_iri_.empty()) {
    throw source_.error(iri_ref.begin, "the relative IRI " + std::string(iri_ref.text()) +
                                           " needs a BASE; expected an absolute IRI");
  }
  return rdf::Iri{rdf::resolve_iri(base_iri_, reference)};
}

std::string Names::hint(std::string_view prefix) const {
  using vocabularies::well_known_prefixes;
  const auto declaration = [](std::string_view name) {
    const auto* const known =
        std::find_if(well_known_prefixes.begin(), well_known_prefixes.end(),
                     [&](const vocabularies::Prefix& one) { return one.name == name; });
    if (known == well_known_prefixes.end()) return std::string();
    return "PREFIX " + std::string(name) + ": <" + std::string(known->iri) + ">";
  };
  if (const std::string known = declaration(prefix); !known.empty()) {
    return "add " + known;
  }
  std::vector<std::string_view> names;
  for (const auto& [name, iri] : prefixes_) names.push_back(name);
  if (const auto near = rdf::nearest_word(prefix, names)) {
    return "did you mean '" + std::string(*near) + ":'?";
  }
  names.clear();
  for (const vocabularies::Prefix& known : well_known_prefixes) names.push_back(known.name);
  if (const auto near = rdf::nearest_word(prefix, names)) {
    return "did you mean '" + std::string(*near) + ":'? Then add " + declaration(*near);
  }
  return "expected PREFIX " + std::string(prefix) + ": <…> before";
}

rdf::Iri Names::prefixed(const syntax::Token& token) const {
  const std::string_view text = token.text();
  const std::size_t colon = text.find(':');
  const std::string_view prefix = text.substr(0, colon);
  const auto declared = prefixes_.find(prefix);
  if (declared == prefixes_.end()) {
    throw source_.error(
        token.begin, "the prefix '" + std::string(prefix) + ":' is not declared; " + hint(prefix));
  }
  std::string iri = declared->second;
  for (std::size_t i = colon + 1; i < text.size(); ++i) {
    if (text[i] == '\\') ++i;  // PN_LOCAL_ESC [173]
    iri += text[i];
  }
  return rdf::Iri{std::move(iri)};
}

rdf::Term Names::term(const syntax::Term& term) const {
  switch (term.kind) {
    case syntax::Term::Kind::Iri:
      return iri(term.token);
    case syntax::Term::Kind::Nil:
      return rdf::Iri{std::string(vocabularies::rdf::nil)};
    case syntax::Term::Kind::Number:
      return rdf::make_typed_literal(std::string(term.token.text()),
                                     datatype_of_number(term.token.text()));
    case syntax::Term::Kind::Boolean: {
      const bool value = *term.token.begin == 't' || *term.token.begin == 'T';
      return rdf::make_typed_literal(value ? "true" : "false", vocabularies::xsd::boolean);
    }
    case syntax::Term::Kind::String: {
      std::string text = text_of_string(term.token);
      if (term.datatype.is_given()) {
        return rdf::make_typed_literal(std::move(text), iri(term.datatype).value);
      }
      if (!term.language.is_given()) return rdf::make_string(std::move(text));
      return rdf::make_language_string(std::move(text),
                                       std::string(term.language.text().substr(1)));
    }
    default:
      break;
  }
  PROSPER_ASSERT(false && "variables and blank nodes are no terms of the prologue");
}

std::string Names::text_of_string(const syntax::Token& token) const {
  std::string_view quoted = token.text();
  const bool is_long = quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
  const std::size_t quotes = is_long ? 3 : 1;
  quoted = quoted.substr(quotes, quoted.size() - 2 * quotes);
  std::string text;
  text.reserve(quoted.size());
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    text += quoted[i] == '\\' ? unescaped(quoted[++i]) : quoted[i];
  }
  return text;
}

}  // namespace prosper::sparql
