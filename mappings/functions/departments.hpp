// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::mappings {

/// A French département and the region it has been in since 2016, by their INSEE codes.
struct Department {
  std::string_view code;
  std::string_view name;
  std::string_view region_code;
  std::string_view region;
};

/// By code ("38", "2A", "971"); null when unknown.
const Department* find_department(std::string_view code);
/// By name, case and accents ignored ("Isère"); null when unknown.
const Department* find_department_by_name(std::string_view name);
/// The département of a commune's INSEE code: its first two characters, three overseas.
const Department* department_of_commune(std::string_view insee);

}  // namespace prosper::mappings
