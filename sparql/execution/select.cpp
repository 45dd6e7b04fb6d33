// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/nesting.hpp"
#include "sparql/execution/operators.hpp"
#include "sparql/execution/query_forms.hpp"

namespace prosper::sparql::execution {

namespace {

class SelectStream final : public SolutionStream {
 public:
  SelectStream(const algebra::Query& query, const store::QuadSource& source,
               const RequestOptions& options)
      : evaluation_(source, describe_dataset(query.dataset, options), options, query.base_iri),
        solutions_(evaluate(*query.pattern, evaluation_, ActiveGraph{})) {
    for (const algebra::Variable& variable : std::get<algebra::SelectForm>(query.form).variables) {
      names_.push_back(variable.name);
      slots_.push_back(evaluation_.slot(variable));
    }
  }

  const std::vector<std::string>& variables() const override { return names_; }

  bool next(SolutionRow& row) override {
    evaluation_.limits().check();
    const Solution* solution = solutions_.next();
    if (solution == nullptr) return false;
    row.assign(slots_.size(), std::nullopt);
    for (std::size_t column = 0; column < slots_.size(); ++column)
      if (const TermPtr& term = solution->get(slots_[column])) row[column] = term->term;
    return true;
  }

 private:
  std::vector<std::string> names_;
  std::vector<Slot> slots_;
  Evaluation evaluation_;
  Solutions solutions_;
};

}  // namespace

std::unique_ptr<SolutionStream> select(const algebra::Query& query, const store::QuadSource& source,
                                       const RequestOptions& options) {
  check_nesting(*query.pattern);
  return std::make_unique<SelectStream>(query, source, options);
}

}  // namespace prosper::sparql::execution
