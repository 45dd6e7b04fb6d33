// SPDX-License-Identifier: Apache-2.0
#include "sparql/reference/solve.hpp"

#include <utility>

#include "sparql/reference/operators.hpp"
#include "sparql/request/nesting.hpp"

namespace prosper::sparql::reference {

namespace {

class SolvedStream final : public SolutionStream {
 public:
  SolvedStream(request::Question question, const store::QuadSource& source,
               const RequestOptions& options)
      : question_(std::move(question)),
        limits_(options),
        services_(options, question_.base_iri, limits_),
        evaluation_(source, question_.dataset, limits_, functions_, services_),
        solutions_(evaluate(*question_.pattern, evaluation_, ActiveGraph{})) {
    functions_.base_iri = question_.base_iri;
    for (const algebra::Variable& variable : question_.variables) {
      names_.push_back(variable.name);
      slots_.push_back(evaluation_.slot(variable));
    }
  }

  const std::vector<std::string>& variables() const override { return names_; }

  bool next(SolutionRow& row) override {
    limits_.check();
    const Solution* solution = solutions_.next();
    if (solution == nullptr) return false;
    row.assign(slots_.size(), std::nullopt);
    for (std::size_t column = 0; column < slots_.size(); ++column)
      if (const TermPtr& term = solution->get(slots_[column])) row[column] = term->term;
    return true;
  }

 private:
  request::Question question_;
  std::vector<std::string> names_;
  std::vector<Slot> slots_;
  request::Limits limits_;
  functions::Context functions_;
  request::ServiceCalls services_;
  Evaluation evaluation_;
  Solutions solutions_;
};

}  // namespace

std::unique_ptr<SolutionStream> solve(request::Question question, const store::QuadSource& source,
                                      const RequestOptions& options) {
  request::check_nesting(*question.pattern);
  return std::make_unique<SolvedStream>(std::move(question), source, options);
}

}  // namespace prosper::sparql::reference
