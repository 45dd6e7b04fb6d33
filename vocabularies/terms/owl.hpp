// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::vocabularies::owl {

inline constexpr std::string_view ns = "http://www.w3.org/2002/07/owl#";
inline constexpr std::string_view same_as = "http://www.w3.org/2002/07/owl#sameAs";
inline constexpr std::string_view inverse_of = "http://www.w3.org/2002/07/owl#inverseOf";

}  // namespace prosper::vocabularies::owl
