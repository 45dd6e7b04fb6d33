// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <variant>

#include "sparql/forms/query_forms.hpp"

namespace prosper::sparql::forms {

namespace {

class Mentioned {
 public:
  void add(const algebra::TermOrVariable& position) {
    const auto* variable = std::get_if<algebra::Variable>(&position);
    if (variable != nullptr && seen_.insert(variable->name).second) variables_.push_back(*variable);
  }

  std::vector<algebra::Variable> take() { return std::move(variables_); }

 private:
  std::set<std::string> seen_;
  std::vector<algebra::Variable> variables_;
};

std::vector<algebra::Variable> variables_of(const algebra::Query::Form& form) {
  if (const auto* select = std::get_if<algebra::SelectForm>(&form)) return select->variables;
  Mentioned mentioned;
  if (const auto* construct = std::get_if<algebra::ConstructForm>(&form)) {
    for (const algebra::TriplePattern& triple : construct->triples) {
      mentioned.add(triple.subject);
      mentioned.add(triple.predicate);
      mentioned.add(triple.object);
    }
  } else if (const auto* describe = std::get_if<algebra::DescribeForm>(&form)) {
    for (const algebra::TermOrVariable& target : describe->targets) mentioned.add(target);
  }
  return mentioned.take();
}

}  // namespace

request::Question question_of(const algebra::Query& query, const RequestOptions& options) {
  return {query.pattern, variables_of(query.form),
          request::describe_dataset(query.dataset, options), query.base_iri};
}

}  // namespace prosper::sparql::forms
