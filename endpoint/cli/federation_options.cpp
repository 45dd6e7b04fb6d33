// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/federation_options.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "endpoint/cli/command.hpp"
#include "endpoint/federation/remote_url.hpp"

namespace prosper::endpoint::cli {

namespace {

void add_prefixes(CLI::App& command, const char* name, std::vector<std::string>& prefixes,
                  const char* meaning) {
  command.add_option(name, prefixes, meaning)->type_name("PREFIX")->expected(1)->take_all();
}

}  // namespace

void add_service_options(CLI::App& command, FederationRules& rules) {
  add_prefixes(command, "--allow-service", rules.services,
               "SERVICE may ask endpoints whose address begins so (repeatable)");
  command.add_flag(
      "--allow-private-service", rules.allows_private,
      "SERVICE and LOAD may call this machine and private networks too, where a prefix "
      "allows it");
  command
      .add_option_function<unsigned>(
          "--service-timeout",
          [&rules](unsigned seconds) { rules.time = std::chrono::seconds(seconds); },
          "Seconds one call of SERVICE or LOAD may take [30]")
      ->check(CLI::Range(1U, 86400U))
      ->type_name("SECONDS");
}

void add_load_option(CLI::App& command, FederationRules& rules) {
  add_prefixes(command, "--allow-load", rules.documents,
               "LOAD may fetch documents whose address begins so (repeatable)");
}

Federation make_federation(const FederationRules& rules) {
  try {
    return {make_service_client(rules), make_document_source(rules)};
  } catch (const MalformedUrl& error) {
    throw UsageError(std::string("--allow-service and --allow-load take prefixes of addresses: ") +
                     error.what());
  }
}

}  // namespace prosper::endpoint::cli
