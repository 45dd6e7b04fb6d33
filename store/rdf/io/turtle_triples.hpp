// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "store/rdf/io/document_labels.hpp"
#include "store/rdf/io/document_sink.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/turtle_names.hpp"
#include "store/rdf/io/turtle_scanner.hpp"

namespace prosper::rdf {

/// Reads the part of the grammar that graphs share: what follows a subject (RDF 1.1 Turtle §6.5,
/// productions [7] to [15] and [128s]). Recurses for brackets, `max_nesting` levels deep.
class TurtleTriples {
 public:
  TurtleTriples(TextWindow& document, const ParseOptions& options, DocumentSink& sink);

  const char* token_place() const { return scanner_.token_place(); }

 protected:
  /// A name in the place of an IRI or a keyword.
  bool is_at_name() const;

  /// subject [10], but for what only TriG can tell apart; leaves behind it.
  void set_subject(TermView::Kind kind);

  std::string& subject_text() { return levels_[depth_].subject; }

  /// iri [135s] at '<' or a prefixed name; `out` takes it where it does not stand in the document.
  std::string_view read_iri(std::string& out);
  void read_iri_text(std::string& out);
  void expand(const TurtleScanner::Name& name, std::string& out);
  void read_label_text(std::string& out);

  /// predicateObjectList [7].
  void read_predicates();
  /// The rest of blankNodePropertyList [14] behind "[", of the current subject.
  void read_properties();
  /// collection [15] behind "(" and white space; the subject is its first node, or rdf:nil.
  void read_collection_subject();

  void expect(char c, std::string_view what);

  TurtleScanner scanner_;
  TurtleNames names_;
  DocumentLabels labels_;
  DocumentSink& sink_;
  QuadView quad_;

 private:
  /// The subject and predicate at one depth of brackets.
  struct Level {
    std::string subject;
    TermView::Kind subject_kind = TermView::Kind::Iri;
    std::string predicate_text;
    std::string_view predicate;
  };

  void emit();
  void enter(std::string_view label);
  void leave();
  void set_predicate(std::string_view iri);
  void read_verb();
  void read_object();
  void read_named_object();
  void read_literal();
  /// A new node is the object here and the subject of what follows.
  void enter_new_object();
  void read_property_object();
  void read_collection_object();
  void read_items();

  std::deque<Level> levels_;  ///< a deque: views of its texts stay good
  std::size_t depth_ = 0;
  std::string object_;
  std::string datatype_;
  std::string local_;
};

}  // namespace prosper::rdf
