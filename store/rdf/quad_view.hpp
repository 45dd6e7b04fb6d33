// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "store/rdf/quad.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::rdf {

/// A term that owns nothing: its texts lie where the reader says. Texts are valid UTF-8.
struct TermView {
  enum class Kind : std::uint8_t { Iri, BlankNode, Literal };
  Kind kind = Kind::Iri;
  std::string_view text;      ///< the IRI, the label, or the lexical form
  std::string_view datatype;  ///< of a literal, also rdf:langString
  std::string_view language;  ///< of a literal, or empty
};

/// A quad that owns nothing. The flags spare the receiver a comparison: a term is the one of the
/// quad handed out right before. False says nothing.
struct QuadView {
  TermView subject;
  TermView predicate;
  TermView object;
  TermView graph;
  bool has_graph = false;
  bool same_subject = false;
  bool same_predicate = false;
  bool same_graph = false;  ///< both have one, and it is the same
};

/// Receives quads without copies. What it wants to keep it copies before it returns.
class QuadViewSink {
 public:
  QuadViewSink() = default;
  QuadViewSink(const QuadViewSink&) = delete;
  QuadViewSink& operator=(const QuadViewSink&) = delete;
  virtual ~QuadViewSink() = default;

  virtual void view(const QuadView& quad) = 0;
};

/// Receives quads either way.
class AnyQuadSink : public QuadSink, public QuadViewSink {};

Term to_term(const TermView& view);
/// The view is valid as long as the term.
TermView to_view(const Term& term);
QuadView to_view(const Quad& quad);

}  // namespace prosper::rdf
