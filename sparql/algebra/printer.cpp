// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/printer.hpp"

namespace prosper::sparql::algebra {

void Printer::open(std::string_view name) {
  out_.append("(").append(name);
  ++level_;
}

void Printer::close() {
  out_ += ')';
  --level_;
}

void Printer::word(std::string_view text) {
  out_.append(" ").append(text);
}

void Printer::line() {
  out_.append("\n").append(2 * level_, ' ');
}

void Printer::pattern(const Pattern& pattern) {
  std::visit([this](const auto& value) { node(value); }, pattern.value);
}

void Printer::child(const PatternPtr& child) {
  line();
  pattern(*child);
}

void Printer::triple(const TriplePattern& triple) {
  out_.append("(triple ").append(print(triple.subject));
  word(print(triple.predicate));
  word(print(triple.object));
  out_ += ')';
}

void Printer::variables(const std::vector<Variable>& variables) {
  out_ += " (";
  for (std::size_t i = 0; i < variables.size(); ++i) {
    if (i > 0) out_ += ' ';
    out_ += print(variables[i]);
  }
  out_ += ')';
}

void Printer::node(const BasicGraphPattern& node) {
  open("bgp");
  for (const TriplePattern& pattern : node.triples) {
    line();
    triple(pattern);
  }
  close();
}

void Printer::node(const PathPattern& node) {
  open("path");
  word(print(node.subject));
  word(print(*node.path));
  word(print(node.object));
  close();
}

void Printer::node(const Join& node) {
  open("join");
  child(node.left);
  child(node.right);
  close();
}

void Printer::node(const LeftJoin& node) {
  open("leftjoin");
  child(node.left);
  child(node.right);
  if (node.condition) {
    line();
    expression(*node.condition);
  }
  close();
}

void Printer::node(const Filter& node) {
  open("filter");
  argument(node.condition);
  child(node.pattern);
  close();
}

void Printer::node(const Union& node) {
  open("union");
  child(node.left);
  child(node.right);
  close();
}

void Printer::node(const Minus& node) {
  open("minus");
  child(node.left);
  child(node.right);
  close();
}

void Printer::node(const Graph& node) {
  open("graph");
  word(print(node.name));
  child(node.pattern);
  close();
}

void Printer::node(const Extend& node) {
  open("extend");
  out_ += " (" + print(node.variable);
  argument(node.expression);
  out_ += ')';
  child(node.pattern);
  close();
}

void Printer::node(const Values& node) {
  open("values");
  variables(node.variables);
  for (const auto& row : node.rows) {
    line();
    out_ += "(row";
    for (const auto& cell : row) word(cell ? print(*cell) : "UNDEF");
    out_ += ')';
  }
  close();
}

void Printer::node(const Group& node) {
  open("group");
  variables(node.keys);
  for (const auto& [variable, function] : node.aggregates) {
    line();
    out_ += "(" + print(variable) + " ";
    aggregate(function);
    out_ += ')';
  }
  child(node.pattern);
  close();
}

void Printer::node(const OrderBy& node) {
  open("order");
  out_ += " (";
  for (std::size_t i = 0; i < node.conditions.size(); ++i) {
    out_ += i > 0 ? " " : "";
    out_ += node.conditions[i].descending ? "(desc" : "(asc";
    argument(node.conditions[i].expression);
    out_ += ')';
  }
  out_ += ')';
  child(node.pattern);
  close();
}

void Printer::node(const Project& node) {
  open("project");
  variables(node.variables);
  child(node.pattern);
  close();
}

void Printer::node(const Distinct& node) {
  open("distinct");
  child(node.pattern);
  close();
}

void Printer::node(const Reduced& node) {
  open("reduced");
  child(node.pattern);
  close();
}

void Printer::node(const Slice& node) {
  open("slice");
  word(std::to_string(node.offset));
  word(node.limit ? std::to_string(*node.limit) : "_");
  child(node.pattern);
  close();
}

void Printer::node(const Service& node) {
  open("service");
  if (node.silent) word("silent");
  word(print(node.endpoint));
  child(node.pattern);
  close();
}

}  // namespace prosper::sparql::algebra
