// SPDX-License-Identifier: Apache-2.0
// Functions that look for one string in another (§17.4.3.5 to §17.4.3.10, §17.4.3.13).
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"
#include "store/rdf/language_tag.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

/// A text and what is looked for in it.
struct Search {
  const rdf::Literal& text;
  const rdf::Literal& part;
};

/// No value unless both are strings and compatible (§17.4.3.1.2).
std::optional<Search> search_of(Arguments arguments) {
  const auto* text = string_literal_of(arguments[0]);
  const auto* part = string_literal_of(arguments[1]);
  if (text == nullptr || part == nullptr || !are_compatible(*text, *part)) return std::nullopt;
  return Search{*text, *part};
}

Result strstarts(Arguments arguments, Context&) {
  const auto search = search_of(arguments);
  if (!search) return std::nullopt;
  return make_boolean(search->text.lexical_form.starts_with(search->part.lexical_form));
}

Result strends(Arguments arguments, Context&) {
  const auto search = search_of(arguments);
  if (!search) return std::nullopt;
  return make_boolean(search->text.lexical_form.ends_with(search->part.lexical_form));
}

Result contains(Arguments arguments, Context&) {
  const auto search = search_of(arguments);
  if (!search) return std::nullopt;
  return make_boolean(search->text.lexical_form.find(search->part.lexical_form) !=
                      std::string::npos);
}

Result strbefore(Arguments arguments, Context&) {
  const auto search = search_of(arguments);
  if (!search) return std::nullopt;
  const std::size_t at = search->text.lexical_form.find(search->part.lexical_form);
  if (at == std::string::npos) return make_simple("");
  return make_string_like(search->text, search->text.lexical_form.substr(0, at));
}

Result strafter(Arguments arguments, Context&) {
  const auto search = search_of(arguments);
  if (!search) return std::nullopt;
  const std::string& part = search->part.lexical_form;
  const std::size_t at = search->text.lexical_form.find(part);
  if (at == std::string::npos) return make_simple("");
  return make_string_like(search->text, search->text.lexical_form.substr(at + part.size()));
}

/// Basic filtering of RFC 4647 §3.3.1.
bool language_matches(std::string_view tag, std::string_view range) {
  if (range == "*") return !tag.empty();
  if (tag.size() < range.size() || range.empty()) return false;
  if (!rdf::are_same_language(tag.substr(0, range.size()), range)) return false;
  return tag.size() == range.size() || tag[range.size()] == '-';
}

Result langmatches(Arguments arguments, Context&) {
  const auto tag = simple_string_of(arguments[0]);
  const auto range = simple_string_of(arguments[1]);
  if (!tag || !range) return std::nullopt;
  return make_boolean(language_matches(*tag, *range));
}

}  // namespace

void register_string_searches(FunctionTable& table) {
  table["STRSTARTS"] = {strstarts, 2, 2};
  table["STRENDS"] = {strends, 2, 2};
  table["CONTAINS"] = {contains, 2, 2};
  table["STRBEFORE"] = {strbefore, 2, 2};
  table["STRAFTER"] = {strafter, 2, 2};
  table["LANGMATCHES"] = {langmatches, 2, 2};
}

}  // namespace prosper::sparql::functions
