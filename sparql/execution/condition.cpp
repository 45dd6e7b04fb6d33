// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/condition.hpp"

#include <unordered_set>

#include "store/ids/term_tag.hpp"

namespace prosper::sparql::execution {

namespace {

using algebra::BinaryOperator;
using request::Truth;
using store::TermId;
using TestPtr = std::unique_ptr<RowTest>;

/// Any expression.
class ExpressionTest final : public RowTest {
 public:
  ExpressionTest(const algebra::ExpressionPtr& expression, const optimizer::ActiveGraph& graph,
                 const optimizer::PlanNode& node, Run& run)
      : expression_(expression, graph, node, run) {}

  Truth test(const Batch& batch, std::size_t row) override { return expression_.truth(batch, row); }

  void add_text_columns(std::vector<std::size_t>& places) const override {
    places.insert(places.end(), expression_.places().begin(), expression_.places().end());
  }

 private:
  RowExpression expression_;
};

/// A test of the id in one column.
template <typename Test>
class IdTest final : public RowTest {
 public:
  IdTest(std::size_t place, Test test) : place_(place), test_(std::move(test)) {}

  Truth test(const Batch& batch, std::size_t row) override {
    return test_(cell(batch, place_, row));
  }

 private:
  std::size_t place_;
  Test test_;
};

template <typename Test>
TestPtr make_id_test(std::size_t place, Test test) {
  return std::make_unique<IdTest<Test>>(place, std::move(test));
}

class CombinedTest final : public RowTest {
 public:
  CombinedTest(bool is_or, TestPtr left, TestPtr right)
      : is_or_(is_or), left_(std::move(left)), right_(std::move(right)) {}

  Truth test(const Batch& batch, std::size_t row) override {
    const Truth first = left_->test(batch, row);
    if (first == is_or_) return first;
    const Truth second = right_->test(batch, row);
    return is_or_ ? request::disjunction(first, second) : request::conjunction(first, second);
  }

  void add_text_columns(std::vector<std::size_t>& places) const override {
    left_->add_text_columns(places);
    right_->add_text_columns(places);
  }

 private:
  bool is_or_;
  TestPtr left_;
  TestPtr right_;
};

class NotTest final : public RowTest {
 public:
  explicit NotTest(TestPtr operand) : operand_(std::move(operand)) {}

  Truth test(const Batch& batch, std::size_t row) override {
    return request::negate(operand_->test(batch, row));
  }

  void add_text_columns(std::vector<std::size_t>& places) const override {
    operand_->add_text_columns(places);
  }

 private:
  TestPtr operand_;
};

/// `column op constant` on the ids of inline integers, which are in the order of their values;
/// every other id is left to `other`.
class IntegerTest final : public RowTest {
 public:
  IntegerTest(std::size_t place, BinaryOperator op, TermId constant, TestPtr other)
      : place_(place), op_(op), constant_(constant), other_(std::move(other)) {}

  Truth test(const Batch& batch, std::size_t row) override {
    const TermId id = cell(batch, place_, row);
    if (store::tag_of(id) != store::TermTag::Integer) return other_->test(batch, row);
    switch (op_) {
      case BinaryOperator::Less:
        return id < constant_;
      case BinaryOperator::LessOrEqual:
        return id <= constant_;
      case BinaryOperator::Greater:
        return id > constant_;
      case BinaryOperator::GreaterOrEqual:
        return id >= constant_;
      case BinaryOperator::Equal:
        return id == constant_;
      default:
        return id != constant_;
    }
  }

 private:
  std::size_t place_;
  BinaryOperator op_;
  TermId constant_;
  TestPtr other_;
};

BinaryOperator mirrored(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Less:
      return BinaryOperator::Greater;
    case BinaryOperator::LessOrEqual:
      return BinaryOperator::GreaterOrEqual;
    case BinaryOperator::Greater:
      return BinaryOperator::Less;
    case BinaryOperator::GreaterOrEqual:
      return BinaryOperator::LessOrEqual;
    default:
      return op;
  }
}

/// Builds the test of one expression.
class TestMaker {
 public:
  TestMaker(const optimizer::ActiveGraph& graph, const optimizer::PlanNode& node, Run& run)
      : graph_(graph), node_(node), run_(run) {}

  TestPtr make(const algebra::ExpressionPtr& expression) {
    TestPtr fast = std::visit([&](const auto& value) { return this->fast(expression, value); },
                              expression->value);
    return fast ? std::move(fast) : general(expression);
  }

 private:
  TestPtr general(const algebra::ExpressionPtr& expression) {
    return std::make_unique<ExpressionTest>(expression, graph_, node_, run_);
  }

  template <typename Value>
  TestPtr fast(const algebra::ExpressionPtr& /*expression*/, const Value& /*value*/) {
    return nullptr;
  }

