// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/formats.hpp"

#include <array>

#include "endpoint/http/negotiation.hpp"
#include "endpoint/http/response.hpp"
#include "vocabularies/terms/prefixes.hpp"

namespace prosper::endpoint {
namespace {

using rdf::RdfFormat;
using sparql::ResultFormat;

template <typename Format>
struct Offer {
  std::string_view media_type;
  std::variant<Format, HtmlPage> format;
};

const std::vector<Offer<ResultFormat>>& solution_offers() {
  static const std::vector<Offer<ResultFormat>> offers{
      {"application/sparql-results+json", ResultFormat::Json},
      {"application/sparql-results+xml", ResultFormat::Xml},
      {"text/csv", ResultFormat::Csv},
      {"text/tab-separated-values", ResultFormat::Tsv},
      {"text/html", HtmlPage{}},
      {"application/xhtml+xml", HtmlPage{}},
      {"application/json", ResultFormat::Json},
      {"application/xml", ResultFormat::Xml},
      {"text/xml", ResultFormat::Xml},
      {"text/plain", ResultFormat::Table},
  };
  return offers;
}

const std::vector<Offer<RdfFormat>>& graph_offers() {
  static const std::vector<Offer<RdfFormat>> offers{
      {"text/turtle", RdfFormat::Turtle},
      {"application/n-triples", RdfFormat::NTriples},
      {"application/rdf+xml", RdfFormat::RdfXml},
      {"application/ld+json", RdfFormat::JsonLd},
      {"application/trig", RdfFormat::TriG},
      {"application/n-quads", RdfFormat::NQuads},
      {"text/html", HtmlPage{}},
      {"application/xhtml+xml", HtmlPage{}},
      {"application/x-turtle", RdfFormat::Turtle},
      {"text/n3", RdfFormat::Turtle},
      {"application/json", RdfFormat::JsonLd},
      {"application/xml", RdfFormat::RdfXml},
      {"text/xml", RdfFormat::RdfXml},
      {"text/plain", RdfFormat::NTriples},
  };
  return offers;
}

std::string_view type_of(const std::variant<ResultFormat, HtmlPage>& format) {
  const auto* result = std::get_if<ResultFormat>(&format);
  return result == nullptr ? "text/html" : sparql::media_type(*result);
}

std::string_view type_of(const std::variant<RdfFormat, HtmlPage>& format) {
  const auto* graph = std::get_if<RdfFormat>(&format);
  return graph == nullptr ? "text/html" : rdf::media_type(*graph);
}

template <typename Format>
[[noreturn]] void refuse(const std::vector<Offer<Format>>& offers, std::string_view wanted) {
  std::string list;
  for (const auto& offer : offers)
    list += (list.empty() ? "" : ", ") + std::string(offer.media_type);
  throw HttpError(406, "not-acceptable",
                  "There is no \"" + std::string(wanted) + "\" here. Available: " + list + ".");
}

template <typename Format, typename OfName>
Chosen<Format> choose(const Request& request, const Parameters& parameters,
                      const std::vector<Offer<Format>>& offers, OfName of_name) {
  auto name = find_parameter(parameters, "format");
  if (name && !name->empty()) {
    for (const auto& offer : offers) {
      const auto* format = std::get_if<Format>(&offer.format);
      const bool named = format == nullptr ? *name == "html" : of_name(*name) == *format;
      if (named || *name == offer.media_type)
        return {offer.format, with_charset(type_of(offer.format))};
    }
    refuse(offers, *name);
  }
  std::vector<std::string_view> types;
  for (const auto& offer : offers) types.push_back(offer.media_type);
  const std::string_view accept = request.header("Accept").value_or("");
  const auto index = choose_media_type(accept, types);
  if (!index) refuse(offers, accept);
  return {offers[*index].format, with_charset(offers[*index].media_type)};
}

}  // namespace

std::string with_charset(std::string_view media_type) {
  const bool is_text = media_type.starts_with("text/") && media_type.find(';') == media_type.npos;
  return std::string(media_type) + (is_text ? "; charset=utf-8" : "");
}

Chosen<ResultFormat> choose_result_format(const Request& request, const Parameters& parameters,
                                          bool boolean) {
  std::vector<Offer<ResultFormat>> offers = solution_offers();
  if (boolean)
    std::erase_if(offers, [](const auto& offer) {
      return offer.format == std::variant<ResultFormat, HtmlPage>(ResultFormat::Csv) ||
             offer.format == std::variant<ResultFormat, HtmlPage>(ResultFormat::Tsv);
    });
  return choose(request, parameters, offers,
                [](std::string_view name) { return sparql::result_format_of_name(name); });
}

Chosen<RdfFormat> choose_graph_format(const Request& request, const Parameters& parameters,
                                      bool with_html) {
  std::vector<Offer<RdfFormat>> offers = graph_offers();
  if (!with_html)
    std::erase_if(offers, [](const auto& offer) { return offer.format.index() == 1; });
  return choose(request, parameters, offers,
                [](std::string_view name) { return rdf::format_of_name(name); });
}

const std::vector<std::pair<std::string_view, std::string_view>>& document_forms() {
  static const std::vector<std::pair<std::string_view, std::string_view>> forms{
      {"html", "text/html"},
      {"ttl", "text/turtle"},
      {"jsonld", "application/ld+json"},
      {"rdf", "application/rdf+xml"},
      {"nt", "application/n-triples"},
      {"trig", "application/trig"},
      {"nq", "application/n-quads"},
  };
  return forms;
}

std::optional<Chosen<RdfFormat>> graph_format_of_extension(std::string_view extension) {
  for (const auto& [name, type] : document_forms()) {
    if (name != extension) continue;
    for (const auto& offer : graph_offers())
      if (offer.media_type == type) return Chosen<RdfFormat>{offer.format, with_charset(type)};
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> document_prefixes(std::string_view public_base) {
  using vocabularies::well_known;
  static constexpr std::array declared{
      well_known("crm"),  well_known("pr"),   well_known("rdf"),  well_known("rdfs"),
      well_known("owl"),  well_known("xsd"),  well_known("skos"), well_known("dcterms"),
      well_known("foaf"), well_known("prov"), well_known("geo"),  well_known("aat"),
      well_known("la"),   well_known("sci"),  well_known("dig")};
  const std::string base(public_base);
  std::vector<std::pair<std::string, std::string>> prefixes{
      {"id", base + "id/"}, {"voc", base + "voc/"}, {"doc", base + "doc/"}};
  for (const vocabularies::Prefix& prefix : declared)
    prefixes.emplace_back(prefix.name, prefix.iri);
  return prefixes;
}

}  // namespace prosper::endpoint
