// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http/form.hpp"
#include "endpoint/http/relative_reference.hpp"
#include "endpoint/pages/document_page.hpp"
#include "endpoint/routes/document.hpp"
#include "endpoint/routes/etag.hpp"
#include "endpoint/routes/formats.hpp"
#include "endpoint/routes/page_frame.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"
#include "store/rdf/io/serializer.hpp"

namespace prosper::endpoint {
namespace {

constexpr std::size_t maximum_path = 2048;

/// The path without its leading slash.
std::string_view site_path(const Request& request) {
  if (request.path.size() > maximum_path)
    throw HttpError(404, "not-found", "No address here is that long.");
  return std::string_view(request.path).substr(1);
}

[[noreturn]] void refuse_unknown(const Site& site, std::string_view path) {
  throw HttpError(404, "not-found",
                  "Nothing is known about <" + site.store.public_base() + std::string(path) +
                      ">. Check the spelling (upper and lower case differ), or search with a "
                      "query at /sparql.");
}

/// What /doc/{key}[.extension] asks for.
struct RequestedDocument {
  Document document;
  std::string extension;
};

/// A key may itself hold dots, so the whole is tried first.
RequestedDocument find_requested(const Site& site, const store::Snapshot& snapshot,
                                 std::string_view key) {
  const std::string& base = site.store.public_base();
  if (auto document = find_document(snapshot, base, key)) return {std::move(*document), {}};
  const std::size_t dot = key.rfind('.');
  if (dot != std::string_view::npos && graph_format_of_extension(key.substr(dot + 1)))
    if (auto document = find_document(snapshot, base, key.substr(0, dot)))
      return {std::move(*document), std::string(key.substr(dot + 1))};
  refuse_unknown(site, "doc/" + std::string(key));
}

std::string serialize(const Document& document, rdf::RdfFormat format, const std::string& base) {
  rdf::StringSink text;
  const auto serializer = rdf::make_serializer(format, text, {document_prefixes(base)});
  for (const rdf::Quad& quad : document.quads) serializer->quad(quad);
  serializer->finish();
  return text.text();
}

pages::DocumentContent page_content(const Document& document, const std::string& self) {
  pages::DocumentContent content;
  content.is_notice = document.kind == Document::Kind::Notice;
  content.key = document.key;
  content.iri = document.iri;
  content.topic = document.topic;
  content.quads = document.quads;
  for (const auto& [extension, type] : document_forms())
    content.forms.push_back({std::string(extension), self + "." + std::string(extension)});
  return content;
}

void add_links(Response& response, const Document& document, const std::string& self) {
  response.headers.emplace_back("Link", "<" + document.iri + ">; rel=\"canonical\"");
  for (const auto& [extension, type] : document_forms())
    response.headers.emplace_back("Link", "<" + self + "." + std::string(extension) +
                                              ">; rel=\"alternate\"; type=\"" + std::string(type) +
                                              "\"");
  response.headers.emplace_back(
      "Link", "<" + document.topic + ">; rel=\"http://xmlns.com/foaf/0.1/primaryTopic\"");
}

}  // namespace

Response answer_resource(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD");
  const std::string_view path = site_path(request);
  const auto snapshot = site.store.snapshot();
  const std::string& base = site.store.public_base();
  std::string target;
  if (const auto key = find_document_key(*snapshot, base, path))
    target = "/doc/" + *key;
  else if (const std::string graph = base + std::string(path); find_graph(*snapshot, graph))
    // A graph without a description of its own, like {B}graph/actors: its content.
    target = "/data?graph=" + encode_query_value(graph);
  else
    refuse_unknown(site, path);
  Response response = make_response(303, "text/plain; charset=utf-8", {});
  std::string location = relative_reference(request.path, target);
  if (find_parameter(request.query, "lang") == "en" && target.find('?') == std::string::npos)
    location += "?lang=en";
  response.set("Location", location);
  response.set("Vary", "Accept");
  response.body = "Described at " + location + "\n";
  return response;
}

Response answer_document(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD");
  constexpr std::string_view folder = "doc/";
  const auto snapshot = site.store.snapshot();
  const auto [document, extension] =
      find_requested(site, *snapshot, site_path(request).substr(folder.size()));
  const auto chosen = extension.empty() ? choose_graph_format(request, request.query, true)
                                        : *graph_format_of_extension(extension);
  // Links are relative to the document's own path, which an extension does not change.
  const std::string self = relative_reference(request.path, "/doc/" + document.key);
  Response response;
  if (chosen.is_html())
    response = page_response(200, pages::document_page(make_frame(site, request), *snapshot,
                                                       page_content(document, self)));
  else
    response = make_response(
        200, chosen.content_type,
        serialize(document, std::get<rdf::RdfFormat>(chosen.format), site.store.public_base()));
  if (extension.empty()) response.set("Vary", "Accept");
  if (const auto date = last_modified(document)) response.set("Last-Modified", *date);
  response.set("Cache-Control", "no-cache");
  add_links(response, document, self);
  return with_etag(request, std::move(response));
}

}  // namespace prosper::endpoint
