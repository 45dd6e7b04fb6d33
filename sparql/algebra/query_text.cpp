// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/query_text.hpp"

#include <algorithm>

namespace prosper::sparql::algebra {
namespace {

/// One that can stand among other elements without braces.
bool is_element(const Pattern& pattern) {
  return std::holds_alternative<PathPattern>(pattern.value) ||
         std::holds_alternative<Union>(pattern.value) ||
         std::holds_alternative<Graph>(pattern.value) ||
         std::holds_alternative<Values>(pattern.value) ||
         std::holds_alternative<Service>(pattern.value);
}

/// One that claims the whole group it stands in: a filter, or a sub-select.
bool is_whole_group(const Pattern& pattern) {
  return std::visit(Overloaded{
                        [](const Filter&) { return true; },
                        [](const Group&) { return true; },
                        [](const OrderBy&) { return true; },
                        [](const Project&) { return true; },
                        [](const Distinct&) { return true; },
                        [](const Reduced&) { return true; },
                        [](const Slice&) { return true; },
                        [](const auto&) { return false; },
                    },
                    pattern.value);
}

}  // namespace

void QueryText::group(const Pattern& pattern) {
  word("{");
  is_behind_triples_ = false;
  elements(pattern);
  word("}");
  is_behind_triples_ = false;
}

void QueryText::elements(const Pattern& pattern) {
  std::visit(Overloaded{
                 [&](const Group&) { select(pattern); },
                 [&](const OrderBy&) { select(pattern); },
                 [&](const Project&) { select(pattern); },
                 [&](const Distinct&) { select(pattern); },
                 [&](const Reduced&) { select(pattern); },
                 [&](const Slice&) { select(pattern); },
                 [&](const auto& value) { node(value); },
             },
             pattern.value);
}

void QueryText::leading_elements(const Pattern& pattern) {
  if (is_whole_group(pattern))
    group(pattern);
  else
    elements(pattern);
}

void QueryText::node(const BasicGraphPattern& node) {
  triples(node.triples);
  is_behind_triples_ = !node.triples.empty();
}

/// Two basic graph patterns side by side would become one.
void QueryText::node(const Join& node) {
  leading_elements(*node.left);
  const auto* basic = std::get_if<BasicGraphPattern>(&node.right->value);
  const bool is_apart = basic != nullptr && !basic->triples.empty() && !is_behind_triples_;
  if (is_apart || is_element(*node.right))
    elements(*node.right);
  else
    group(*node.right);
}

/// A filter of the group behind OPTIONAL is the condition.
void QueryText::node(const LeftJoin& node) {
  leading_elements(*node.left);
  word("OPTIONAL {");
  is_behind_triples_ = false;
  leading_elements(*node.right);
  if (node.condition) filter(*node.condition);
  word("}");
  is_behind_triples_ = false;
}

void QueryText::node(const Filter& node) {
  leading_elements(*node.pattern);
  filter(*node.condition);
}

void QueryText::filter(const Expression& condition) {
  word("FILTER (");
  expression(condition);
  out_ += ')';
}

/// A UNION B UNION C nests to the left.
void QueryText::node(const Union& node) {
  std::vector<const Pattern*> branches{node.right.get()};
  const Pattern* rest = node.left.get();
  while (const auto* either = std::get_if<Union>(&rest->value)) {
    branches.push_back(either->right.get());
    rest = either->left.get();
  }
  group(*rest);
  for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch) {
    word("UNION");
    group(**branch);
  }
}

void QueryText::node(const Minus& node) {
  leading_elements(*node.left);
  word("MINUS");
  group(*node.right);
}

void QueryText::node(const Graph& node) {
  word("GRAPH");
  position(node.name);
  group(*node.pattern);
}

void QueryText::node(const Service& node) {
  word(node.silent ? "SERVICE SILENT" : "SERVICE");
  position(node.endpoint);
  group(*node.pattern);
}

void QueryText::node(const Extend& node) {
  leading_elements(*node.pattern);
  word("BIND (");
  expression(*node.expression);
  word("AS");
  variable(node.variable);
  out_ += ')';
  is_behind_triples_ = false;
}

void QueryText::node(const Values& node) {
  word("VALUES (");
  for (const Variable& name : node.variables) variable(name);
  out_ += ") {";
  for (const auto& row : node.rows) {
    word("(");
    for (const auto& cell : row) {
      if (cell)
        term(*cell);
      else
        word("UNDEF");
    }
    out_ += ')';
  }
  word("}");
  is_behind_triples_ = false;
}

}  // namespace prosper::sparql::algebra
