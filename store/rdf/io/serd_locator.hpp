// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <serd/serd.h>
#include <string_view>

namespace prosper::rdf {

/// Where Serd stood when it called one of its sinks.
struct SerdPlace {
  std::size_t offset = 0;
  bool is_at_end = false;
};

/// Reads `text` again, byte by byte, up to the sink call number `event` (from 1; errors count too),
/// or up to where Serd gives up. Serd itself tells no place for what it accepts and we refuse.
SerdPlace locate_serd_event(std::string_view text, SerdSyntax syntax, std::size_t event);

}  // namespace prosper::rdf
