// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/solve.hpp"

#include <utility>

#include "sparql/execution/operators.hpp"
#include "sparql/optimizer/optimize.hpp"
#include "sparql/optimizer/print_plan.hpp"
#include "sparql/reference/solve.hpp"
#include "sparql/request/nesting.hpp"

namespace prosper::sparql::execution {

namespace {

/// One question at work: its plan, and the operators that carry it out.
class Solving final : public SolutionStream {
 public:
  Solving(request::Question question, const store::QuadSource& source,
          const RequestOptions& options)
      : question_(std::move(question)), run_(question_, source, options) {
    plan_ = optimizer::optimize(question_, source, run_.graphs(), run_.functions());
    run_.variables = plan_.variables;
    for (const algebra::Variable& variable : question_.variables) names_.push_back(variable.name);
    for (const optimizer::Slot slot : plan_.answer) places_.push_back(place_of(slot, *plan_.root));
    root_ = build(*plan_.root, run_, nullptr);
  }

  const std::vector<std::string>& variables() const override { return names_; }

  bool next(SolutionRow& row) override {
    while (row_ >= batch_.rows) {
      if (!next_batch()) return false;
      fetch_terms();
    }
    row.resize(places_.size());
    for (std::size_t column = 0; column < places_.size(); ++column) {
      const store::TermId id = cell(batch_, places_[column], row_);
      if (id == unbound)
        row[column].reset();
      else
        row[column] = run_.term(id);
    }
    ++row_;
    return true;
  }

  /// Without terms, for the rows to be counted.
  bool next_batch() {
    row_ = 0;
    return root_->next(batch_);
  }

  std::string print_plan(bool is_run) const {
    return optimizer::print_plan(plan_, [&](const optimizer::PlanNode& node) {
      const auto count = run_.counts.find(&node);
      const bool is_counted = is_run && count != run_.counts.end();
      return is_counted ? std::optional(count->second) : std::nullopt;
    });
  }

 private:
  void fetch_terms() {
    std::vector<store::TermId> ids;
    for (const std::size_t place : places_)
      if (place != no_column)
        ids.insert(ids.end(), batch_.columns[place].begin(), batch_.columns[place].end());
    run_.fetch(ids);
  }

  request::Question question_;
  Run run_;
  optimizer::Plan plan_;
  std::vector<std::string> names_;
  std::vector<std::size_t> places_;
  OperatorPtr root_;
  Batch batch_;
  std::size_t row_ = 0;
};

}  // namespace

std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options) {
  request::check_nesting(*question.pattern);
  if (request::has_long_chain(*question.pattern))
    return reference::solve(std::move(question), source, options);
  return std::make_unique<Solving>(std::move(question), source, options);
}

std::string explain(request::Question question, const store::QuadSource& source,
                    const RequestOptions& options, bool is_run) {
  request::check_nesting(*question.pattern);
  if (request::has_long_chain(*question.pattern)) return "reference\n";
  Solving solving(std::move(question), source, options);
  while (is_run && solving.next_batch()) {
  }
  return solving.print_plan(is_run);
}

}  // namespace prosper::sparql::execution
