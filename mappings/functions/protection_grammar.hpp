// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/calendar.hpp"

namespace prosper::mappings {

/// One act of protection (DPRO): "1997/08/25 : inscrit MH partiellement".
struct Protection {
  /// As written, "partiellement" dropped: "inscrit MH".
  std::string kind;
  bool partial = false;
  Day first;
  Day last;
  std::string text;
};

/// Items between ';', each date ":" kind; a date is YYYY/MM/DD (or with '-') or a year. Nothing
/// when an item is malformed: the text then stays a statement.
std::optional<std::vector<Protection>> parse_protections(std::string_view text);

/// True for the kinds of act known here (classé, inscrit, label…), told by their first word.
bool is_protection_kind(std::string_view phrase);

}  // namespace prosper::mappings
