// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::crm {

inline constexpr std::string_view ns = "http://www.cidoc-crm.org/cidoc-crm/";
inline constexpr std::string_view e31_document = "http://www.cidoc-crm.org/cidoc-crm/E31_Document";
inline constexpr std::string_view e33_linguistic_object = "http://www.cidoc-crm.org/cidoc-crm/E33_Linguistic_Object";
inline constexpr std::string_view p67i_is_referred_to_by = "http://www.cidoc-crm.org/cidoc-crm/P67i_is_referred_to_by";
inline constexpr std::string_view p70_documents = "http://www.cidoc-crm.org/cidoc-crm/P70_documents";
inline constexpr std::string_view p190_has_symbolic_content = "http://www.cidoc-crm.org/cidoc-crm/P190_has_symbolic_content";
inline constexpr std::string_view p2_has_type = "http://www.cidoc-crm.org/cidoc-crm/P2_has_type";

}  // namespace prosper::vocabularies::crm
