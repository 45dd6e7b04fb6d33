// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/update.hpp"
#include "sparql/sparql.hpp"

namespace prosper::sparql::update {

/// Carries out the operations of a request in order (SPARQL 1.1 Update §3) inside `transaction`,
/// which the caller commits, or drops on any exception. Throws UpdateError, RemoteError,
/// QueryCancelled, UnsupportedFeature and StoreError.
UpdateReport carry_out(const algebra::Update& request, store::Transaction& transaction,
                       const RequestOptions& options);

}  // namespace prosper::sparql::update
