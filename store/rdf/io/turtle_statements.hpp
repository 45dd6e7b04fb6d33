// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/rdf/io/rdf_format.hpp"
#include "store/rdf/io/turtle_triples.hpp"

namespace prosper::rdf {

/// Reads a document statement by statement (RDF 1.1 Turtle §6.5 [1] to [6s], TriG §4.5 [1g] to
/// [7g]). Throws TextFault and, for the last token, NameFault.
class TurtleStatements : public TurtleTriples {
 public:
  TurtleStatements(TextWindow& document, RdfFormat format, const ParseOptions& options,
                   DocumentSink& sink);

  void read();

 private:
  void read_statement();
  void read_bracketed_statement();
  void read_named_statement();
  void read_at_directive();
  void read_base();
  void read_prefix();
  void read_keyword(std::string_view word);

  /// What follows the subject of a statement, which may turn out to be a graph's name.
  void finish_statement();
  void require_graphs() const;
  void read_graph_named();
  void read_graph();
  void read_graph_triples();
  /// labelOrSubject [7g], or a reason why not.
  void read_label_or_subject(std::string_view expected);

  bool has_graphs_;
  std::string graph_;
  std::string prefix_;
  std::string reference_;
};

}  // namespace prosper::rdf
