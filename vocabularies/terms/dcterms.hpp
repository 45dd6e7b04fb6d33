// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::dcterms {

inline constexpr std::string_view ns = "http://purl.org/dc/terms/";
inline constexpr std::string_view title = "http://purl.org/dc/terms/title";
inline constexpr std::string_view source = "http://purl.org/dc/terms/source";
inline constexpr std::string_view created = "http://purl.org/dc/terms/created";
inline constexpr std::string_view modified = "http://purl.org/dc/terms/modified";
inline constexpr std::string_view publisher = "http://purl.org/dc/terms/publisher";
inline constexpr std::string_view license = "http://purl.org/dc/terms/license";
inline constexpr std::string_view is_part_of = "http://purl.org/dc/terms/isPartOf";
inline constexpr std::string_view relation = "http://purl.org/dc/terms/relation";

}  // namespace prosper::vocabularies::dcterms
