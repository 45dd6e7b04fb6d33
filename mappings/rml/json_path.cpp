// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/json_path.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

namespace prosper::mappings::rml {
namespace {

using Step = JsonPath::Step;

/// Reads "['name']", "[3]" or "[*]" at the beginning of `text`.
std::string read_bracket(std::string_view& text, JsonPath& out) {
  text.remove_prefix(1);
  if (text.starts_with('\'') || text.starts_with('"')) {
    const char quote = text.front();
    Step step;
    std::size_t i = 1;
    for (; i < text.size() && text[i] != quote; ++i) {
      if (text[i] == '\\' && i + 1 < text.size()) ++i;
      step.name += text[i];
    }
    if (i + 1 >= text.size() || text[i + 1] != ']') return "an unclosed ['…']";
    text.remove_prefix(i + 2);
    out.steps.push_back(std::move(step));
    return {};
  }
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos) return "an unclosed [";
  const std::string_view inside = text.substr(0, end);
  text.remove_prefix(end + 1);
  Step step;
  if (inside == "*") {
    step.kind = Step::Kind::All;
  } else {
    step.kind = Step::Kind::Index;
    const auto result = std::from_chars(inside.data(), inside.data() + inside.size(), step.index);
    if (inside.empty() || result.ec != std::errc() || result.ptr != inside.data() + inside.size())
      return "['name'], [number] or [*] was expected";
  }
  out.steps.push_back(std::move(step));
  return {};
}

std::string read_name(std::string_view& text, JsonPath& out) {
  const std::size_t end = std::min(text.find_first_of(".[]"), text.size());
  if (end == 0) return "a name was expected";
  Step step;
  step.name = text.substr(0, end);
  if (step.name == "*") step.kind = Step::Kind::All;
  out.steps.push_back(std::move(step));
  text.remove_prefix(end);
  return {};
}

void follow(const nlohmann::ordered_json& node, const std::vector<Step>& steps, std::size_t at,
            std::vector<const nlohmann::ordered_json*>& found) {
  if (at == steps.size()) {
    found.push_back(&node);
    return;
  }
  const Step& step = steps[at];
  if (step.kind == Step::Kind::All) {
    for (const auto& child : node)
      if (node.is_structured()) follow(child, steps, at + 1, found);
  } else if (step.kind == Step::Kind::Index) {
    if (node.is_array() && step.index < node.size()) follow(node[step.index], steps, at + 1, found);
  } else if (node.is_object()) {
    const auto it = node.find(step.name);
    if (it != node.end()) follow(*it, steps, at + 1, found);
  }
}

}  // namespace

std::string parse_json_path(std::string_view text, JsonPath& out) {
  bool first = true;
  if (text.starts_with('$')) {
    text.remove_prefix(1);
    first = false;
  }
  while (!text.empty()) {
    std::string problem;
    if (text.front() == '[') {
      problem = read_bracket(text, out);
    } else if (text.front() == '.' && !first) {
      text.remove_prefix(1);
      problem = read_name(text, out);
    } else if (first) {
      problem = read_name(text, out);
    } else {
      problem = ". or [ was expected before \"" + std::string(text) + "\"";
    }
    if (!problem.empty()) return problem;
    first = false;
  }
  return {};
}

std::vector<const nlohmann::ordered_json*> find_nodes(const nlohmann::ordered_json& root,
                                                      const JsonPath& path) {
  std::vector<const nlohmann::ordered_json*> found;
  follow(root, path.steps, 0, found);
  return found;
}

}  // namespace prosper::mappings::rml
