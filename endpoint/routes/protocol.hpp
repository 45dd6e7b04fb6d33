// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "endpoint/http/request.hpp"
#include "endpoint/routes/site.hpp"
#include "sparql/sparql.hpp"

namespace prosper::endpoint {

/// The operation a SPARQL Protocol request carries (SPARQL 1.1 Protocol §2.1, §2.2).
struct ProtocolOperation {
  /// The query or update text; empty when the request has none.
  std::string text;
  bool present = false;
  /// Query string and form fields together.
  Parameters parameters;
};

/// Reads the operation from the query string (`name`, GET only), a form, or a body of `media_type`.
/// Throws HttpError 400 for a repeated or missing operation, 415 for another body.
ProtocolOperation read_operation(const Request& request, std::string_view name,
                                 std::string_view media_type);

/// Options with base, default graph and cancellation of the site, and a deadline of at most
/// `limit`, sooner with ?timeout=seconds.
sparql::RequestOptions make_options(const Site& site, const Request& request,
                                    const Parameters& parameters, std::chrono::seconds limit);

/// Carries out a change when its turn comes and returns when it is durable (WriteGroups). Throws
/// HttpError 503 when the writes before it take too long.
void commit_in_turn(const Site& site, const Request& request, const WriteGroups::Change& change);

/// Throws HttpError 400 unless every IRI is absolute.
void require_absolute(const std::vector<std::string>& iris, std::string_view parameter);

/// Throws HttpError 405 unless the method is in the comma-separated list.
void require_method(const Request& request, std::string_view allowed);

}  // namespace prosper::endpoint
