// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "store/quad_source.hpp"
#include "store/rdf/quad_sink.hpp"
#include "store/store.hpp"

namespace prosper::tests {

inline rdf::Term example(const std::string& name) {
  return rdf::Iri{"http://example.org/" + name};
}

inline rdf::Quad example_quad(const std::string& subject, const std::string& predicate,
                              const std::string& object, const std::string& graph = "") {
  rdf::Quad quad{example(subject), example(predicate), example(object), std::nullopt};
  if (!graph.empty()) quad.graph = example(graph);
  return quad;
}

/// The rows of a scan; a row that comes twice or a batch that is too long fails the test.
inline std::set<store::QuadIds> scan_rows(const store::QuadSource& source,
                                          const store::QuadPattern& pattern) {
  std::set<store::QuadIds> found;
  const auto cursor = source.scan(pattern);
  store::QuadBatch batch;
  while (cursor->next(batch)) {
    EXPECT_LE(batch.size(), store::QuadCursor::batch_rows);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const store::QuadIds row{batch.subject[i], batch.predicate[i], batch.object[i],
                               batch.graph[i]};
      EXPECT_TRUE(found.insert(row).second) << "a row came twice";
    }
  }
  EXPECT_EQ(batch.size(), 0U);
  return found;
}

/// The quads of a scan as terms.
inline std::set<rdf::Quad> scan_quads(const store::QuadSource& source,
                                      const store::QuadPattern& pattern = {}) {
  std::set<rdf::Quad> quads;
  for (const store::QuadIds& row : scan_rows(source, pattern)) {
    rdf::Quad quad{source.term(row.subject), source.term(row.predicate), source.term(row.object),
                   std::nullopt};
    if (row.graph != store::default_graph) quad.graph = source.term(row.graph);
    quads.insert(std::move(quad));
  }
  return quads;
}

/// Collects what a dump hands out.
class QuadCollector final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override { quads.push_back(quad); }

  std::vector<rdf::Quad> quads;
};

inline store::OpenOptions writing() {
  store::OpenOptions options;
  options.access = store::OpenOptions::Access::Write;
  options.create = true;
  options.map_size = std::uint64_t{16} << 30U;
  return options;
}

inline store::OpenOptions reading() {
  store::OpenOptions options;
  options.map_size = std::uint64_t{16} << 30U;
  return options;
}

}  // namespace prosper::tests
