// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "sparql/parser/parse.hpp"
#include "sparql/sparql.hpp"
#include "sparql/update/carry_out.hpp"

namespace prosper::sparql {

struct PreparedUpdate::State {
  algebra::Update request;
};

PreparedUpdate::PreparedUpdate(std::unique_ptr<State> state) : state_(std::move(state)) {}

PreparedUpdate::PreparedUpdate(PreparedUpdate&&) noexcept = default;
PreparedUpdate& PreparedUpdate::operator=(PreparedUpdate&&) noexcept = default;
PreparedUpdate::~PreparedUpdate() = default;

PreparedUpdate PreparedUpdate::parse(std::string_view text, const RequestOptions& options) {
  ParserOptions parser_options;
  parser_options.base_iri = options.base_iri;
  return PreparedUpdate(std::make_unique<State>(State{parse_update(text, parser_options)}));
}

std::vector<std::string> PreparedUpdate::documents() const {
  std::vector<std::string> documents;
  for (const algebra::UpdateOperation& operation : state_->request.operations)
    if (const auto* load = std::get_if<algebra::Load>(&operation))
      documents.push_back(load->document.value);
  return documents;
}

UpdateReport PreparedUpdate::carry_out(store::Transaction& transaction,
                                       const RequestOptions& options) const {
  return update::carry_out(state_->request, transaction, options);
}

UpdateReport execute_update(std::string_view text, store::Transaction& transaction,
                            const RequestOptions& options) {
  return PreparedUpdate::parse(text, options).carry_out(transaction, options);
}

}  // namespace prosper::sparql
