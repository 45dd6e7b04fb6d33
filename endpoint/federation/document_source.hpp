// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "endpoint/federation/allow_list.hpp"
#include "endpoint/federation/federation.hpp"
#include "sparql/remote.hpp"

namespace prosper::endpoint {

/// Files below some folders of this machine.
class AllowedFiles {
 public:
  /// `prefixes`: file IRIs. Throws MalformedUrl.
  explicit AllowedFiles(const std::vector<std::string>& prefixes);

  /// Throws RemoteError: not allowed, not there, too long. Links are followed before the folder is
  /// compared.
  sparql::Document fetch(const std::string& iri, std::size_t maximum_bytes) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

/// LOAD from the web, and from files where that is allowed. Up to five redirections are followed,
/// each to an address that is allowed as well.
class RemoteDocuments final : public sparql::DocumentSource {
 public:
  /// Throws MalformedUrl.
  explicit RemoteDocuments(const FederationRules& rules);

  sparql::Document fetch(const std::string& iri, const sparql::CallLimits& limits) override;

 private:
  sparql::Document fetch_remote(std::string iri, const sparql::CallLimits& limits) const;

  AllowList allowed_;
  AllowedFiles files_;
  bool allows_private_;
  std::chrono::seconds time_;
};

}  // namespace prosper::endpoint
