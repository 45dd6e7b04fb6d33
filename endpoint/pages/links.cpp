// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/links.hpp"

namespace prosper::endpoint::pages {

std::string link_to(const Frame& frame, std::string_view iri) {
  const std::string suffix = frame.language == Language::English ? "?lang=en" : "";
  if (!frame.base.empty() && iri.starts_with(frame.base))
    return frame.root + std::string(iri.substr(frame.base.size())) +
           (iri.find_first_of("?#") == std::string_view::npos ? suffix : "");
  const bool is_web = iri.starts_with("http://") || iri.starts_with("https://");
  return is_web ? std::string(iri) : std::string();
}

}  // namespace prosper::endpoint::pages
