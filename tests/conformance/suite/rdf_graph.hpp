// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/quad_sink.hpp"

namespace prosper::conformance {

/// A small RDF document with the look-ups that reading manifests and result sets needs.
class RdfGraph final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override { quads_.push_back(quad); }

  const std::vector<rdf::Quad>& quads() const { return quads_; }

  std::vector<rdf::Term> objects(const rdf::Term& subject, std::string_view predicate) const;
  std::optional<rdf::Term> object(const rdf::Term& subject, std::string_view predicate) const;
  std::vector<rdf::Term> subjects(std::string_view predicate, const rdf::Term& object) const;
  /// The members of an RDF collection.
  std::vector<rdf::Term> members(rdf::Term list) const;
  /// The lexical form of the object, or its IRI; empty when there is none.
  std::string text(const rdf::Term& subject, std::string_view predicate) const;

 private:
  std::vector<rdf::Quad> quads_;
};

/// IRI or lexical form or label.
std::string text_of(const rdf::Term& term);

}  // namespace prosper::conformance
