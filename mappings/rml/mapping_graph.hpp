// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/quad_sink.hpp"
#include "store/rdf/term.hpp"

namespace prosper::mappings::rml {

/// The vocabulary http://w3id.org/rml/.
inline constexpr std::string_view rml_ns = "http://w3id.org/rml/";

/// The triples of a mapping document, looked up by subject and property.
class MappingGraph final : public rdf::QuadSink {
 public:
  explicit MappingGraph(std::string document) : document_(std::move(document)) {}

  void quad(const rdf::Quad& quad) override;
  /// Throws MappingError for an rml: property that the engine does not know, so that none is
  /// ignored.
  void check_vocabulary() const;

  /// Objects of an rml: property, in document order.
  std::vector<rdf::Term> all(const rdf::Term& subject, std::string_view property) const;
  /// The only object, or none; MappingError when there are several.
  std::optional<rdf::Term> one(const rdf::Term& subject, std::string_view property) const;
  /// The only object; MappingError when there is none or several.
  rdf::Term required(const rdf::Term& subject, std::string_view property) const;
  bool has_type(const rdf::Term& subject, std::string_view rml_class) const;
  /// Subjects of an rml: property, in document order, each once.
  std::vector<rdf::Term> subjects_of(std::string_view property) const;

  /// Throws MappingError for the node. Blank nodes are described by how one reaches them.
  [[noreturn]] void fail(const rdf::Term& node, const std::string& message) const;
  std::string describe(const rdf::Term& node) const;

  const std::string& document() const { return document_; }

 private:
  struct Edge {
    std::string property;
    rdf::Term object;
  };

  std::string document_;
  std::map<rdf::Term, std::vector<Edge>> edges_;
  std::map<rdf::Term, std::pair<rdf::Term, std::string>> incoming_;
  std::vector<std::pair<std::string, rdf::Term>> order_;
};

}  // namespace prosper::mappings::rml
