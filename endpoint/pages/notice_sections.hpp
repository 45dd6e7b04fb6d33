// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "endpoint/pages/graph_index.hpp"
#include "endpoint/pages/labels.hpp"

namespace prosper::endpoint::pages {

struct Value {
  std::string text;
  /// Empty: no link.
  std::string href;
  /// A qualification after the value: a role, a date.
  std::string note;
};

struct Row {
  std::string label;
  std::vector<Value> values;
};

struct Section {
  std::string title;
  std::vector<Row> rows;
};

struct NoticePlace {
  /// {B}id/…
  std::string topic;
  /// {B}doc/…
  std::string document;
};

/// A notice as people read it: its CIDOC-CRM graph gathered under the names of the fields of the
/// ministry's databases. What no section knows stands in a last one, so nothing is hidden.
std::vector<Section> notice_sections(const Frame& frame, const store::QuadSource& source,
                                     Labels& labels, const GraphIndex& graph,
                                     const NoticePlace& place);

}  // namespace prosper::endpoint::pages
