// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace prosper::rdf {

/// Blank node labels of one document. Nodes without a label get "0b1", "0b2", …; a written label
/// stays as it is, unless it looks like one of those or is one of those behind underscores: then it
/// gets one more underscore in front. So two nodes never share a label, whatever comes later.
class DocumentLabels {
 public:
  /// `prefix` is put before every label.
  explicit DocumentLabels(std::string prefix) : prefix_(std::move(prefix)) {}

  /// The label of a node written as `label`; `out` takes it where it is not `label` itself.
  std::string_view written(std::string_view label, std::string& out) const;

  /// A label for a node without one.
  void make(std::string& out);

 private:
  std::string prefix_;
  std::uint64_t made_ = 0;
};

}  // namespace prosper::rdf
