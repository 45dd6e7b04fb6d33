// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// The rows of a tab-separated table of this room built into the program; lines that are empty or
/// begin with '#' are left out, missing last cells are not filled up.
std::vector<std::vector<std::string>> embedded_table(std::string_view file_name);

}  // namespace prosper::mappings
