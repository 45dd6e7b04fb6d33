// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/serializer.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::rdf {

class CollectingSink final : public QuadSink {
 public:
  void quad(const Quad& quad) override { quads.push_back(quad); }

  void prefix(std::string_view name, std::string_view iri) override {
    prefixes.emplace_back(name, iri);
  }

  std::vector<Quad> quads;
  std::vector<std::pair<std::string, std::string>> prefixes;
};

inline std::vector<Quad> parse_quads(std::string_view text, RdfFormat format,
                                     const ParseOptions& options = {}) {
  CollectingSink sink;
  parse_rdf(text, format, options, sink);
  return sink.quads;
}

inline std::string serialize(const std::vector<Quad>& quads, RdfFormat format,
                             const SerializeOptions& options = {}) {
  StringSink text;
  const auto serializer = make_serializer(format, text, options);
  for (const Quad& quad : quads) serializer->quad(quad);
  serializer->finish();
  return text.text();
}

}  // namespace prosper::rdf
