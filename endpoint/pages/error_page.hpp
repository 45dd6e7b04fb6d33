// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

struct ErrorContent {
  int status = 500;
  std::string phrase;
  std::string code;
  std::string message;
};

std::string error_page(const Frame& frame, const ErrorContent& content);

}  // namespace prosper::endpoint::pages