  TestPtr fast(const algebra::ExpressionPtr& /*expression*/,
               const algebra::UnaryExpression& unary) {
    if (unary.op != algebra::UnaryOperator::Not) return nullptr;
    return std::make_unique<NotTest>(make(unary.operand));
  }

  TestPtr fast(const algebra::ExpressionPtr& expression, const algebra::BinaryExpression& binary) {
    const bool is_or = binary.op == BinaryOperator::Or;
    if (is_or || binary.op == BinaryOperator::And)
      return std::make_unique<CombinedTest>(is_or, make(binary.left), make(binary.right));
    const auto* variable = std::get_if<algebra::Variable>(&binary.left->value);
    const auto* term = std::get_if<rdf::Term>(&binary.right->value);
    if (variable != nullptr && term != nullptr)
      return compare(expression, *variable, binary.op, *term);
    variable = std::get_if<algebra::Variable>(&binary.right->value);
    term = std::get_if<rdf::Term>(&binary.left->value);
    if (variable != nullptr && term != nullptr)
      return compare(expression, *variable, mirrored(binary.op), *term);
    return nullptr;
  }

  TestPtr fast(const algebra::ExpressionPtr& /*expression*/, const algebra::BuiltInCall& call) {
    const auto* variable = call.arguments.empty()
                               ? nullptr
                               : std::get_if<algebra::Variable>(&call.arguments[0]->value);
    if (variable == nullptr) return nullptr;
    if (call.name == "BOUND" && call.arguments.size() == 1)
      return make_id_test(place(*variable), [](TermId id) -> Truth { return id != unbound; });
    if (call.name != "SAMETERM" || call.arguments.size() != 2) return nullptr;
    const auto* term = std::get_if<rdf::Term>(&call.arguments[1]->value);
    return term == nullptr ? nullptr : same_as(*variable, *term, false);
  }

  /// = of terms that are no literals is sameTerm (§17.4.1.7).
  TestPtr fast(const algebra::ExpressionPtr& /*expression*/, const algebra::InExpression& in) {
    const auto* variable = std::get_if<algebra::Variable>(&in.operand->value);
    if (variable == nullptr || in.list.empty()) return nullptr;
    std::unordered_set<TermId> members;
    for (const algebra::ExpressionPtr& member : in.list) {
      const auto* term = std::get_if<rdf::Term>(&member->value);
      if (term == nullptr || rdf::is_literal(*term)) return nullptr;
      members.insert(run_.vocabulary().id_of(*term));
    }
    return make_id_test(place(*variable), [members, negated = in.negated](TermId id) -> Truth {
      if (id == unbound) return std::nullopt;
      return members.contains(id) != negated;
    });
  }

  TestPtr compare(const algebra::ExpressionPtr& expression, const algebra::Variable& variable,
                  BinaryOperator op, const rdf::Term& term) {
    const bool is_equality = op == BinaryOperator::Equal || op == BinaryOperator::NotEqual;
    if (!rdf::is_literal(term))
      return is_equality ? same_as(variable, term, op == BinaryOperator::NotEqual) : nullptr;
    const bool is_order = op == BinaryOperator::Less || op == BinaryOperator::Greater ||
                          op == BinaryOperator::LessOrEqual || op == BinaryOperator::GreaterOrEqual;
    const std::optional<TermId> id = run_.source().find(term);
    if ((!is_order && !is_equality) || !id || store::tag_of(*id) != store::TermTag::Integer)
      return nullptr;
    return std::make_unique<IntegerTest>(place(variable), op, *id, general(expression));
  }

  TestPtr same_as(const algebra::Variable& variable, const rdf::Term& term, bool negated) {
    return make_id_test(place(variable),
                        [constant = run_.vocabulary().id_of(term), negated](TermId id) -> Truth {
                          if (id == unbound) return std::nullopt;
                          return (id == constant) != negated;
                        });
  }

  std::size_t place(const algebra::Variable& variable) const {
    for (std::size_t place = 0; place < node_.columns.size(); ++place)
      if (run_.variable(node_.columns[place].slot) == variable) return place;
    return no_column;
  }

  const optimizer::ActiveGraph& graph_;
  const optimizer::PlanNode& node_;
  Run& run_;
};

}  // namespace

void Condition::fetch_terms(const Batch& batch, Run& run) const {
  for (const std::size_t place : text_columns_) run.fetch(batch.columns[place]);
}

std::unique_ptr<RowTest> make_test(const algebra::ExpressionPtr& expression,
                                   const optimizer::ActiveGraph& graph,
                                   const optimizer::PlanNode& node, Run& run) {
  return TestMaker(graph, node, run).make(expression);
}

}  // namespace prosper::sparql::execution
