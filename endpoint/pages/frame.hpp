// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace prosper::endpoint::pages {

enum class Language { French, English };

/// What every page needs to know about where it stands.
struct Frame {
  /// Relative reference from the page to the root of the site: "./", "../../".
  std::string root = "./";
  /// The public base; IRIs below it are linked relative to `root`.
  std::string base;
  Language language = Language::French;
};

}  // namespace prosper::endpoint::pages
