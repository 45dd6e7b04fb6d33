// SPDX-License-Identifier: Apache-2.0
#include <variant>

#include "sparql/execution/limits.hpp"
#include "sparql/parser/parse.hpp"
#include "sparql/sparql.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql {

UpdateReport execute_update(std::string_view text, store::Transaction& transaction,
                            const RequestOptions& options) {
  ParserOptions parser_options;
  parser_options.base_iri = options.base_iri;
  const algebra::Update request = parse_update(text, parser_options);
  update::RequestState state{transaction, options, request.base_iri, {}, {}};
  for (const algebra::UpdateOperation& operation : request.operations) {
    execution::Limits(options).check();
    std::visit(algebra::Overloaded{
                   [&](const algebra::InsertData& o) { update::insert_data(o, state); },
                   [&](const algebra::DeleteData& o) { update::delete_data(o, state); },
                   [&](const algebra::Modify& o) { update::modify(o, state); },
                   [&](const algebra::Load& o) { update::load(o); },
                   [&](const algebra::Clear& o) { update::clear(o, state); },
                   [&](const algebra::Drop& o) { update::drop(o, state); },
                   [&](const algebra::Create& o) { update::create(o, state); },
                   [&](const algebra::Transfer& o) { update::transfer(o, state); },
               },
               operation);
  }
  return state.report;
}

}  // namespace prosper::sparql
