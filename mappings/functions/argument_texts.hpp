// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mappings/functions/function_registry.hpp"

/// Reading of the parameters our own functions share.
namespace prosper::mappings {

/// The value of prf:{name}.
const Value& argument(const Arguments& arguments, std::string_view name);
/// Its trimmed texts, blank ones left out.
std::vector<std::string> texts_of(const Arguments& arguments, std::string_view name);
/// The first of them, or "".
std::string text_of(const Arguments& arguments, std::string_view name);
/// All of them as one multi-valued cell, "a ; b".
std::string cell_of(const Arguments& arguments, std::string_view name);

}  // namespace prosper::mappings
