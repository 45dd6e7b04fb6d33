// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

namespace prosper::sparql {

/// A function of BuiltInCall [121] and how many arguments it takes; aggregates and EXISTS have
/// rules of their own.
struct BuiltInFunction {
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

/// Sorted by name.
inline constexpr auto built_in_functions = std::to_array<BuiltInFunction>({
    {"ABS", 1, 1},
    {"BNODE", 0, 1},
    {"BOUND", 1, 1},
    {"CEIL", 1, 1},
    {"COALESCE", 0, any_number},
    {"CONCAT", 0, any_number},
    {"CONTAINS", 2, 2},
    {"DATATYPE", 1, 1},
    {"DAY", 1, 1},
    {"ENCODE_FOR_URI", 1, 1},
    {"FLOOR", 1, 1},
    {"HOURS", 1, 1},
    {"IF", 3, 3},
    {"IRI", 1, 1},
    {"ISBLANK", 1, 1},
    {"ISIRI", 1, 1},
    {"ISLITERAL", 1, 1},
    {"ISNUMERIC", 1, 1},
    {"ISURI", 1, 1},
    {"LANG", 1, 1},
    {"LANGMATCHES", 2, 2},
    {"LCASE", 1, 1},
    {"MD5", 1, 1},
    {"MINUTES", 1, 1},
    {"MONTH", 1, 1},
    {"NOW", 0, 0},
    {"RAND", 0, 0},
    {"REGEX", 2, 3},
    {"REPLACE", 3, 4},
    {"ROUND", 1, 1},
    {"SAMETERM", 2, 2},
    {"SECONDS", 1, 1},
    {"SHA1", 1, 1},
    {"SHA256", 1, 1},
    {"SHA384", 1, 1},
    {"SHA512", 1, 1},
    {"STR", 1, 1},
    {"STRAFTER", 2, 2},
    {"STRBEFORE", 2, 2},
    {"STRDT", 2, 2},
    {"STRENDS", 2, 2},
    {"STRLANG", 2, 2},
    {"STRLEN", 1, 1},
    {"STRSTARTS", 2, 2},
    {"STRUUID", 0, 0},
    {"SUBSTR", 2, 3},
    {"TIMEZONE", 1, 1},
    {"TZ", 1, 1},
    {"UCASE", 1, 1},
    {"URI", 1, 1},
    {"UUID", 0, 0},
    {"YEAR", 1, 1},
});

static_assert(std::is_sorted(built_in_functions.begin(), built_in_functions.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));

/// `name` in upper case; nullptr when there is none.
constexpr const BuiltInFunction* find_built_in_function(std::string_view name) {
  const auto found = std::lower_bound(
      built_in_functions.begin(), built_in_functions.end(), name,
      [](const BuiltInFunction& function, std::string_view key) { return function.name < key; });
  return found != built_in_functions.end() && found->name == name ? &*found : nullptr;
}

}  // namespace prosper::sparql
