// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/notice_sections.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "endpoint/pages/known_terms.hpp"
#include "endpoint/pages/notice_reader.hpp"
#include "vocabularies/terms/dcterms.hpp"
#include "vocabularies/terms/owl.hpp"
#include "vocabularies/terms/pr.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/rdfs.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::pages {
namespace {

namespace v = vocabularies;

std::vector<std::string> taken_nodes(NoticeReader& reader, const char* predicate) {
  reader.take(crm(predicate));
  return reader.graph().nodes(reader.place().topic, crm(predicate));
}

/// Labels that no title repeats.
void add_labels(NoticeReader& reader, SectionBuilder& section) {
  std::set<std::string> titles;
  for (const char* names : {"P102_has_title", "P1_is_identified_by"})
    for (const std::string& name : reader.graph().nodes(reader.place().topic, crm(names)))
      titles.insert(reader.node_text(name));
  for (const rdf::Term& label : reader.take(v::rdfs::label))
    if (Value value = reader.value(label); !titles.contains(value.text))
      section.add(reader.message_text("row.label"), std::move(value));
}

Section identification(NoticeReader& reader) {
  SectionBuilder section(reader, "section.identification");
  const std::string& topic = reader.place().topic;
  section.add_by_field(topic, crm("P102_has_title"), "row.label");
  add_labels(reader, section);
  section.add_by_field(topic, crm("P2_has_type"), "row.type");
  section.add_by_field(topic, crm("P1_is_identified_by"), "row.label");
  section.add_by_field(topic, crm("P48_has_preferred_identifier"), "row.label");
  return section.take();
}

/// One author a part of the production (Linked Art's partition), with the role as a note.
void add_production_part(NoticeReader& reader, SectionBuilder& section, const std::string& part) {
  const GraphIndex& graph = reader.graph();
  const std::vector<std::string> actors = graph.nodes(part, crm("P14_carried_out_by"));
  // "After X", "workshop of X" are of X without being by X.
  const std::vector<std::string> models = graph.nodes(part, crm("P15_was_influenced_by"));
  for (const std::string& actor : actors.empty() ? models : actors) {
    Value author = reader.node_value(actor);
    author.note = reader.joined(part, crm("P2_has_type"));
    section.add(reader.message_text("row.author"), std::move(author));
  }
  if (actors.empty() && models.empty()) {
    const std::string text = reader.node_text(part);
    const bool is_dated = !graph.nodes(part, crm("P4_has_time-span")).empty();
    section.add(reader.message_text(is_dated ? "row.campaign" : "row.author"), {text, {}, {}});
  }
}

/// Every wording of a time-span, with the years it comes to.
void add_dates(NoticeReader& reader, SectionBuilder& section, const std::string& dated) {
  const GraphIndex& graph = reader.graph();
  for (const std::string& span : graph.nodes(dated, crm("P4_has_time-span"))) {
    const std::string from = reader.joined(span, v::pr::year_from);
    const std::string to = reader.joined(span, v::pr::year_to);
    std::string years = from == to ? from : from + "–" + to;
    for (const rdf::Term& wording : graph.objects(span, v::rdfs::label)) {
      Value value = reader.value(wording);
      if (value.text != years) value.note = std::exchange(years, {});
      section.add(reader.message_text("row.date"), std::move(value));
    }
    if (!years.empty() && graph.objects(span, v::rdfs::label).empty())
      section.add(reader.message_text("row.date"), {years, {}, {}});
  }
}

Section creation(NoticeReader& reader) {
  SectionBuilder section(reader, "section.creation");
  for (const std::string& production : taken_nodes(reader, "P108i_was_produced_by")) {
    for (const std::string& part : reader.graph().nodes(production, crm("P9_consists_of")))
      add_production_part(reader, section, part);
    section.add_all(production, "row.author", crm("P14_carried_out_by"));
    add_dates(reader, section, production);
    section.add_all(production, "row.place", crm("P7_took_place_at"));
    section.add_by_field(production, crm("P2_has_type"), "row.type");
    section.add_all(production, "row.technique", crm("P32_used_general_technique"));
    section.add_all(production, "row.former-attribution", crm("P140i_was_attributed_by"));
  }
  section.add_all("row.material", crm("P45_consists_of"));
  for (const std::string& formation : taken_nodes(reader, "P95i_was_formed_by"))
    add_dates(reader, section, formation);
  return section.take();
}

Section physical(NoticeReader& reader) {
  SectionBuilder section(reader, "section.physical");
  section.add_all("row.measure", crm("P43_has_dimension"));
  section.add_all("row.parts-count", crm("P57_has_number_of_parts"));
  section.add_all("row.inscription", crm("P128_carries"));
  section.add_all("row.condition", crm("P44_has_condition"));
  section.add_all("row.part", crm("P46_is_composed_of"));
  return section.take();
}

Section subject(NoticeReader& reader) {
  SectionBuilder section(reader, "section.subject");
  for (const std::string& visual : taken_nodes(reader, "P65_shows_visual_item")) {
    section.add_all(visual, "row.represents", crm("P138_represents"));
    section.add_all(visual, "row.visual-type", crm("P2_has_type"));
    section.add_all(visual, "row.source-work", crm("P67_refers_to"));
  }
  section.add_all("row.represents", crm("P62_depicts"));
  return section.take();
}

Section use_and_discovery(NoticeReader& reader) {
  SectionBuilder section(reader, "section.use");
  const std::string& topic = reader.place().topic;
  section.add_all("row.use", crm("P101_had_as_general_use"));
  section.add_all("row.use", crm("P103_was_intended_for"));
  for (const std::string& use : reader.graph().subjects(crm("P16_used_specific_object"), topic))
    section.add(reader.message_text("row.use"), reader.node_value(use));
  for (const char* predicate : {"http://www.ics.forth.gr/isl/CRMsci/O19_encountered_object",
                                "http://www.cidoc-crm.org/cidoc-crm/"
                                "P12_occurred_in_the_presence_of"})
    for (const std::string& event : reader.graph().subjects(predicate, topic))
      section.add(reader.message_text("row.discovery"), reader.node_value(event));
  return section.take();
}

Section holding(NoticeReader& reader) {
  SectionBuilder section(reader, "section.holding");
  const std::string& topic = reader.place().topic;
  section.add_all("row.keeper", crm("P50_has_current_keeper"));
  const std::vector<rdf::Term> keepers =
      reader.graph().objects(topic, crm("P50_has_current_keeper"));
  for (const rdf::Term& museum : reader.take(crm("P49_has_former_or_current_keeper")))
    if (std::find(keepers.begin(), keepers.end(), museum) == keepers.end())
      section.add(reader.message_text("row.former-keeper"), reader.value(museum));
  section.add_all("row.whole", crm("P46i_forms_part_of"));
  section.add_all("row.owner", crm("P52_has_current_owner"));
  section.add_all("row.former-owner", crm("P51_has_former_or_current_owner"));
  for (const std::string& event : reader.graph().subjects(crm("P24_transferred_title_of"), topic))
    section.add(reader.message_text("row.acquisition"), reader.node_value(event));
  for (const std::string& event : reader.graph().subjects(crm("P30_transferred_custody_of"), topic))
    section.add(reader.message_text(event.find("/deposit/") != std::string::npos ? "row.deposit"
                                                                                 : "row.custody"),
                reader.node_value(event));
  return section.take();
}

Section protection(NoticeReader& reader) {
  SectionBuilder section(reader, "section.protection");
  for (const std::string& act :
       reader.graph().subjects(crm("P41_classified"), reader.place().topic))
    section.add(reader.message_text("row.protection"), reader.node_value(act));
  return section.take();
}

Section location(NoticeReader& reader) {
  SectionBuilder section(reader, "section.place");
  for (const char* predicate : {"P55_has_current_location", "P53_has_former_or_current_location",
                                "P74_has_current_or_former_residence"})
    for (const std::string& place : taken_nodes(reader, predicate)) {
      section.add(reader.message_text("row.location"), reader.node_value(place));
      section.add_all(place, "row.location", crm("P89_falls_within"));
      for (const std::string& address : reader.graph().nodes(place, crm("P1_is_identified_by")))
        if (Value value = reader.node_value(address); value.text != reader.node_text(place))
          section.add(reader.message_text("row.address"), std::move(value));
      section.add_all(place, "row.coordinates", crm("P168_place_is_defined_by"));
    }
  section.add_all("row.contact", crm("P76_has_contact_point"));
  return section.take();
}

Section texts(NoticeReader& reader) {
  SectionBuilder section(reader, "section.texts");
  section.add_by_field(reader.place().topic, crm("P67i_is_referred_to_by"), "row.other");
  section.add_all("row.other", crm("P3_has_note"));
  return section.take();
}

Section related(NoticeReader& reader) {
  SectionBuilder section(reader, "section.links");
  section.add_all("row.related", v::dcterms::relation);
  for (const char* predicate : {"P198i_is_held_or_supported_by", "P198_holds_or_supports",
                                "P56i_is_found_on", "P56_bears_feature", "P67_refers_to"})
    section.add_all("row.related", crm(predicate));
  section.add_all("row.same", v::owl::same_as);
  section.add_all("row.close", v::skos::close_match);
  section.add_all("row.website", v::rdfs::see_also);
  section.add_all("row.website", "http://xmlns.com/foaf/0.1/homepage");
  const std::string& document = reader.place().document;
  const std::vector<rdf::Term> sources = reader.graph().objects(document, v::dcterms::source);
  for (const rdf::Term& page : reader.graph().objects(document, v::rdfs::see_also))
    if (std::find(sources.begin(), sources.end(), page) == sources.end())
      section.add(reader.message_text("row.website"), reader.value(page));
  return section.take();
}

Section record(NoticeReader& reader) {
  SectionBuilder section(reader, "section.record");
  const std::string& document = reader.place().document;
  section.add_all(document, "row.dataset", v::dcterms::is_part_of);
  section.add_all(document, "row.created", v::dcterms::created);
  section.add_all(document, "row.modified", v::dcterms::modified);
  section.add_all(document, "row.publisher", v::dcterms::publisher);
  section.add_all(document, "row.licence", v::dcterms::license);
  section.add_all(document, "row.rights", crm("P104_is_subject_to"));
  return section.take();
}

Section remainder(NoticeReader& reader, Labels& labels) {
  SectionBuilder section(reader, "row.other");
  reader.take(v::rdf::type);
  for (const std::string& predicate : reader.left())
    for (const rdf::Term& term : reader.take(predicate))
      section.add(labels.label(predicate), reader.value(term));
  return section.take();
}

}  // namespace

std::vector<Section> notice_sections(const Frame& frame, const store::QuadSource& source,
                                     Labels& labels, const GraphIndex& graph,
                                     const NoticePlace& place) {
  NoticeReader reader(frame, source, labels, graph, place);
  std::vector<Section> sections{identification(reader),
                                creation(reader),
                                physical(reader),
                                subject(reader),
                                use_and_discovery(reader),
                                holding(reader),
                                protection(reader),
                                location(reader),
                                texts(reader),
                                related(reader),
                                record(reader)};
  sections.push_back(remainder(reader, labels));
  std::erase_if(sections, [](const Section& section) { return section.rows.empty(); });
  return sections;
}

}  // namespace prosper::endpoint::pages
