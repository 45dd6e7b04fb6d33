// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/quad_sink.hpp"

namespace prosper::vocabularies {

/// A SKOS concept found for a label.
struct Concept {
  std::string iri;
  std::string scheme;
  /// How it was found: exact prefLabel, altLabel, or after folding accents.
  enum class Match { Preferred, Alternative, Folded } match = Match::Preferred;
};

/// Label → concept of one scheme (mapping.md §1.10): NFC, lower case, straight apostrophe, spaces
/// collapsed, trailing "(n)" dropped; prefLabel first, then altLabel, then without accents.
/// Fill it with SKOS quads, call `prepare` once, then share it read-only between threads.
class ConceptResolver final : public rdf::QuadSink {
 public:
  ConceptResolver();
  ~ConceptResolver() override;

  /// Takes skos:prefLabel, skos:altLabel and skos:inScheme; ignores the rest.
  void quad(const rdf::Quad& quad) override;
  /// Indexes what was read; resolve finds nothing before.
  void prepare();
  /// `scheme` is a thesaurus code as POP has it ("T51") or a scheme IRI.
  std::optional<Concept> resolve(std::string_view scheme, std::string_view label) const;
  std::size_t concept_count() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace prosper::vocabularies
