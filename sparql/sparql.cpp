// SPDX-License-Identifier: Apache-2.0
#include "sparql/sparql.hpp"

#include <utility>

#include "sparql/algebra/print.hpp"
#include "sparql/forms/query_forms.hpp"
#include "sparql/parser/parse.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::sparql {

struct PreparedQuery::State {
  algebra::Query query;
};

PreparedQuery::PreparedQuery(std::unique_ptr<State> state) : state_(std::move(state)) {}

PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

PreparedQuery PreparedQuery::parse(std::string_view text, const RequestOptions& options) {
  ParserOptions parser_options;
  parser_options.base_iri = options.base_iri;
  return PreparedQuery(std::make_unique<State>(State{parse_query(text, parser_options)}));
}

PreparedQuery::Form PreparedQuery::form() const {
  return std::visit(algebra::Overloaded{
                        [](const algebra::SelectForm&) { return Form::Select; },
                        [](const algebra::AskForm&) { return Form::Ask; },
                        [](const algebra::ConstructForm&) { return Form::Construct; },
                        [](const algebra::DescribeForm&) { return Form::Describe; },
                    },
                    state_->query.form);
}

const std::vector<std::pair<std::string, std::string>>& PreparedQuery::prefixes() const {
  return state_->query.prefixes;
}

std::unique_ptr<SolutionStream> PreparedQuery::select(const store::QuadSource& source,
                                                      const RequestOptions& options) const {
  PROSPER_ASSERT(form() == Form::Select);
  return forms::select(state_->query, source, options);
}

bool PreparedQuery::ask(const store::QuadSource& source, const RequestOptions& options) const {
  PROSPER_ASSERT(form() == Form::Ask);
  return forms::ask(state_->query, source, options);
}

void PreparedQuery::graph(const store::QuadSource& source, const RequestOptions& options,
                          rdf::QuadSink& sink) const {
  PROSPER_ASSERT(form() == Form::Construct || form() == Form::Describe);
  if (form() == Form::Construct)
    forms::construct(state_->query, source, options, sink);
  else
    forms::describe(state_->query, source, options, sink);
}

std::string PreparedQuery::explain() const {
  return algebra::print(state_->query);
}

std::string PreparedQuery::explain(const store::QuadSource& source, const RequestOptions& options,
                                   bool is_run) const {
  return forms::explain(state_->query, source, options, is_run);
}

}  // namespace prosper::sparql
