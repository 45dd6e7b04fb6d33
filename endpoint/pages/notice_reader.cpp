// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/notice_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "endpoint/pages/links.hpp"
#include "endpoint/pages/messages.hpp"
#include "vocabularies/terms/pr.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/rdfs.hpp"
#include "vocabularies/terms/skos.hpp"

namespace prosper::endpoint::pages {
namespace {

std::string to_upper(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return upper;
}

/// The n-th segment of a path, from 0.
std::string_view segment(std::string_view path, int n) {
  for (; n > 0; --n) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return {};
    path.remove_prefix(slash + 1);
  }
  return path.substr(0, path.find('/'));
}

bool is_field_code(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
             std::string_view::npos &&
         text.find_first_not_of("0123456789") != std::string_view::npos;
}

/// A point with a link to a map; other shapes as they are.
Value map_value(const std::string& wkt) {
  std::array<char, 32> longitude{};
  std::array<char, 32> latitude{};
  if (std::sscanf(wkt.c_str(), "POINT(%31[-0-9.] %31[-0-9.])", longitude.data(), latitude.data()) !=
      2)
    return {wkt, {}, {}};
  const std::string x = longitude.data();
  const std::string y = latitude.data();
  return {y + ", " + x,
          "https://www.openstreetmap.org/?mlat=" + y + "&mlon=" + x + "#map=17/" + y + "/" + x,
          {}};
}

}  // namespace

std::string NoticeReader::message_text(std::string_view key) const {
  return message(key, frame_.language);
}

bool NoticeReader::is_derived(const std::string& iri) const {
  return iri.starts_with(place_.topic + "/");
}

std::vector<rdf::Term> NoticeReader::take(std::string_view predicate) {
  taken_.emplace(predicate);
  return graph_.objects(place_.topic, predicate);
}

std::vector<std::string> NoticeReader::left() const {
  std::vector<std::string> rest = graph_.predicates(place_.topic);
  std::erase_if(rest, [&](const std::string& predicate) { return taken_.contains(predicate); });
  return rest;
}

std::string NoticeReader::joined(const std::string& subject, std::string_view predicate) {
  std::string all;
  for (const rdf::Term& term : graph_.objects(subject, predicate)) {
    const std::string text = value(term).text;
    if (!text.empty()) all += (all.empty() ? "" : ", ") + text;
  }
  return all;
}

std::string NoticeReader::summary(const std::string& iri) {
  std::string all;
  for (const char* predicate :
       {"P2_has_type", "P42_assigned", "P14_carried_out_by", "P23_transferred_title_from",
        "P29_custody_received_by", "P7_took_place_at", "P4_has_time-span", "P3_has_note"}) {
    const std::string text = joined(iri, crm(predicate));
    if (!text.empty()) all += (all.empty() ? "" : " ; ") + text;
  }
  return all;
}

std::string NoticeReader::node_text(const std::string& iri) {
  namespace v = vocabularies;
  const Language language = frame_.language;
  if (auto content = graph_.text(iri, crm("P190_has_symbolic_content"), language)) return *content;
  if (auto label = graph_.text(iri, v::rdfs::label, language)) return *label;
  if (auto raw = graph_.text(iri, v::pr::raw_value, language)) return *raw;
  if (is_derived(iri))
    if (std::string text = summary(iri); !text.empty()) return text;
  return labels_.label(iri);
}

Value NoticeReader::node_value(const std::string& iri) {
  Value value{node_text(iri), {}, {}};
  if (const auto amount = graph_.text(iri, crm("P90_has_value"), frame_.language)) {
    // A measurement: normalised first, as it was written after it.
    if (!graph_.text(iri, vocabularies::rdfs::label, frame_.language))
      value.text =
          joined(iri, crm("P2_has_type")) + " " + *amount + " " + joined(iri, crm("P91_has_unit"));
    value.note = graph_.text(iri, vocabularies::pr::raw_value, frame_.language).value_or("");
  }
  if (!is_derived(iri)) value.href = link_to(frame_, iri);
  return value;
}

Value NoticeReader::value(const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) return node_value(iri->value);
  if (const auto* literal = std::get_if<rdf::Literal>(&term))
    return literal->datatype == "http://www.opengis.net/ont/geosparql#wktLiteral"
               ? map_value(literal->lexical_form)
               : Value{literal->lexical_form, {}, {}};
  return {};
}

std::string NoticeReader::field_of(const std::string& iri) {
  if (is_derived(iri)) {
    const std::string_view code = segment(std::string_view(iri).substr(place_.topic.size() + 1), 1);
    return is_field_code(code) ? std::string(code) : std::string();
  }
  const std::string vocabulary = frame_.base + "voc/";
  const auto code_below = [&](const std::string& concept_iri) -> std::string {
    if (!concept_iri.starts_with(vocabulary)) return {};
    return to_upper(segment(std::string_view(concept_iri).substr(vocabulary.size()), 1));
  };
  if (const std::string code = code_below(iri); field_label(code, frame_.language)) return code;
  const auto node = source_.find(rdf::Iri{iri});
  const auto in_scheme = source_.find(rdf::Iri{std::string(vocabularies::skos::in_scheme)});
  if (!node || !in_scheme) return {};
  const auto cursor = source_.scan({*node, *in_scheme, {}, store::GraphScope::all()});
  store::QuadBatch batch;
  if (!cursor->next(batch)) return {};
  for (const store::TermId scheme : batch.object) {
    const rdf::Term term = source_.term(scheme);
    const auto* scheme_iri = std::get_if<rdf::Iri>(&term);
    if (scheme_iri == nullptr) continue;
    if (const std::string code = code_below(scheme_iri->value); !code.empty()) return code;
  }
  return {};
}

std::string NoticeReader::field_name(const std::string& iri, std::string_view fallback_message) {
  if (auto name = field_label(field_of(iri), frame_.language)) return *name;
  return message_text(fallback_message);
}

void SectionBuilder::add(const std::string& label, Value value) {
  if (value.text.empty()) return;
  auto row = std::find_if(section_.rows.begin(), section_.rows.end(),
                          [&](const Row& candidate) { return candidate.label == label; });
  if (row == section_.rows.end()) row = section_.rows.insert(row, {label, {}});
  const bool is_known = std::any_of(row->values.begin(), row->values.end(), [&](const Value& old) {
    return old.text == value.text && old.note == value.note;
  });
  if (!is_known) row->values.push_back(std::move(value));
}

void SectionBuilder::add_all(std::string_view label_key, std::string_view predicate) {
  for (const rdf::Term& term : reader_.take(predicate))
    add(reader_.message_text(label_key), reader_.value(term));
}

void SectionBuilder::add_all(const std::string& subject, std::string_view label_key,
                             std::string_view predicate) {
  for (const rdf::Term& term : reader_.graph().objects(subject, predicate))
    add(reader_.message_text(label_key), reader_.value(term));
}

void SectionBuilder::add_by_field(const std::string& subject, std::string_view predicate,
                                  std::string_view fallback_key) {
  const bool is_topic = subject == reader_.place().topic;
  for (const rdf::Term& term :
       is_topic ? reader_.take(predicate) : reader_.graph().objects(subject, predicate)) {
    const auto* iri = std::get_if<rdf::Iri>(&term);
    add(iri == nullptr ? reader_.message_text(fallback_key)
                       : reader_.field_name(iri->value, fallback_key),
        reader_.value(term));
  }
}

}  // namespace prosper::endpoint::pages
