// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http/relative_reference.hpp"

#include <algorithm>

namespace prosper::endpoint {

std::string path_to_root(std::string_view path) {
  std::string root;
  const auto slashes = std::count(path.begin(), path.end(), '/');
  for (std::ptrdiff_t i = 1; i < slashes; ++i) root += "../";
  return root;
}

std::string relative_reference(std::string_view from, std::string_view to) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i)
    if (from[i] == '/') common = i + 1;
  std::string reference = path_to_root(std::string("/").append(from.substr(common)));
  const std::string_view rest = to.substr(common);
  // A first segment with a colon would read as a scheme, an empty reference as the document itself.
  const bool needs_dot =
      reference.empty() && (rest.empty() || rest.substr(0, rest.find('/')).find(':') != rest.npos ||
                            rest.front() == '/');
  if (needs_dot) reference = "./";
  return reference.append(rest);
}

}  // namespace prosper::endpoint
