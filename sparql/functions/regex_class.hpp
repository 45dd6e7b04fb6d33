// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <unicode/uniset.h>

#include "sparql/functions/regex_reader.hpp"

namespace prosper::sparql::functions {

/// The character an escape like \n or \. stands for, after its backslash; no value for another one.
std::optional<char32_t> single_character_escape(char32_t letter);

/// Reads \d, \p{…} and the like, `reader` standing after the backslash; no value when it is none.
std::optional<icu::UnicodeSet> read_class_escape(RegexReader& reader);

/// Reads a class expression (XSD 1.1 [G.4.2]), `reader` standing after its "[", and computes the
/// set: negation, subtraction and case variants included. No value when it is malformed.
std::optional<icu::UnicodeSet> read_class_expression(RegexReader& reader, bool case_insensitive);

}  // namespace prosper::sparql::functions
