// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "store/rdf/byte_sink.hpp"

namespace prosper::endpoint::cli {

/// Standard output as a byte sink; throws std::system_error when it cannot be written (disk full).
class StandardOutput final : public rdf::ByteSink {
 public:
  void write(std::string_view bytes) override;
  /// Call at the end: errors of buffered bytes come up here.
  void flush();
};

}  // namespace prosper::endpoint::cli
