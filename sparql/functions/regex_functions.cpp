// SPDX-License-Identifier: Apache-2.0
// REGEX and REPLACE (§17.4.3.14, §17.4.3.15).
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"
#include "sparql/functions/xpath_regex.hpp"

namespace prosper::sparql::functions {
namespace {

using Arguments = std::span<const rdf::Term>;

/// The pattern at `index` and the optional flags at `flags_index`; null on any error.
std::shared_ptr<const XPathRegex> regex_at(Arguments arguments, std::size_t index,
                                           std::size_t flags_index) {
  const auto pattern = simple_string_of(arguments[index]);
  const auto flags = flags_index < arguments.size() ? simple_string_of(arguments[flags_index])
                                                    : std::string_view();
  return pattern && flags ? find_regex(*pattern, *flags) : nullptr;
}

Result regex(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  if (text == nullptr) return std::nullopt;
  const auto expression = regex_at(arguments, 1, 2);
  if (expression == nullptr) return std::nullopt;
  return make_boolean(expression->matches(text->lexical_form));
}

Result replace(Arguments arguments, Context&) {
  const auto* text = string_literal_of(arguments[0]);
  const auto replacement = simple_string_of(arguments[2]);
  if (text == nullptr || !replacement) return std::nullopt;
  const auto expression = regex_at(arguments, 1, 3);
  if (expression == nullptr) return std::nullopt;
  auto result = expression->replace(text->lexical_form, *replacement);
  if (!result) return std::nullopt;
  return make_string_like(*text, *std::move(result));
}

}  // namespace

void register_regex_functions(FunctionTable& table) {
  table["REGEX"] = {regex, 2, 3};
  table["REPLACE"] = {replace, 3, 4};
}

}  // namespace prosper::sparql::functions
