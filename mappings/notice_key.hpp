// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappings/layout.hpp"

namespace prosper::mappings {

/// How a notice is named (mapping.md §2.1): by its reference, else by museum and inventory number.
struct NoticeKey {
  /// "joconde/000PE001028", "joconde/inv/M0810/2005.10.1", percent-encoded; empty: there is none.
  std::string path;
  /// The reference as written, or "".
  std::string reference;
  bool is_inventory = false;
  /// Why there is no key.
  std::string problem;
};

NoticeKey make_notice_key(const Layout& layout, const Record& cells);

/// SHA-256 (hex) of the canonical notice: codes and cells sorted by code, whatever the column
/// order.
std::string hash_notice(const Record& cells);

}  // namespace prosper::mappings
