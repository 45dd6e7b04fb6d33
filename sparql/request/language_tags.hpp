// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sparql/algebra/update.hpp"
#include "sparql/request/question.hpp"
#include "store/quad_source.hpp"

namespace prosper::sparql::request {

/// Language tags are compared without case but kept as written, so sources may spell the strings of
/// a query otherwise. Puts the source's spelling in their place in triple patterns and paths;
/// several spellings become a choice, but for a path that may be empty, which begins at one term.
/// What the source does not have stays. Expressions, VALUES and SERVICE are left alone.
Question spell_languages(Question question, const store::QuadSource& source);

/// The same for a template of DELETE: a quad for each spelling.
std::vector<algebra::QuadPatternTemplate> spell_languages(
    const std::vector<algebra::QuadPatternTemplate>& templates, const store::QuadSource& source);

}  // namespace prosper::sparql::request
