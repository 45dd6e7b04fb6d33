// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/service_client.hpp"

#include <algorithm>

#include "endpoint/federation/http_exchange.hpp"
#include "endpoint/federation/remote_call.hpp"
#include "endpoint/http/form.hpp"
#include "sparql/results/result_reader.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using Reason = RemoteError::Reason;

sparql::ResultFormat format_of(const HttpAnswer& answer) {
  const auto format = sparql::result_format_of_media_type(answer.media_type);
  if (format == sparql::ResultFormat::Json || format == sparql::ResultFormat::Xml ||
      format == sparql::ResultFormat::Tsv)
    return *format;
  throw RemoteError(Reason::Failed,
                    "the answer is " +
                        (answer.media_type.empty() ? "of unknown type" : answer.media_type) +
                        "; expected SPARQL results in JSON or XML");
}

sparql::ServiceAnswer read_answer(const HttpAnswer& answer) {
  if (answer.status != 200) throw status_error(answer);
  try {
    sparql::ResultDocument document = sparql::read_results(answer.body, format_of(answer));
    if (document.boolean) throw RemoteError(Reason::Failed, "the answer is true or false");
    return {std::move(document.variables), std::move(document.rows)};
  } catch (const rdf::SyntaxError& error) {
    throw RemoteError(Reason::Failed, std::string("the answer cannot be read: ") + error.what());
  }
}

}  // namespace

HttpServiceClient::HttpServiceClient(const FederationRules& rules)
    : allowed_(rules.services), allows_private_(rules.allows_private), time_(rules.time) {}

sparql::ServiceAnswer HttpServiceClient::ask(const std::string& endpoint, const std::string& query,
                                             const sparql::CallLimits& limits) {
  return with_name("SERVICE <" + endpoint + ">", [&] {
    HttpCall call;
    call.url = allowed_url(endpoint, allowed_, "--allow-service");
    call.method = "POST";
    call.body = "query=" + encode_query_value(query);
    call.time = time_;
    call.allows_private = allows_private_;
    call.headers = call_headers(limits);
    call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    call.headers.emplace_back(
        "Accept", "application/sparql-results+json, application/sparql-results+xml;q=0.8");
    return read_answer(exchange(call, limits));
  });
}

std::unique_ptr<sparql::ServiceClient> make_service_client(const FederationRules& rules) {
  if (rules.services.empty()) return nullptr;
  return std::make_unique<HttpServiceClient>(rules);
}

}  // namespace prosper::endpoint
