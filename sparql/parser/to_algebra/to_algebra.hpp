// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sparql/algebra/query.hpp"
#include "sparql/algebra/update.hpp"
#include "sparql/parser/syntax_tree.hpp"
#include "sparql/parser/text/source_text.hpp"

/// The only header of this folder for use outside it.
namespace prosper::sparql {

/// §18.2. Throw rdf::SyntaxError for what the grammar alone cannot refuse (notes of §19.8).
algebra::Query to_algebra(const syntax::Query& query, const SourceText& source,
                          const std::string& base_iri);
algebra::Update to_algebra(const syntax::Update& update, const SourceText& source,
                           const std::string& base_iri);

}  // namespace prosper::sparql
