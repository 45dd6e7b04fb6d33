// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

/// Key → French, English.
using Texts = std::map<std::string, std::array<std::string, 2>, std::less<>>;

/// An embedded table: lines of key, French and English, separated by tabs; "# " begins a comment.
const Texts& texts_of(std::string_view file_name);

std::optional<std::string> find_text(std::string_view file_name, std::string_view key,
                                     Language language);

}  // namespace prosper::endpoint::pages
