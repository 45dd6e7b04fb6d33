// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/generator.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql::differential {

namespace {

rdf::Iri iri(const std::string& name) {
  return {"http://x/" + name};
}

rdf::Term random_node(Dice& dice) {
  if (dice.chance(10)) return rdf::BlankNode{"b" + std::to_string(dice.roll(2))};
  return iri("n" + std::to_string(dice.roll(6)));
}

rdf::Term random_literal(Dice& dice) {
  namespace xsd = vocabularies::xsd;
  switch (dice.roll(7)) {
    case 0:
      return rdf::make_typed_literal("2.5", xsd::decimal);
    case 1:
      return rdf::make_string(dice.chance(50) ? "a" : "b");
    case 2:
      return rdf::make_language_string("a", "fr");
    case 3:
      return rdf::make_typed_literal("2001-02-0" + std::to_string(1 + dice.roll(3)), xsd::date);
    case 4:
      return rdf::make_typed_literal("odd", "http://x/type");
    default:
      return rdf::make_typed_literal(std::to_string(dice.roll(4)), xsd::integer);
  }
}

}  // namespace

std::vector<rdf::Quad> random_quads(std::uint64_t seed) {
  Dice dice(seed);
  std::vector<rdf::Quad> quads;
  const std::size_t count = 3 + dice.roll(22);
  for (std::size_t index = 0; index < count; ++index) {
    rdf::Quad quad{random_node(dice), iri(std::string(1, "pqr"[dice.roll(3)])),
                   dice.chance(70) ? random_node(dice) : random_literal(dice), std::nullopt};
    if (dice.chance(60)) quad.graph = iri("g" + std::to_string(dice.roll(3)));
    quads.push_back(quad);
    // A triple that is in two graphs counts once in their merge.
    if (dice.chance(25)) {
      quad.graph = iri("g" + std::to_string(dice.roll(3)));
      quads.push_back(quad);
    }
  }
  return quads;
}

}  // namespace prosper::sparql::differential
