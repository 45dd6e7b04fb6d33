// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mappings/rml/document.hpp"
#include "mappings/rml/iteration.hpp"

namespace prosper::mappings::rml {

/// What to do with a term that cannot be made from the data (an IRI with blanks, a bad language
/// tag).
enum class BadTermPolicy {
  /// MappingError, as RML-Core asks.
  Refuse,
  /// No triple; counted as grammar "terms" under the reference.
  Skip
};

/// Evaluates expressions and term maps of one document over iterations. One per worker.
class Evaluator {
 public:
  /// Both must outlive it.
  Evaluator(const Document& document, FunctionContext& context, BadTermPolicy policy)
      : document_(document), context_(context), policy_(policy) {}

  /// The texts of an expression, one a value; references inside templates are encoded for `type`.
  void texts(const Expression& expression, TermType type, const Iteration& iteration,
             std::vector<Text>& out);
  /// The same as a value, for the inputs of functions: lists and records stay what they are.
  Value value(const Expression& expression, const Iteration& iteration);
  /// The terms of a term map; `base` is put before relative IRIs.
  std::vector<rdf::Term> terms(const TermMap& map, const std::string& base,
                               const Iteration& iteration);
  bool holds(const std::vector<Expression>& conditions, const Iteration& iteration);

 private:
  Value call(const FunctionCall& function, const Iteration& iteration);
  void template_texts(const Template& text_template, TermType type, const Iteration& iteration,
                      std::vector<Text>& out);
  void add_literals(const TermMap& map, const std::string& base, const Iteration& iteration,
                    std::vector<rdf::Term>& out);
  bool resolve(const TermMap& map, const std::string& base, std::string& iri);
  void refuse(const TermMap& map, const std::string& problem);

  const Document& document_;
  FunctionContext& context_;
  BadTermPolicy policy_;
  std::uint64_t blank_nodes_ = 0;
};

}  // namespace prosper::mappings::rml
