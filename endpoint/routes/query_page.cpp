// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/query_page.hpp"

#include "endpoint/http/form.hpp"
#include "endpoint/routes/page_frame.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"

namespace prosper::endpoint {

Response answer_query_page(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD");
  pages::QueryForm form;
  form.query = find_parameter(request.query, "query").value_or("");
  return page_response(200, pages::query_page(make_frame(site, request), form));
}

Response query_page_with_error(const Site& site, const Request& request, const Failure& failure) {
  pages::QueryForm form;
  const Parameters fields = content_type(request) == "application/x-www-form-urlencoded"
                                ? parse_form(request.body)
                                : request.query;
  form.query = find_parameter(fields, "query").value_or("");
  form.error = pages::QueryError{failure.code, failure.message, failure.line, failure.column};
  return page_response(failure.status, pages::query_page(make_frame(site, request), form));
}

}  // namespace prosper::endpoint
