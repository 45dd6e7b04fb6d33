// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/error_page.hpp"

#include "endpoint/pages/messages.hpp"
#include "endpoint/pages/render.hpp"

namespace prosper::endpoint::pages {

std::string error_page(const Frame& frame, const ErrorContent& content) {
  View view;
  view.set("status", std::to_string(content.status));
  view.set("phrase", content.phrase);
  view.set("code", content.code);
  view.set("message", content.message);
  return render_page(frame, "error", message("error.title", frame.language), view);
}

}  // namespace prosper::endpoint::pages
