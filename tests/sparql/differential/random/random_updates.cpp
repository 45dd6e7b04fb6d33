// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "tests/sparql/differential/random/request_writer.hpp"

namespace prosper::sparql::differential {

RequestTree RequestWriter::operation() {
  switch (dice_.roll(8)) {
    case 0:
      return {Kind::Request, {"INSERT DATA { ", quads(false), "}"}};
    case 1:
      return {Kind::Request, {"DELETE DATA { ", quads(false), "}"}};
    case 2:
      return {Kind::Request, {"DELETE WHERE { ", quads(true), "}"}};
    case 3:
    case 4:
    case 5:
      return modify();
    default:
      return graph_operation();
  }
}

/// Triples, some in a GRAPH block.
RequestTree RequestWriter::quads(bool has_variables) {
  RequestTree made(Kind::Request, {});
  const auto triple_text = [&] {
    std::string words = has_variables ? subject() : node();
    words += " " + (has_variables && dice_.chance(20) ? variable() : predicate());
    return words + " " + (has_variables ? object() : constant()) + " . ";
  };
  for (std::size_t count = 1 + dice_.roll(3); count > 0; --count) {
    if (dice_.chance(45)) {
      made.parts.push_back(optional(triple_text()));
      continue;
    }
    std::string words =
        "GRAPH " + (has_variables && dice_.chance(50) ? variable() : graph_iri()) + " { ";
    words += triple_text();
    if (dice_.chance(40)) words += triple_text();
    made.parts.push_back(optional(words + "} "));
  }
  return made;
}

RequestTree RequestWriter::modify() {
  RequestTree made(Kind::Request, {});
  if (dice_.chance(25)) made.parts.push_back(optional("WITH " + graph_iri() + " "));
  const std::size_t kind = dice_.roll(3);
  if (kind != 0) made.parts.push_back({Kind::Request, {"DELETE { ", quads(true), "} "}});
  if (kind != 1) {
    made.parts.push_back({Kind::Request, {"INSERT { ", quads(true)}});
    if (dice_.chance(20))
      made.parts.push_back(optional("_:x " + predicate() + " " + object() + " . "));
    made.parts.emplace_back("} ");
  }
  if (dice_.chance(15)) made.parts.push_back(optional("USING " + graph_iri() + " "));
  if (dice_.chance(10)) made.parts.push_back(optional("USING NAMED " + graph_iri() + " "));
  made.parts.emplace_back("WHERE ");
  made.parts.push_back(group(2));
  return made;
}

/// SILENT, and from graphs that have a quad: whether a graph without one exists is left to the
/// store (Update §3.2).
RequestTree RequestWriter::graph_operation() {
  constexpr std::array<const char*, 3> transfers = {"COPY SILENT ", "MOVE SILENT ", "ADD SILENT "};
  if (dice_.chance(60)) {
    const std::string from = graph_iri();
    std::string words = "INSERT DATA { GRAPH " + from + " { :n0 :p :n1 } } ; ";
    words += dice_.one_of(transfers);
    words += dice_.chance(70) ? from : "DEFAULT";
    return words += " TO " + (dice_.chance(30) ? "DEFAULT" : graph_iri());
  }
  constexpr std::array<const char*, 3> all = {"DEFAULT", "NAMED", "ALL"};
  std::string words = dice_.chance(50) ? "CLEAR SILENT " : "DROP SILENT ";
  return words += dice_.chance(70) ? "GRAPH " + graph_iri() : std::string(dice_.one_of(all));
}

}  // namespace prosper::sparql::differential
