// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_statements.hpp"

#include <algorithm>

namespace prosper::rdf {
namespace {

using Kind = TermView::Kind;

constexpr std::string_view subject_expected = "a subject: <IRI>, prefix:name, _:label, '[' or '('";

/// Keywords without '@' know no case.
bool is_keyword(std::string_view word, std::string_view lower_case) {
  return std::equal(word.begin(), word.end(), lower_case.begin(), lower_case.end(),
                    [](char c, char lower) {
                      return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
                    });
}

}  // namespace

TurtleStatements::TurtleStatements(TextWindow& document, RdfFormat format,
                                   const ParseOptions& options, DocumentSink& sink)
    : TurtleTriples(document, options, sink), has_graphs_(has_graphs(format)) {}

void TurtleStatements::read() {
  for (scanner_.skip_space(); !scanner_.is_at_end(); scanner_.skip_space()) read_statement();
}

void TurtleStatements::read_statement() {
  switch (scanner_.look()) {
    case '@':
      read_at_directive();
      return;
    case '[':
      read_bracketed_statement();
      return;
    case '(':
      scanner_.take('(');
      read_collection_subject();
      read_predicates();
      expect('.', "';', ',' or '.'");
      return;
    case '{':
      require_graphs();
      read_graph();
      return;
    default:
      break;
  }
  read_named_statement();
}

/// Statements that begin with "[": ANON [162s] may name a graph, other brackets may stand alone.
void TurtleStatements::read_bracketed_statement() {
  scanner_.take('[');
  labels_.make(subject_text());
  set_subject(Kind::BlankNode);
  if (scanner_.take(']')) {
    finish_statement();
    return;
  }
  read_predicates();
  expect(']', "';', ',' or ']'");
  if (!scanner_.is_at('.')) read_predicates();
  expect('.', "';', ',' or '.'");
}

void TurtleStatements::read_named_statement() {
  if (!is_at_name()) {
    read_label_or_subject(has_graphs_ ? "a subject, a graph or a directive"
                                      : "a subject or a directive");
    finish_statement();
    return;
  }
  const TurtleScanner::Name name = scanner_.name(reference_);
  if (!name.is_prefixed) {
    read_keyword(name.prefix);
    return;
  }
  expand(name, subject_text());
  set_subject(Kind::Iri);
  scanner_.skip_space();
  finish_statement();
}

void TurtleStatements::read_keyword(std::string_view word) {
  if (is_keyword(word, "prefix")) {
    scanner_.skip_space();
    read_prefix();
  } else if (is_keyword(word, "base")) {
    scanner_.skip_space();
    read_base();
  } else if (has_graphs_ && is_keyword(word, "graph")) {
    scanner_.skip_space();
    if (scanner_.take('[')) {
      expect(']', "']'");
      labels_.make(subject_text());
      set_subject(Kind::BlankNode);
    } else {
      read_label_or_subject("a graph: <IRI>, prefix:name, _:label or '[]'");
    }
    read_graph_named();
  } else if (word.empty()) {
    scanner_.fail_expecting(subject_expected);
  } else {
    throw TextFault{token_place(), "unknown word '" + std::string(word) + "', expected " +
                                       std::string(subject_expected) + ", or a directive"};
  }
}

void TurtleStatements::read_at_directive() {
  const std::string_view word = scanner_.at_word();
  const bool is_prefix = word == "prefix";
  if (!is_prefix && word != "base") {
    throw TextFault{token_place(),
                    "unknown directive '@" + std::string(word) + "', expected @prefix or @base"};
  }
  scanner_.skip_space();
  if (is_prefix) {
    read_prefix();
  } else {
    read_base();
  }
  scanner_.skip_space();
  expect('.', "'.'");
}

void TurtleStatements::read_base() {
  if (!scanner_.is_at('<')) scanner_.fail_expecting("the base: <IRI>");
  names_.set_base(scanner_.iri(reference_));
}

void TurtleStatements::read_prefix() {
  if (!is_at_name()) scanner_.fail_expecting("a prefix and ':'");
  const TurtleScanner::Name name = scanner_.name(reference_);
  if (!name.is_prefixed || !name.local.empty()) {
    throw TextFault{token_place(), "expected a prefix and ':', then white space"};
  }
  prefix_.assign(name.prefix);
  scanner_.skip_space();
  if (!scanner_.is_at('<')) scanner_.fail_expecting("what the prefix stands for: <IRI>");
  sink_.prefix(prefix_, names_.set_prefix(prefix_, scanner_.iri(reference_)));
}

void TurtleStatements::read_label_or_subject(std::string_view expected) {
  if (scanner_.is_at('_')) {
    read_label_text(subject_text());
    set_subject(Kind::BlankNode);
  } else if (scanner_.is_at('<') || is_at_name()) {
    read_iri_text(subject_text());
    set_subject(Kind::Iri);
  } else {
    scanner_.fail_expecting(expected);
  }
  scanner_.skip_space();
}

void TurtleStatements::finish_statement() {
  if (scanner_.is_at('{')) {
    require_graphs();
    read_graph_named();
    return;
  }
  read_predicates();
  expect('.', "';', ',' or '.'");
}

void TurtleStatements::require_graphs() const {
  if (has_graphs_) return;
  throw TextFault{scanner_.place(), "a graph, expected a triple: Turtle has no graphs, TriG has"};
}

/// The subject just read names the graph.
void TurtleStatements::read_graph_named() {
  graph_.assign(subject_text());
  quad_.graph = {quad_.subject.kind, graph_, {}, {}};
  quad_.has_graph = true;
  quad_.same_graph = false;
  read_graph();
  quad_.has_graph = false;
  quad_.same_graph = false;
}

/// wrappedGraph [5g].
void TurtleStatements::read_graph() {
  expect('{', "'{'");
  while (!scanner_.take('}')) {
    read_graph_triples();
    if (!scanner_.take('.') && !scanner_.is_at('}')) {
      scanner_.fail_expecting("';', ',', '.' or '}'");
    }
  }
}

/// triples [6] inside a graph.
void TurtleStatements::read_graph_triples() {
  if (scanner_.take('(')) {
    read_collection_subject();
  } else if (scanner_.take('[')) {
    labels_.make(subject_text());
    set_subject(Kind::BlankNode);
    const bool is_anonymous = scanner_.is_at(']');
    read_properties();
    if (!is_anonymous && (scanner_.is_at('.') || scanner_.is_at('}'))) return;
  } else {
    read_label_or_subject("a triple or '}'");
  }
  read_predicates();
}

}  // namespace prosper::rdf
