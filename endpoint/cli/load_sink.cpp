// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/load_sink.hpp"

#include <array>
#include <cstdio>
#include <random>

namespace prosper::endpoint::cli {
namespace {

constexpr std::uint64_t batch_quads = 1'000'000;
constexpr std::uint64_t report_quads = 1000;

}  // namespace

void LoadSink::quad(const rdf::Quad& quad) {
  if (!transaction_) transaction_ = store_.begin();
  bool is_new = false;
  if (!quad.graph && graph_)
    is_new = transaction_->insert({quad.subject, quad.predicate, quad.object, *graph_});
  else
    is_new = transaction_->insert(quad);
  if (is_new) ++added_;
  ++read_;
  if (progress_ != nullptr && read_ % report_quads == 0) progress_->count(read_, "quads");
  if (read_ - committed_ >= batch_quads) finish();
}

void LoadSink::finish() {
  if (transaction_) transaction_->commit();
  transaction_.reset();
  committed_ = read_;
}

std::string fresh_blank_node_prefix() {
  std::random_device random;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "f%08x%08x-", random(), random());
  return text.data();
}

}  // namespace prosper::endpoint::cli
