// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "endpoint/federation/remote_url.hpp"

namespace prosper::endpoint {

/// Which addresses may be called: those under one of some prefixes. Scheme, host and port are
/// equal; the path goes on at a '/' or not at all, so that "http://h/a" covers /a and /a/b, not
/// /ab. A prefix with a query covers queries of that path that begin so.
class AllowList {
 public:
  /// Throws MalformedUrl for a prefix that is no address.
  explicit AllowList(const std::vector<std::string>& prefixes);

  bool allows(const RemoteUrl& url) const;

  bool is_empty() const { return prefixes_.empty(); }

 private:
  std::vector<RemoteUrl> prefixes_;
};

}  // namespace prosper::endpoint
