// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/fetched_documents.hpp"

#include "store/rdf/assert.hpp"

namespace prosper::endpoint {

FetchedDocuments::FetchedDocuments(sparql::DocumentSource& source,
                                   const std::vector<std::string>& iris,
                                   const sparql::CallLimits& limits) {
  constexpr std::size_t maximum_bytes = 256U << 20U;
  std::size_t bytes = 0;
  for (const std::string& iri : iris) {
    if (fetched_.contains(iri)) continue;
    Fetched& fetched = fetched_[iri];
    try {
      if (bytes > maximum_bytes)
        throw sparql::RemoteError(sparql::RemoteError::Reason::Failed,
                                  "LOAD <" + iri + ">: the documents before it are over " +
                                      std::to_string(maximum_bytes) + " bytes");
      fetched.document = source.fetch(iri, limits);
      bytes += fetched.document.text.size();
    } catch (const sparql::RemoteError&) {
      fetched.error = std::current_exception();
    }
  }
}

sparql::Document FetchedDocuments::fetch(const std::string& iri,
                                         const sparql::CallLimits& /*limits*/) {
  const auto found = fetched_.find(iri);
  PROSPER_ASSERT(found != fetched_.end());
  if (found->second.error) std::rethrow_exception(found->second.error);
  return found->second.document;
}

}  // namespace prosper::endpoint
