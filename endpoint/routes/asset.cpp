// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/assets.hpp"
#include "endpoint/routes/etag.hpp"
#include "endpoint/routes/formats.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"

namespace prosper::endpoint {

Response answer_asset(const Site& /*site*/, const Request& request) {
  require_method(request, "GET, HEAD");
  constexpr std::string_view folder = "/assets/";
  const auto asset = pages::find_asset(std::string_view(request.path).substr(folder.size()));
  if (!asset) throw HttpError(404, "no-such-asset", "There is no such file here.");
  Response response = make_response(200, with_charset(asset->media_type), std::string(asset->text));
  response.set("Cache-Control", "max-age=3600");
  return with_etag(request, std::move(response));
}

}  // namespace prosper::endpoint
