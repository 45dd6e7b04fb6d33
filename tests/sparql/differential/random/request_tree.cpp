// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/request_tree.hpp"

#include <algorithm>
#include <functional>

namespace prosper::sparql::differential {

namespace {

using Use = std::function<void(RequestTree)>;

bool can_replace(Kind inner, Kind outer) {
  return inner == outer || (inner == Kind::Group && outer == Kind::Element);
}

/// Calls `use` with the nearest descendants that can stand where a tree of kind `outer` stands.
void find_replacements(const RequestTree& tree, Kind outer, const Use& use) {
  for (const RequestTree& part : tree.parts) {
    if (can_replace(part.kind, outer))
      use(part);
    else
      find_replacements(part, outer, use);
  }
}

void shrink(const RequestTree& tree, const Use& use) {
  if (tree.kind == Kind::Text) return;
  for (std::size_t index = 0; index < tree.parts.size(); ++index) {
    if (!tree.parts[index].is_optional) continue;
    RequestTree without = tree;
    without.parts.erase(without.parts.begin() + static_cast<std::ptrdiff_t>(index));
    use(without);
  }
  if (tree.kind != Kind::Request)
    find_replacements(tree, tree.kind, [&](RequestTree part) {
      part.is_optional = tree.is_optional;
      use(std::move(part));
    });
  if (!tree.constant.empty()) use({Kind::Expression, {tree.constant}});
  if (tree.kind == Kind::Expression && tree.parts.size() > 1) use({Kind::Expression, {"1"}});
  for (std::size_t index = 0; index < tree.parts.size(); ++index)
    shrink(tree.parts[index], [&](RequestTree smaller) {
      RequestTree copy = tree;
      copy.parts[index] = std::move(smaller);
      use(std::move(copy));
    });
}

}  // namespace

RequestTree optional(RequestTree tree) {
  if (tree.kind == Kind::Text) tree = RequestTree(Kind::Request, {std::move(tree)});
  tree.is_optional = true;
  return tree;
}

std::string to_text(const RequestTree& tree) {
  std::string text = tree.text;
  for (const RequestTree& part : tree.parts) text += to_text(part);
  return text;
}

std::vector<RequestTree> smaller_trees(const RequestTree& tree) {
  std::vector<RequestTree> trees;
  shrink(tree, [&](RequestTree smaller) { trees.push_back(std::move(smaller)); });
  std::stable_sort(trees.begin(), trees.end(), [](const auto& left, const auto& right) {
    return to_text(left).size() < to_text(right).size();
  });
  return trees;
}

}  // namespace prosper::sparql::differential
