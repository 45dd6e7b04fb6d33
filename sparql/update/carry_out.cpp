// SPDX-License-Identifier: Apache-2.0
#include "sparql/update/carry_out.hpp"

#include <variant>

#include "sparql/request/limits.hpp"
#include "sparql/update/operations.hpp"

namespace prosper::sparql::update {

UpdateReport carry_out(const algebra::Update& request, store::Transaction& transaction,
                       const RequestOptions& options) {
  RequestState state{transaction, options, request.base_iri, {}, {}};
  for (const algebra::UpdateOperation& operation : request.operations) {
    request::Limits(options).check();
    std::visit(algebra::Overloaded{
                   [&](const algebra::InsertData& o) { insert_data(o, state); },
                   [&](const algebra::DeleteData& o) { delete_data(o, state); },
                   [&](const algebra::Modify& o) { modify(o, state); },
                   [&](const algebra::Load& o) { load(o, state); },
                   [&](const algebra::Clear& o) { clear(o, state); },
                   [&](const algebra::Drop& o) { drop(o, state); },
                   [&](const algebra::Create& o) { create(o, state); },
                   [&](const algebra::Transfer& o) { transfer(o, state); },
               },
               operation);
  }
  return state.report;
}

}  // namespace prosper::sparql::update
