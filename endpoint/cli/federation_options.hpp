// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "endpoint/federation/federation.hpp"

namespace CLI {
class App;
}

namespace prosper::endpoint::cli {

/// --allow-service, --allow-private-service, --service-timeout
void add_service_options(CLI::App& command, FederationRules& rules);
/// --allow-load
void add_load_option(CLI::App& command, FederationRules& rules);

/// What the rules allow; null where nothing.
struct Federation {
  std::unique_ptr<sparql::ServiceClient> services;
  std::unique_ptr<sparql::DocumentSource> documents;
};

/// Throws UsageError for a prefix that is no address.
Federation make_federation(const FederationRules& rules);

}  // namespace prosper::endpoint::cli
