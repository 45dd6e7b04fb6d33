// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/page_frame.hpp"

#include "endpoint/http/relative_reference.hpp"

namespace prosper::endpoint {

pages::Frame make_frame(const Site& site, const Request& request) {
  pages::Frame frame;
  frame.root = path_to_root(request.path);
  if (frame.root.empty()) frame.root = "./";
  frame.base = site.store.public_base();
  if (find_parameter(request.query, "lang") == "en") frame.language = pages::Language::English;
  return frame;
}

Response page_response(int status, std::string html) {
  Response response = make_response(status, "text/html; charset=utf-8", std::move(html));
  // No inline script or style; pictures come from the ministry's servers.
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
               "img-src 'self' https: http: data:; form-action 'self'; base-uri 'none'; "
               "frame-ancestors 'none'");
  response.set("Referrer-Policy", "strict-origin-when-cross-origin");
  return response;
}

}  // namespace prosper::endpoint
