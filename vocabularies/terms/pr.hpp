// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::pr {

inline constexpr std::string_view ns = "https://w3id.org/prosper/ontology#";
inline constexpr std::string_view key_kind = "https://w3id.org/prosper/ontology#keyKind";
inline constexpr std::string_view field = "https://w3id.org/prosper/ontology#field";
inline constexpr std::string_view year_from = "https://w3id.org/prosper/ontology#yearFrom";
inline constexpr std::string_view year_to = "https://w3id.org/prosper/ontology#yearTo";
inline constexpr std::string_view raw_value = "https://w3id.org/prosper/ontology#rawValue";
inline constexpr std::string_view confidence = "https://w3id.org/prosper/ontology#confidence";

}  // namespace prosper::vocabularies::pr
