// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::rdfs {

inline constexpr std::string_view ns = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view label = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view comment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view see_also = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
inline constexpr std::string_view class_ = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view sub_property_of = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";

}  // namespace prosper::vocabularies::rdfs
