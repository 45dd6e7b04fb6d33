// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace prosper::mappings {

/// True when a TECH label names a material rather than a technique: the most used labels that the
/// ministry's list of techniques (2014) puts under "matériau d'origine …". Unknown labels are
/// techniques.
bool is_material(std::string_view label);

/// True for a colour word, which qualifies what stands before it and is neither.
bool is_colour(std::string_view label);

}  // namespace prosper::mappings
