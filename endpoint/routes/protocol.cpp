// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/protocol.hpp"

#include <algorithm>
#include <charconv>

#include "endpoint/federation/federation.hpp"
#include "endpoint/http/form.hpp"
#include "endpoint/http/response.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint {
namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

void take_parameter(ProtocolOperation& operation, std::string_view name) {
  const auto texts = all_parameters(operation.parameters, name);
  if (texts.size() > 1)
    throw HttpError(400, "repeated-parameter",
                    "The parameter " + std::string(name) + " may be given once only.");
  if (texts.empty()) return;
  operation.text = texts.front();
  operation.present = true;
}

/// Whatever is no number comes from nobody we know.
unsigned call_depth(const Request& request) {
  unsigned depth = 0;
  if (const auto text = request.header(call_depth_header))
    std::from_chars(text->data(), text->data() + text->size(), depth);
  return depth;
}

}  // namespace

ProtocolOperation read_operation(const Request& request, std::string_view name,
                                 std::string_view media_type) {
  ProtocolOperation operation{{}, false, request.query};
  if (request.is_read()) {
    take_parameter(operation, name);
    return operation;
  }
  const std::string type = content_type(request);
  if (type == media_type) {
    if (!is_utf8(request.body))
      throw HttpError(400, "malformed-text", "The request holds bytes that are not UTF-8.");
    operation.text = request.body;
    operation.present = true;
  } else if (type == form_type) {
    Parameters fields = parse_form(request.body);
    std::move(fields.begin(), fields.end(), std::back_inserter(operation.parameters));
    take_parameter(operation, name);
  } else {
    throw HttpError(
        415, "unsupported-media-type",
        "Send " + std::string(media_type) + " or " + std::string(form_type) +
            (type.empty() ? "; the request names no Content-Type." : ", not " + type + "."));
  }
  if (!operation.present)
    throw HttpError(400, "missing-parameter",
                    "The parameter " + std::string(name) + " is missing.");
  return operation;
}

sparql::RequestOptions make_options(const Site& site, const Request& request,
                                    const Parameters& parameters, std::chrono::seconds limit) {
  if (const auto text = find_parameter(parameters, "timeout"); text && !text->empty()) {
    unsigned seconds = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (error != std::errc{} || end != text->data() + text->size() || seconds == 0)
      throw HttpError(400, "malformed-timeout", "timeout is a whole number of seconds above 0.");
    limit = std::min(limit, std::chrono::seconds(seconds));
  }
  sparql::RequestOptions options;
  options.default_graph = site.default_graph;
  options.base_iri = site.store.public_base();
  options.deadline = std::chrono::steady_clock::now() + limit;
  options.cancelled = request.cancelled;
  options.services = site.services;
  options.documents = site.documents;
  options.call_depth = call_depth(request);
  return options;
}

void commit_in_turn(const Site& site, const Request& request, const WriteGroups::Change& change) {
  constexpr std::size_t small_body = 64U << 10U;
  const auto company = request.body.size() <= small_body ? WriteGroups::Company::Welcome
                                                         : WriteGroups::Company::None;
  site.writers.commit(site.store, change, company,
                      std::chrono::steady_clock::now() + site.limits.writer_wait,
                      request.cancelled);
}

void require_absolute(const std::vector<std::string>& iris, std::string_view parameter) {
  for (const std::string& iri : iris)
    if (!rdf::is_absolute_iri(iri) || !rdf::has_only_iri_characters(iri))
      throw HttpError(400, "malformed-iri",
                      std::string(parameter) + " must be an absolute IRI, not \"" + iri + "\".");
}

void require_method(const Request& request, std::string_view allowed) {
  for (std::string_view rest = allowed; !rest.empty();) {
    const std::size_t comma = rest.find(", ");
    if (rest.substr(0, comma) == request.method) return;
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
  }
  throw HttpError(405, "method-not-allowed",
                  request.method + " is not possible here; use " + std::string(allowed) + ".")
      .with("Allow", std::string(allowed));
}

}  // namespace prosper::endpoint
