// SPDX-License-Identifier: Apache-2.0
#include "sparql/optimizer/print_plan.hpp"

#include <array>
#include <cmath>
#include <string_view>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/print.hpp"

namespace prosper::sparql::optimizer {

namespace {

std::string one_line(std::string text) {
  std::string line;
  for (const char c : text) {
    if (c != '\n' && c != ' ')
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

class PlanPrinter {
 public:
  PlanPrinter(const Plan& plan,
              const std::function<std::optional<std::uint64_t>(const PlanNode&)>& count)
      : plan_(plan), count_(count) {}

  std::string print() {
    add(*plan_.root, 0);
    return std::move(text_);
  }

 private:
  void add(const PlanNode& node, std::size_t level) {
    std::string line(2 * level, ' ');
    line += std::visit([&](const auto& operation) { return this->name(node, operation); },
                       node.operation);
    constexpr std::size_t column_of_rows = 60;
    line.resize(std::max(line.size() + 2, column_of_rows), ' ');
    line += "~" + std::to_string(static_cast<std::uint64_t>(std::llround(node.rows)));
    if (const auto rows = count_(node)) line += " =" + std::to_string(*rows);
    text_ += line + "\n";
    for (const PlanPtr& input : node.inputs) add(*input, level + 1);
  }

  std::string variable(Slot slot) const { return "?" + plan_.variables[slot].name; }

  std::string written(const Position& position) const {
    if (const auto* term = std::get_if<rdf::Term>(&position.written))
      return rdf::to_ntriples(*term);
    return variable(*position.slot);
  }

  std::string where(const ActiveGraph& graph) const {
    if (graph.kind == ActiveGraph::Kind::Column) return " graph " + variable(graph.column);
    return graph.kind == ActiveGraph::Kind::One ? " in one graph" : "";
  }

  std::string triple(const TripleAccess& access) const {
    return " " + written(access.subject) + " " + written(access.predicate) + " " +
           written(access.object) + where(access.graph);
  }

  static std::string expression(const algebra::ExpressionPtr& condition) {
    return condition ? " " + one_line(algebra::print(*condition)) : "";
  }

  std::string variables(const PlanNode& node) const {
    std::string text;
    for (const Column& column : node.columns) text += " " + variable(column.slot);
    return text;
  }

  std::string name(const PlanNode&, const Unit&) const { return "unit"; }

  std::string name(const PlanNode&, const Nothing&) const { return "nothing"; }

  std::string name(const PlanNode&, const Seed&) const { return "seed"; }

  std::string name(const PlanNode&, const Scan& scan) const {
    static constexpr std::array<std::string_view, 6> names = {"spo", "sop", "pso",
                                                              "pos", "osp", "ops"};
    std::string text = "scan" + triple(scan.access);
    if (scan.order) text += " by " + std::string(names.at(static_cast<std::size_t>(*scan.order)));
    return text;
  }

  std::string name(const PlanNode&, const NamedGraphs& graphs) const {
    return "named graphs " + variable(graphs.column);
  }

  std::string name(const PlanNode& node, const Rows&) const { return "values" + variables(node); }

  std::string name(const PlanNode&, const MergeJoin& join) const {
    return "merge join on " + variable(join.key);
  }

  std::string name(const PlanNode& node, const HashJoin&) const {
    return "hash join" + shared(node);
  }

  std::string name(const PlanNode&, const IndexJoin& join) const {
    return "index join" + triple(join.access);
  }

  std::string name(const PlanNode&, const PathJoin& join) const {
    algebra::PathPattern path{join.access.subject.written, join.access.path,
                              join.access.object.written};
    return "path join " + one_line(algebra::print(algebra::Pattern{std::move(path)})) +
           where(join.access.graph);
  }

  std::string name(const PlanNode& node, const ServiceJoin& join) const {
    std::string text = "service ";
    if (join.service.silent) text += "silent ";
    if (const auto* endpoint = std::get_if<rdf::Term>(&join.service.endpoint))
      text += rdf::to_ntriples(*endpoint);
    else
      text += "?" + std::get<algebra::Variable>(join.service.endpoint).name;
    std::string sent;
    for (const algebra::Variable& variable : algebra::in_scope_variables(*join.service.pattern))
      for (const Column& column : node.inputs[0]->columns)
        if (plan_.variables[column.slot] == variable)
          sent += (sent.empty() ? " on ?" : " ?") + variable.name;
    text += sent;
    return text;
  }

  std::string name(const PlanNode& node, const HashLeftJoin& join) const {
    return "hash left join" + shared(node) + expression(join.condition);
  }

  std::string name(const PlanNode&, const SeededLeftJoin& join) const {
    return "seeded left join" + expression(join.condition);
  }

  std::string name(const PlanNode&, const SemiJoin& join) const {
    return join.negated ? "anti join" : "semi join";
  }

  std::string name(const PlanNode& node, const Minus&) const { return "minus" + shared(node); }

  std::string name(const PlanNode&, const Union&) const { return "union"; }

  std::string name(const PlanNode&, const Filter& filter) const {
    std::string text = "filter";
    for (const algebra::ExpressionPtr& condition : filter.conditions) text += expression(condition);
    return text;
  }

  std::string name(const PlanNode&, const Extend& extend) const {
    std::string text = "extend";
    for (const auto& [slot, value] : extend.bindings)
      text += " " + variable(slot) + " :=" + expression(value);
    return text;
  }

  std::string name(const PlanNode&, const BindGraph& bind) const {
    return "bind graph " + variable(bind.variable);
  }

  std::string name(const PlanNode&, const Group& group) const {
    std::string text = "group";
    for (const Slot slot : group.keys) text += " " + variable(slot);
    for (const auto& [slot, aggregate] : group.aggregates) text += " " + variable(slot) + " :=";
    return text;
  }

  std::string name(const PlanNode&, const OrderBy& order) const {
    std::string text = "order by";
    for (const algebra::SortCondition& condition : order.conditions)
      text += (condition.descending ? " desc" : "") + expression(condition.expression);
    if (order.limit) text += " first " + std::to_string(*order.limit);
    return text;
  }

  std::string name(const PlanNode& node, const Project&) const {
    return "project" + variables(node);
  }

  std::string name(const PlanNode&, const Distinct&) const { return "distinct"; }

  std::string name(const PlanNode&, const Reduced&) const { return "reduced"; }

  std::string name(const PlanNode&, const Slice& slice) const {
    std::string text = "slice";
    if (slice.offset > 0) text += " offset " + std::to_string(slice.offset);
    if (slice.limit) text += " limit " + std::to_string(*slice.limit);
    return text;
  }

  std::string name(const PlanNode&, const ReferencePattern&) const { return "reference"; }

  std::string shared(const PlanNode& node) const {
    std::string text;
    for (const Column& column : node.inputs[0]->columns)
      if (find_column(*node.inputs[1], column.slot) != nullptr)
        text += (text.empty() ? " on " : " ") + variable(column.slot);
    return text;
  }

  const Plan& plan_;
  const std::function<std::optional<std::uint64_t>(const PlanNode&)>& count_;
  std::string text_;
};

}  // namespace

std::string print_plan(const Plan& plan,
                       const std::function<std::optional<std::uint64_t>(const PlanNode&)>& count) {
  return PlanPrinter(plan, count).print();
}

}  // namespace prosper::sparql::optimizer
