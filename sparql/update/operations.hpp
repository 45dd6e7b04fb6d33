// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/update.hpp"
#include "sparql/forms/template_instance.hpp"
#include "sparql/sparql.hpp"

namespace prosper::sparql::update {

/// What the operations of one request share. Borrows the transaction and the options.
struct RequestState {
  store::Transaction& transaction;
  const RequestOptions& options;
  std::string base_iri;
  /// Of INSERT DATA: the scope of a label is the request.
  forms::FreshBlankNodes blank_nodes;
  UpdateReport report;

  void insert(const rdf::Quad& quad) { report.inserted += transaction.insert(quad) ? 1 : 0; }

  void remove(const rdf::Quad& quad) { report.removed += transaction.remove(quad) ? 1 : 0; }
};

/// SPARQL 1.1 Update §3, one function an operation. Each throws UpdateError when the operation
/// cannot be carried out and is not SILENT, LOAD a RemoteError; StoreError and QueryCancelled pass
/// through.
void insert_data(const algebra::InsertData& operation, RequestState& state);
void delete_data(const algebra::DeleteData& operation, RequestState& state);
void modify(const algebra::Modify& operation, RequestState& state);
void load(const algebra::Load& operation, RequestState& state);
void clear(const algebra::Clear& operation, RequestState& state);
void drop(const algebra::Drop& operation, RequestState& state);
void create(const algebra::Create& operation, RequestState& state);
void transfer(const algebra::Transfer& operation, RequestState& state);

/// The store records no empty graphs: a named graph exists when it holds a quad.
bool graph_exists(const rdf::Iri& graph, const store::QuadSource& source);

}  // namespace prosper::sparql::update
