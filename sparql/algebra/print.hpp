// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sparql/algebra/query.hpp"
#include "sparql/algebra/update.hpp"

namespace prosper::sparql::algebra {

/// SPARQL S-expressions, two blanks of indent a level, for golden tests and --explain.
std::string print(const Query& query);
std::string print(const Update& update);
std::string print(const Pattern& pattern);
std::string print(const Expression& expression);

}  // namespace prosper::sparql::algebra
