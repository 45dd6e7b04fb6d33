// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace prosper::rdf {

/// Where serializers write: a string, a file, an HTTP response. `write` may throw to stop the
/// serializer (client gone, disk full). Callers hand over pieces of any size.
class ByteSink {
 public:
  ByteSink() = default;
  ByteSink(const ByteSink&) = delete;
  ByteSink& operator=(const ByteSink&) = delete;
  virtual ~ByteSink() = default;

  virtual void write(std::string_view bytes) = 0;
};

/// Collects everything in memory.
class StringSink final : public ByteSink {
 public:
  void write(std::string_view bytes) override { text_ += bytes; }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace prosper::rdf
