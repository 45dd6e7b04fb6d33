// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/router.hpp"

#include <nlohmann/json.hpp>

#include "endpoint/http/negotiation.hpp"
#include "endpoint/pages/error_page.hpp"
#include "endpoint/routes/failure.hpp"
#include "endpoint/routes/page_frame.hpp"
#include "endpoint/routes/routes.hpp"

namespace prosper::endpoint {
namespace {

using Answer = Response (*)(const Site&, const Request&);

struct Route {
  std::string_view path;
  /// The path and everything below it, not the path alone.
  bool is_folder;
  Answer answer;
  /// What other origins may do (CORS); empty: nothing.
  std::string_view shared_methods;
};

constexpr std::string_view reads = "GET, HEAD, OPTIONS";

constexpr Route routes[] = {
    {"/sparql", false, answer_query, "GET, HEAD, POST, OPTIONS"},
    {"/update", false, answer_update, ""},
    {"/data", false, answer_graph_store, reads},
    {"/doc/", true, answer_document, reads},
    {"/assets/", true, answer_asset, reads},
    {"/health", false, answer_health, reads},
    {"/", false, answer_query_page, reads},
    {"/", true, answer_resource, reads},
};

const Route* find_route(std::string_view path) {
  for (const Route& route : routes)
    if (route.is_folder ? path.starts_with(route.path) && path.size() > route.path.size()
                        : path == route.path)
      return &route;
  return nullptr;
}

/// A preflight asks what a page of another site may do: read, never write.
Response answer_preflight(const Route& route) {
  Response response = make_response(204, "text/plain; charset=utf-8", {});
  if (route.shared_methods.empty()) return response;
  response.set("Allow", std::string(route.shared_methods));
  response.set("Access-Control-Allow-Methods", std::string(route.shared_methods));
  response.set("Access-Control-Allow-Headers",
               "Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since");
  response.set("Access-Control-Max-Age", "86400");
  return response;
}

bool is_shared_with(const Route& route, const Request& request) {
  if (route.shared_methods.empty()) return false;
  return request.is_read() || request.method == "OPTIONS" ||
         (request.method == "POST" && route.shared_methods.find("POST") != std::string_view::npos);
}

/// Whether an error may be shown as JSON (2: best), text (1) or page (0).
std::size_t choose_error_form(const Request& request) {
  const std::string_view accept = request.header("Accept").value_or("");
  return choose_media_type(accept, {"application/json", "text/plain", "text/html"}).value_or(0);
}

std::string to_text(const Failure& failure) {
  std::string text = failure.code + ": " + failure.message;
  if (failure.line > 0)
    text += " (line " + std::to_string(failure.line) + ", column " +
            std::to_string(failure.column) + ")";
  return text + "\n";
}

std::string to_json(const Failure& failure) {
  nlohmann::json body{
      {"status", failure.status}, {"code", failure.code}, {"message", failure.message}};
  if (failure.line > 0) {
    body["line"] = failure.line;
    body["column"] = failure.column;
  }
  return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Response write_failure(const Site& site, const Request& request, const Failure& failure) {
  switch (choose_error_form(request)) {
    case 1:
      return make_response(failure.status, "text/plain; charset=utf-8", to_text(failure));
    case 2:
      if (request.path == "/sparql") return query_page_with_error(site, request, failure);
      return page_response(
          failure.status,
          pages::error_page(make_frame(site, request),
                            {failure.status, std::string(reason_phrase(failure.status)),
                             failure.code, failure.message}));
    default:
      return make_response(failure.status, "application/json", to_json(failure));
  }
}

void share(Response& response) {
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Access-Control-Expose-Headers",
               "Content-Location, ETag, Last-Modified, Link, Location, Retry-After");
}

}  // namespace

Response describe_failure(const Site& site, const Request& request, std::exception_ptr exception) {
  const Failure failure = failure_of(std::move(exception));
  Response response;
  try {
    response = write_failure(site, request, failure);
  } catch (const std::exception&) {
    // A request so broken that its own page fails (an unreadable form): the plain form always
    // works.
    response = make_response(failure.status, "application/json", to_json(failure));
  }
  for (const auto& [name, value] : failure.headers) response.set(name, value);
  response.set("Vary", "Accept");
  response.set("X-Content-Type-Options", "nosniff");
  const Route* route = find_route(request.path);
  if (route == nullptr || is_shared_with(*route, request)) share(response);
  return response;
}

Response respond(const Site& site, const Request& request) {
  try {
    const Route* route = find_route(request.path);
    if (route == nullptr) throw HttpError(404, "not-found", "There is nothing at this address.");
    Response response =
        request.method == "OPTIONS" ? answer_preflight(*route) : route->answer(site, request);
    response.set("X-Content-Type-Options", "nosniff");
    if (is_shared_with(*route, request)) share(response);
    return response;
  } catch (...) {
    return describe_failure(site, request, std::current_exception());
  }
}

}  // namespace prosper::endpoint
