// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unicode/uniset.h>

/// Sets of characters that regular expressions name (XSD 1.1 Part 2 §G.4), in the Unicode version
/// of ICU. Surrogates are never members.
namespace prosper::sparql::functions {

/// \s \S \i \I \c \C \d \D \w \W by their letter; no value for another one.
std::optional<icu::UnicodeSet> multi_character_escape(char32_t letter);

/// \p{name}: a general category ("L", "Lu", …) or "Is" and a block name; no value if unknown.
std::optional<icu::UnicodeSet> property_set(std::string_view name);

icu::UnicodeSet all_characters();
/// All characters that are not in `set`.
icu::UnicodeSet complement(const icu::UnicodeSet& set);
/// `set` and the case variants of its members (flag i).
icu::UnicodeSet with_case_variants(const icu::UnicodeSet& set);

/// As a class of RE2's syntax.
std::string to_re2_class(const icu::UnicodeSet& set);

}  // namespace prosper::sparql::functions
