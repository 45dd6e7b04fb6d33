// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/random_quads.hpp"

#include <algorithm>
#include <array>

#include "tests/sparql/differential/random/dice.hpp"

namespace prosper::sparql::differential {

namespace {

namespace xsd = vocabularies::xsd;

rdf::Iri iri(const std::string& name) {
  return {"http://x/" + name};
}

rdf::Term random_node(Dice& dice) {
  if (dice.chance(10)) return rdf::BlankNode{"b" + std::to_string(dice.roll(2))};
  return iri("n" + std::to_string(dice.roll(6)));
}

/// Every value has one lexical form here.
rdf::Term random_literal(Dice& dice) {
  static const std::array<rdf::Literal, 18> literals = {
      rdf::make_typed_literal("2.5", xsd::decimal),
      rdf::make_typed_literal("2", xsd::decimal),
      rdf::make_typed_literal("1", xsd::double_),
      rdf::make_typed_literal("0.5", xsd::float_),
      rdf::make_typed_literal("NaN", xsd::double_),
      rdf::make_typed_literal("true", xsd::boolean),
      rdf::make_typed_literal("2001-02-01", xsd::date),
      rdf::make_typed_literal("2001-02-02", xsd::date),
      rdf::make_typed_literal("2001-02-02T10:00:00", xsd::date_time),
      rdf::make_typed_literal("2001-02-02T10:00:00Z", xsd::date_time),
      rdf::make_typed_literal("2001-02-02T12:00:00+02:00", xsd::date_time),
      rdf::make_string(""),
      rdf::make_string("1"),
      rdf::make_language_string("a", "fr"),
      rdf::make_language_string("a", "en"),
      rdf::make_typed_literal("odd", "http://x/type"),
      rdf::make_typed_literal("even", "http://x/type"),
      rdf::make_typed_literal("abc", xsd::integer),
  };
  if (dice.chance(40)) return rdf::make_typed_literal(std::to_string(dice.roll(4)), xsd::integer);
  if (dice.chance(30)) return rdf::make_string(dice.chance(50) ? "a" : "b");
  return dice.one_of(literals);
}

}  // namespace

std::vector<rdf::Quad> random_quads(std::uint64_t seed, Repetition repetition) {
  Dice dice(seed);
  std::vector<rdf::Quad> quads;
  const std::size_t count = 3 + dice.roll(22);
  for (std::size_t index = 0; index < count; ++index) {
    rdf::Quad quad{random_node(dice), iri(std::string(1, "pqr"[dice.roll(3)])),
                   dice.chance(65) ? random_node(dice) : random_literal(dice), std::nullopt};
    if (dice.chance(60)) quad.graph = iri("g" + std::to_string(dice.roll(3)));
    const bool is_known = std::any_of(quads.begin(), quads.end(), [&](const rdf::Quad& other) {
      return quad.subject == other.subject && quad.predicate == other.predicate &&
             quad.object == other.object;
    });
    if (is_known && repetition == Repetition::None) continue;
    quads.push_back(quad);
    // A triple that is in two graphs counts once in their merge.
    if (repetition == Repetition::None || !dice.chance(25)) continue;
    quad.graph = iri("g" + std::to_string(dice.roll(3)));
    quads.push_back(quad);
  }
  return quads;
}

std::string to_text(const std::vector<rdf::Quad>& quads) {
  std::string text;
  for (const rdf::Quad& quad : quads)
    text += rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
            rdf::to_ntriples(quad.object) +
            (quad.graph ? " " + rdf::to_ntriples(*quad.graph) : "") + " .\n";
  return text;
}

}  // namespace prosper::sparql::differential
