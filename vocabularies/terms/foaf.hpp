// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::foaf {

inline constexpr std::string_view ns = "http://xmlns.com/foaf/0.1/";
inline constexpr std::string_view primary_topic = "http://xmlns.com/foaf/0.1/primaryTopic";
inline constexpr std::string_view focus = "http://xmlns.com/foaf/0.1/focus";

}  // namespace prosper::vocabularies::foaf
