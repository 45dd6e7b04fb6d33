// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/allow_list.hpp"

#include <algorithm>

namespace prosper::endpoint {
namespace {

bool is_below(const std::string& path, const std::string& prefix) {
  if (!path.starts_with(prefix)) return false;
  return path.size() == prefix.size() || prefix.ends_with('/') || path[prefix.size()] == '/';
}

bool covers(const RemoteUrl& prefix, const RemoteUrl& url) {
  if (prefix.is_secure != url.is_secure || prefix.host != url.host || prefix.port != url.port)
    return false;
  if (!prefix.query) return is_below(url.path, prefix.path);
  return url.path == prefix.path && url.query && url.query->starts_with(*prefix.query);
}

}  // namespace

AllowList::AllowList(const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) prefixes_.push_back(parse_remote_url(prefix));
}

bool AllowList::allows(const RemoteUrl& url) const {
  return std::any_of(prefixes_.begin(), prefixes_.end(),
                     [&](const RemoteUrl& prefix) { return covers(prefix, url); });
}

}  // namespace prosper::endpoint
