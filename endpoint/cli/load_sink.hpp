// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "endpoint/cli/progress.hpp"
#include "store/rdf/quad_sink.hpp"
#include "store/store.hpp"

namespace prosper::endpoint::cli {

/// Puts quads into a store in transactions of a million, so that memory stays bounded. Call
/// finish() at the end; without it the last batch is dropped.
class LoadSink final : public rdf::QuadSink {
 public:
  /// Triples without a graph go to `graph`.
  LoadSink(store::Store& store, std::optional<rdf::Iri> graph, Progress* progress = nullptr)
      : store_(store), graph_(std::move(graph)), progress_(progress) {}

  void quad(const rdf::Quad& quad) override;
  void finish();

  std::uint64_t read() const { return read_; }

  std::uint64_t added() const { return added_; }

  /// Read and durable.
  std::uint64_t committed() const { return committed_; }

 private:
  store::Store& store_;
  std::optional<rdf::Iri> graph_;
  Progress* progress_;
  std::unique_ptr<store::Transaction> transaction_;
  std::uint64_t read_ = 0;
  std::uint64_t added_ = 0;
  std::uint64_t committed_ = 0;
};

/// A prefix no other document has used for its blank nodes.
std::string fresh_blank_node_prefix();

}  // namespace prosper::endpoint::cli
