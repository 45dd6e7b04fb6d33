// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "sparql/algebra/pattern.hpp"

/// What patterns and expressions say about variables, by name.
namespace prosper::sparql::algebra {

using Names = std::set<std::string>;

/// Every variable that occurs anywhere in it, in patterns of EXISTS and in sub-selects too.
Names mentioned_variables(const Expression& expression);
Names mentioned_variables(const Pattern& pattern);

/// Those in scope outside (§18.2.1).
Names scope_of(const Pattern& pattern);
/// Those that every solution binds.
Names certain_variables(const Pattern& pattern);

bool contains_exists(const Expression& expression);
/// Gives another value each time it is evaluated (RAND, UUID, STRUUID, BNODE).
bool is_volatile(const Expression& expression);
bool is_volatile(const Pattern& pattern);

}  // namespace prosper::sparql::algebra
