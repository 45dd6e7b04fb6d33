// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/document_source.hpp"

#include <algorithm>

#include "endpoint/federation/http_exchange.hpp"
#include "endpoint/federation/remote_call.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using Reason = RemoteError::Reason;

constexpr std::size_t maximum_document_bytes = 64U << 20U;

bool is_file(const std::string& iri) {
  constexpr std::string_view scheme = "file:";
  return iri.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), iri.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
         });
}

std::vector<std::string> select(const std::vector<std::string>& prefixes, bool files) {
  std::vector<std::string> selected;
  std::copy_if(prefixes.begin(), prefixes.end(), std::back_inserter(selected),
               [&](const std::string& prefix) { return is_file(prefix) == files; });
  return selected;
}

bool is_redirection(const HttpAnswer& answer) {
  return answer.status >= 301 && answer.status <= 308 && answer.status != 304 &&
         !answer.location.empty();
}

}  // namespace

RemoteDocuments::RemoteDocuments(const FederationRules& rules)
    : allowed_(select(rules.documents, false)),
      files_(select(rules.documents, true)),
      allows_private_(rules.allows_private),
      time_(rules.time) {
  if (!rules.allows_files && !select(rules.documents, true).empty())
    throw MalformedUrl("files cannot be allowed for requests that come over HTTP");
}

sparql::Document RemoteDocuments::fetch(const std::string& iri, const sparql::CallLimits& limits) {
  return with_name("LOAD <" + iri + ">", [&] {
    return is_file(iri) ? files_.fetch(iri, maximum_document_bytes) : fetch_remote(iri, limits);
  });
}

sparql::Document RemoteDocuments::fetch_remote(std::string iri,
                                               const sparql::CallLimits& limits) const {
  constexpr unsigned maximum_redirections = 5;
  for (unsigned redirections = 0; redirections <= maximum_redirections; ++redirections) {
    HttpCall call;
    call.url = allowed_url(iri, allowed_, "--allow-load");
    call.maximum_bytes = maximum_document_bytes;
    call.time = time_;
    call.allows_private = allows_private_;
    call.headers = call_headers(limits);
    call.headers.emplace_back("Accept",
                              "text/turtle, application/n-triples;q=0.9, "
                              "application/rdf+xml;q=0.8, */*;q=0.1");
    HttpAnswer answer = exchange(call, limits);
    iri = iri.substr(0, iri.find('#'));
    if (answer.status == 200) return {std::move(answer.body), iri, answer.media_type};
    if (!is_redirection(answer)) throw status_error(answer);
    iri = rdf::resolve_iri(iri, answer.location);
  }
  throw RemoteError(Reason::Failed, "more than " + std::to_string(maximum_redirections) +
                                        " redirections follow one another");
}

std::unique_ptr<sparql::DocumentSource> make_document_source(const FederationRules& rules) {
  if (rules.documents.empty()) return nullptr;
  return std::make_unique<RemoteDocuments>(rules);
}

}  // namespace prosper::endpoint
