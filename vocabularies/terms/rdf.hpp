// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::rdf {

inline constexpr std::string_view ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
inline constexpr std::string_view first = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
inline constexpr std::string_view rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
inline constexpr std::string_view nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
inline constexpr std::string_view value = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";

}  // namespace prosper::vocabularies::rdf
