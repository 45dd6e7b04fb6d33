// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

struct Example {
  std::string title;
  std::string query;
};

/// The queries of examples/*.rq in file order. A file's first line is its title ("# French |
/// English"); {B} stands for the public base.
std::vector<Example> examples(const Frame& frame);

}  // namespace prosper::endpoint::pages
