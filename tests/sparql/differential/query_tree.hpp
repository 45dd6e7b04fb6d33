// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace prosper::sparql::differential {

struct Group;

/// A piece of a group graph pattern: text with groups in it. Taking one out leaves a query.
struct Element {
  std::string before;
  std::vector<Group> groups;
  /// Between the groups.
  std::string between;
  std::string after;
};

struct Group {
  std::vector<Element> elements;
};

struct QueryTree {
  std::string head;
  Group where;
  std::string tail;
};

std::string to_text(const QueryTree& query);

/// All trees that are one step smaller: without an element, with the elements of an inner group in
/// the place of the element, without the tail.
std::vector<QueryTree> smaller_trees(const QueryTree& query);

}  // namespace prosper::sparql::differential
