// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <map>
#include <string>
#include <vector>

#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// Documents fetched before they are needed: an update that waits for another machine must not let
/// all others wait for it. What could not be fetched fails when it is asked for.
class FetchedDocuments final : public sparql::DocumentSource {
 public:
  /// Fetches all; borrows nothing afterwards. Throws sparql::QueryCancelled.
  FetchedDocuments(sparql::DocumentSource& source, const std::vector<std::string>& iris,
                   const sparql::CallLimits& limits);

  sparql::Document fetch(const std::string& iri, const sparql::CallLimits& limits) override;

 private:
  struct Fetched {
    sparql::Document document;
    std::exception_ptr error;
  };

  std::map<std::string, Fetched> fetched_;
};

}  // namespace prosper::endpoint
