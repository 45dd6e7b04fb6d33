// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sparql/parser/syntax_tree.hpp"
#include "sparql/parser/text/source_text.hpp"
#include "store/rdf/term.hpp"

namespace prosper::sparql {

/// What the prologue (§4.1) declares, and the terms read with it.
class Names {
 public:
  Names(const SourceText& source, std::string base_iri)
      : source_(source), base_iri_(std::move(base_iri)) {}

  void declare(const syntax::Declaration& declaration);

  /// An IRI, prefixed name or the keyword a.
  rdf::Iri iri(const syntax::Token& token) const;
  /// An IRI or literal; () is rdf:nil.
  rdf::Term term(const syntax::Term& term) const;
  /// The characters of a quoted string (§19.7).
  std::string text_of_string(const syntax::Token& token) const;

  const std::string& base_iri() const { return base_iri_; }

  std::vector<std::pair<std::string, std::string>> prefixes() const {
    return {prefixes_.begin(), prefixes_.end()};
  }

 private:
  rdf::Iri resolve(const syntax::Token& iri_ref) const;
  rdf::Iri prefixed(const syntax::Token& token) const;
  /// What to do about a prefix that is not declared.
  std::string hint(std::string_view prefix) const;

  const SourceText& source_;
  std::string base_iri_;
  std::map<std::string, std::string, std::less<>> prefixes_;
};

}  // namespace prosper::sparql
