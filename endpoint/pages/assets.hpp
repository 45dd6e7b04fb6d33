// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace prosper::endpoint::pages {

struct Asset {
  std::string_view media_type;
  std::string_view text;
};

/// A style sheet, script or picture of the pages by its name under /assets/.
std::optional<Asset> find_asset(std::string_view name);

}  // namespace prosper::endpoint::pages
