// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace prosper::sparql::differential {

/// An expression with "%t" where arguments of type t go, and the type of its value; the types are
/// those of expressions.tsv.
struct Form {
  char type;
  std::string text;
};

/// What expressions.tsv has. Throws std::runtime_error when it cannot be read.
struct ExpressionForms {
  std::vector<Form> few;
  /// Those too.
  std::vector<Form> all;
  std::vector<Form> constants;
};

const ExpressionForms& expression_forms();
/// Constants of a type; there are some of every type.
std::vector<std::string> constants_of(char type);

}  // namespace prosper::sparql::differential
