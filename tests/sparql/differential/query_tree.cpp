// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/query_tree.hpp"

#include <functional>

namespace prosper::sparql::differential {

namespace {

std::string to_text(const Group& group);

std::string to_text(const Element& element) {
  std::string text = element.before;
  for (std::size_t index = 0; index < element.groups.size(); ++index)
    text += (index > 0 ? element.between : "") + to_text(element.groups[index]);
  return text + element.after;
}

std::string to_text(const Group& group) {
  std::string text = "{ ";
  for (const Element& element : group.elements) text += to_text(element) + " ";
  return text + "}";
}

/// Calls `use` with every group that is one step smaller than this one.
void shrink(const Group& group, const std::function<void(const Group&)>& use) {
  for (std::size_t index = 0; index < group.elements.size(); ++index) {
    const auto place = static_cast<std::ptrdiff_t>(index);
    Group without = group;
    without.elements.erase(without.elements.begin() + place);
    use(without);
    for (const Group& inner : group.elements[index].groups) {
      Group lifted = without;
      lifted.elements.insert(lifted.elements.begin() + place, inner.elements.begin(),
                             inner.elements.end());
      use(lifted);
    }
    for (std::size_t inner = 0; inner < group.elements[index].groups.size(); ++inner)
      shrink(group.elements[index].groups[inner], [&](const Group& smaller) {
        Group copy = group;
        copy.elements[index].groups[inner] = smaller;
        use(copy);
      });
  }
}

}  // namespace

std::string to_text(const QueryTree& query) {
  return "PREFIX : <http://x/> " + query.head + " " + to_text(query.where) + " " + query.tail;
}

std::vector<QueryTree> smaller_trees(const QueryTree& query) {
  std::vector<QueryTree> trees;
  if (!query.tail.empty()) trees.push_back({query.head, query.where, ""});
  shrink(query.where, [&](const Group& where) {
    trees.push_back({query.head, where, query.tail});
  });
  return trees;
}

}  // namespace prosper::sparql::differential
