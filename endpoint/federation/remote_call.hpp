// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "endpoint/federation/allow_list.hpp"
#include "endpoint/federation/http_exchange.hpp"

namespace prosper::endpoint {

/// The address, if the list allows it. Throws RemoteError that names `option` otherwise.
RemoteUrl allowed_url(const std::string& iri, const AllowList& allowed, const char* option);

/// The headers of every call. Throws RemoteError when the request has passed too many endpoints.
std::vector<std::pair<std::string, std::string>> call_headers(const sparql::CallLimits& limits);

/// What another status than the one expected says.
sparql::RemoteError status_error(const HttpAnswer& answer);

/// Runs `function`; what it throws as RemoteError begins with the name of what was called.
template <typename Function>
auto with_name(const std::string& name, const Function& function) {
  try {
    return function();
  } catch (const sparql::RemoteError& error) {
    throw sparql::RemoteError(error.reason(), name + ": " + error.what());
  }
}

}  // namespace prosper::endpoint
