// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>
#include <optional>

#include "endpoint/federation/fetched_documents.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"
#include "endpoint/routes/write_access.hpp"

namespace prosper::endpoint {

Response answer_update(const Site& site, const Request& request) {
  require_method(request, "POST");
  require_write_access(site.writes, request);
  const ProtocolOperation operation =
      read_operation(request, "update", "application/sparql-update");
  sparql::RequestOptions options =
      make_options(site, request, operation.parameters, site.limits.transfer_time);
  options.default_graph_uris = all_parameters(operation.parameters, "using-graph-uri");
  options.named_graph_uris = all_parameters(operation.parameters, "using-named-graph-uri");
  require_absolute(options.default_graph_uris, "using-graph-uri");
  require_absolute(options.named_graph_uris, "using-named-graph-uri");

  // Read before its turn: a mistake in the text makes nobody wait.
  const auto update = sparql::PreparedUpdate::parse(operation.text, options);
  // Fetched before its turn as well.
  std::optional<FetchedDocuments> documents;
  if (site.documents != nullptr)
    options.documents = &documents.emplace(
        *site.documents, update.documents(),
        sparql::CallLimits{options.deadline, options.cancelled, options.call_depth});
  sparql::UpdateReport report;
  commit_in_turn(site, request, [&](store::Transaction& transaction) {
    report = update.carry_out(transaction, options);
  });
  const nlohmann::json body{{"inserted", report.inserted}, {"removed", report.removed}};
  return make_response(200, "application/json", body.dump() + "\n");
}

}  // namespace prosper::endpoint
