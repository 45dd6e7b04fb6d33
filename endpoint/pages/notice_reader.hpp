// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "endpoint/pages/notice_sections.hpp"

namespace prosper::endpoint::pages {

/// Turns nodes of a notice's graph into values people can read, and collects them into rows. Keeps
/// note of the topic's properties it was asked for, to know what is left.
class NoticeReader {
 public:
  NoticeReader(const Frame& frame, const store::QuadSource& source, Labels& labels,
               const GraphIndex& graph, const NoticePlace& place)
      : frame_(frame), source_(source), labels_(labels), graph_(graph), place_(place) {}

  /// Objects of the topic's property; marks it as read.
  std::vector<rdf::Term> take(std::string_view predicate);
  /// Properties of the topic nobody took.
  std::vector<std::string> left() const;

  Value value(const rdf::Term& term);
  Value node_value(const std::string& iri);
  /// Own text of a derived node, or what its type, date, place and persons say together.
  std::string node_text(const std::string& iri);
  /// Labels of the objects of a property, joined.
  std::string joined(const std::string& subject, std::string_view predicate);

  /// The field a derived node or a concept comes from: ".../title/TITR/1" → TITR,
  /// {B}voc/joconde/deno/x → DENO, or the concept's scheme; "" when unknown.
  std::string field_of(const std::string& iri);
  /// The name of that field, or of the message.
  std::string field_name(const std::string& iri, std::string_view fallback_message);

  std::string message_text(std::string_view key) const;

  Language language() const { return frame_.language; }

  const GraphIndex& graph() const { return graph_; }

  const NoticePlace& place() const { return place_; }

 private:
  bool is_derived(const std::string& iri) const;
  std::string summary(const std::string& iri);

  const Frame& frame_;
  const store::QuadSource& source_;
  Labels& labels_;
  const GraphIndex& graph_;
  const NoticePlace& place_;
  std::set<std::string, std::less<>> taken_;
};

/// Rows of one section; values of one label gather in one row, each once.
class SectionBuilder {
 public:
  SectionBuilder(NoticeReader& reader, std::string_view title_key)
      : reader_(reader), section_{reader.message_text(title_key), {}} {}

  void add(const std::string& label, Value value);
  /// All objects of the topic's property under one label.
  void add_all(std::string_view label_key, std::string_view predicate);
  /// Objects of any node's property under one label.
  void add_all(const std::string& subject, std::string_view label_key, std::string_view predicate);
  /// All objects, each under the name of the field it comes from.
  void add_by_field(const std::string& subject, std::string_view predicate,
                    std::string_view fallback_key);

  Section take() { return std::move(section_); }

 private:
  NoticeReader& reader_;
  Section section_;
};

}  // namespace prosper::endpoint::pages
