// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "endpoint/http/request.hpp"
#include "sparql/results/result_writer.hpp"
#include "store/rdf/io/rdf_format.hpp"

namespace prosper::endpoint {

struct HtmlPage {
  bool operator==(const HtmlPage&) const = default;
};

/// The format of an answer and the Content-Type it goes out with.
template <typename Format>
struct Chosen {
  std::variant<Format, HtmlPage> format;
  std::string content_type;

  bool is_html() const { return std::holds_alternative<HtmlPage>(format); }
};

/// The format of a SELECT or (with `boolean`) ASK answer: `?format=` if given, else the Accept
/// header. Throws HttpError 406 naming what there is.
Chosen<sparql::ResultFormat> choose_result_format(const Request& request,
                                                  const Parameters& parameters, bool boolean);

/// The format of an RDF answer, in the same way. `with_html` says whether there is a page.
Chosen<rdf::RdfFormat> choose_graph_format(const Request& request, const Parameters& parameters,
                                           bool with_html);

/// The format of a document's extension: ttl, trig, nt, nq, rdf, jsonld, html.
std::optional<Chosen<rdf::RdfFormat>> graph_format_of_extension(std::string_view extension);

/// Extension and media type of every form a document has.
const std::vector<std::pair<std::string_view, std::string_view>>& document_forms();

/// Adds "; charset=utf-8" to text types.
std::string with_charset(std::string_view media_type);

/// The prefixes documents are written with: those of the vocabularies in use, and id: voc: doc: of
/// the public base.
std::vector<std::pair<std::string, std::string>> document_prefixes(std::string_view public_base);

}  // namespace prosper::endpoint
