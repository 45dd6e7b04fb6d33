// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sparql/algebra/path.hpp"
#include "sparql/algebra/variable.hpp"

/// Private to print: the parts that fit in one line.
namespace prosper::sparql::algebra {

std::string print(const rdf::Term& term);
std::string print(const Variable& variable);
std::string print(const TermOrVariable& position);
std::string print(const Path& path);

}  // namespace prosper::sparql::algebra
