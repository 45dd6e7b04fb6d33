// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/document_page.hpp"

#include <algorithm>

#include "endpoint/pages/graph_index.hpp"
#include "endpoint/pages/known_terms.hpp"
#include "endpoint/pages/links.hpp"
#include "endpoint/pages/messages.hpp"
#include "endpoint/pages/notice_sections.hpp"
#include "endpoint/pages/references.hpp"
#include "endpoint/pages/render.hpp"
#include "endpoint/pages/term_view.hpp"
#include "vocabularies/terms/dcterms.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/rdfs.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::pages {
namespace {

namespace v = vocabularies;

constexpr std::size_t maximum_raw_triples = 2000;
/// Of one property on the page of a shared node; the other forms have all.
constexpr std::size_t maximum_values = 200;

View value_view(const Value& value) {
  View view;
  view.set("text", value.text);
  if (!value.href.empty()) view.set("href", value.href);
  if (!value.note.empty()) view.set("note", value.note);
  return view;
}

View values_view(const std::vector<Value>& values) {
  View list = make_list();
  for (const Value& value : values) list.push_back(value_view(value));
  return list;
}

View sections_view(const std::vector<Section>& sections) {
  View list = make_list();
  for (const Section& section : sections) {
    View rows = make_list();
    for (const Row& row : section.rows) {
      View row_view("label", row.label);
      row_view.set("values", values_view(row.values));
      rows.push_back(row_view);
    }
    View view("title", section.title);
    view.set("rows", rows);
    list.push_back(view);
  }
  return list;
}

View triples_view(const Frame& frame, const std::vector<rdf::Quad>& quads) {
  View list = make_list();
  for (std::size_t i = 0; i < std::min(quads.size(), maximum_raw_triples); ++i) {
    View row;
    row.set("subject", term_view(frame, quads[i].subject));
    row.set("predicate", term_view(frame, quads[i].predicate));
    row.set("object", term_view(frame, quads[i].object));
    list.push_back(row);
  }
  return list;
}

/// The best name of the thing: its title, its label, a label from elsewhere, its key.
std::string title_of(const GraphIndex& graph, Labels& labels, const DocumentContent& content,
                     Language language) {
  for (const std::string& title : graph.nodes(content.topic, crm("P102_has_title")))
    if (auto text = graph.text(title, crm("P190_has_symbolic_content"), language)) return *text;
  for (const std::string_view property : {v::skos::pref_label, v::rdfs::label})
    if (auto text = graph.text(content.topic, property, language)) return *text;
  return labels.label(content.topic);
}

/// Addresses of picture files: whatever the graph gives as an access point.
View images_view(const DocumentContent& content) {
  View list = make_list();
  for (const rdf::Quad& quad : content.quads) {
    const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
    const auto* address = std::get_if<rdf::Iri>(&quad.object);
    const bool is_image = predicate != nullptr && address != nullptr &&
                          predicate->value == "https://linked.art/ns/terms/access_point" &&
                          address->value.starts_with("http");
    if (is_image) list.push_back(View("src", address->value));
  }
  return list;
}

std::optional<std::string> permalink(const GraphIndex& graph, const std::string& document) {
  for (const std::string& source : graph.nodes(document, v::dcterms::source))
    if (source.starts_with("http")) return source;
  return std::nullopt;
}

/// The language of a literal where it is not the page's.
std::string foreign_language(const rdf::Literal& literal, const Frame& frame) {
  return literal.language == (frame.language == Language::French ? "fr" : "en") ? std::string()
                                                                                : literal.language;
}

/// A shared node as a plain list of its properties.
std::vector<Section> node_sections(const Frame& frame, Labels& labels, const GraphIndex& graph,
                                   const std::string& topic) {
  Section section{message("notice.statements", frame.language), {}};
  for (const std::string& predicate : graph.predicates(topic)) {
    Row row{labels.label(predicate), {}};
    for (const rdf::Term& term : graph.objects(topic, predicate)) {
      if (row.values.size() == maximum_values) {
        row.values.push_back({"…", {}, {}});
        break;
      }
      if (const auto* iri = std::get_if<rdf::Iri>(&term))
        row.values.push_back({labels.label(iri->value), link_to(frame, iri->value), {}});
      else if (const auto* literal = std::get_if<rdf::Literal>(&term))
        row.values.push_back({literal->lexical_form, {}, foreign_language(*literal, frame)});
    }
    section.rows.push_back(std::move(row));
  }
  return {section};
}

View forms_view(const DocumentContent& content) {
  View list = make_list();
  for (const DocumentForm& form : content.forms) {
    if (form.name == "html") continue;
    View view("name", form.name);
    view.set("href", form.href);
    list.push_back(view);
  }
  return list;
}

}  // namespace

std::string document_page(const Frame& frame, const store::QuadSource& source,
                          const DocumentContent& content) {
  const GraphIndex graph(content.quads);
  Labels labels(source, frame);
  const std::string title = title_of(graph, labels, content, frame.language);
  View view;
  view.set("heading", title);
  view.set("key", content.key);
  view.set("topic", content.topic);
  view.set("is_notice", content.is_notice);
  view.set("forms", forms_view(content));
  view.set("images", images_view(content));
  view.set("triples", triples_view(frame, content.quads));
  view.set("count", std::to_string(content.quads.size()));
  if (const auto link = permalink(graph, content.iri)) view.set("permalink", *link);
  const NoticePlace place{content.topic, content.iri};
  view.set("sections",
           sections_view(content.is_notice ? notice_sections(frame, source, labels, graph, place)
                                           : node_sections(frame, labels, graph, content.topic)));
  const References references = references_to(frame, source, labels, content.topic);
  // Within its own graph a notice points at its thing all over; only the others matter.
  view.set("references", values_view(references.values));
  view.set("has_references", !references.values.empty());
  view.set("references_cut", references.cut);
  return render_page(frame, "document", title, view);
}

}  // namespace prosper::endpoint::pages
