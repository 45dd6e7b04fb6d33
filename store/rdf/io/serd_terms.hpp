// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <serd/serd.h>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/rdf/io/parser.hpp"

namespace prosper::rdf {

/// Thrown for a term that Serd accepts and the specification does not; the reader adds the place.
struct TermError {
  std::string message;
};

/// Makes terms of Serd's nodes: resolves IRIs, expands prefixed names, names blank nodes, checks
/// what Serd does not.
class SerdTerms {
 public:
  explicit SerdTerms(const ParseOptions& options);

  void set_base(const SerdNode& iri);
  /// Returns the namespace IRI, resolved.
  const std::string& set_prefix(const SerdNode& name, const SerdNode& iri);

  /// The document has \u escapes, which may spell what may not stand in a term.
  void expect_escapes() { has_escapes_ = true; }

  /// Names of anonymous nodes start behind this one.
  void number_anonymous_from(std::uint64_t number) { first_number_ = number; }

  Term resource(const SerdNode& node) const;
  Iri iri(const SerdNode& node) const;
  Literal literal(const SerdNode& node, const SerdNode* datatype, const SerdNode* language) const;

 private:
  std::string resolve(std::string_view reference) const;
  std::string expand(std::string_view prefixed_name) const;
  std::string label(std::string_view label) const;
  void check_text(std::string_view text) const;

  bool has_escapes_ = false;
  std::uint64_t first_number_ = 0;
  std::string blank_node_prefix_;
  std::string base_;
  std::unordered_map<std::string, std::string> prefixes_;
};

}  // namespace prosper::rdf
