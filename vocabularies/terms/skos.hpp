// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::skos {

inline constexpr std::string_view ns = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view concept_ = "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr std::string_view concept_scheme = "http://www.w3.org/2004/02/skos/core#ConceptScheme";
inline constexpr std::string_view pref_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view alt_label = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view broader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view in_scheme = "http://www.w3.org/2004/02/skos/core#inScheme";
inline constexpr std::string_view editorial_note = "http://www.w3.org/2004/02/skos/core#editorialNote";
inline constexpr std::string_view exact_match = "http://www.w3.org/2004/02/skos/core#exactMatch";
inline constexpr std::string_view close_match = "http://www.w3.org/2004/02/skos/core#closeMatch";

}  // namespace prosper::vocabularies::skos
