// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace prosper::endpoint {

/// The relative reference (RFC 3986 §4.2) that leads from the document at `from` to `to`; both are
/// absolute paths. It holds on any host, port and proxy prefix: ("/id/a/b", "/doc/a") →
/// "../../doc/a".
std::string relative_reference(std::string_view from, std::string_view to);

/// "../" as often as `path` is deep: what leads from the document at `path` to the root of the
/// site.
std::string path_to_root(std::string_view path);

}  // namespace prosper::endpoint
