// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"

namespace prosper::endpoint {

Response answer_health(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD");
  const auto snapshot = site.store.snapshot();
  const nlohmann::json body{
      {"status", "ok"}, {"quads", snapshot->quad_count()}, {"commit", snapshot->commit_number()}};
  Response response = make_response(200, "application/json", body.dump() + "\n");
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace prosper::endpoint
