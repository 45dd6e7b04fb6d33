// SPDX-License-Identifier: Apache-2.0
#include "mappings/layout.hpp"

#include <algorithm>
#include <utility>

#include "mappings/functions/text.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

bool is_balanced(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

std::vector<std::string> cut(std::string_view cell, const std::string& separator, bool outside) {
  std::vector<std::string> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < cell.size();) {
    depth += cell[i] == '(' ? 1 : cell[i] == ')' ? -1 : 0;
    if ((depth == 0 || !outside) && cell.substr(i).starts_with(separator)) {
      parts.emplace_back(trim(cell.substr(begin, i - begin)));
      i += separator.size();
      begin = i;
    } else {
      ++i;
    }
  }
  parts.emplace_back(trim(cell.substr(begin)));
  return parts;
}

/// Adds values to a code, each once.
void append_values(Record& cells, const std::string& code, std::vector<std::string> values) {
  const Value* before = cells.find(code);
  List all;
  if (before != nullptr) {
    if (const List* list = before->list()) {
      all = *list;
    } else {
      all.push_back(*before);
    }
  }
  for (std::string& value : values) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const Value& item) {
      return item.text() != nullptr && *item.text() == value;
    });
    if (!known) all.emplace_back(std::move(value));
  }
  if (all.empty()) return;
  if (all.size() == 1) {
    Value only = std::move(all.front());
    cells.set(code, std::move(only));
  } else {
    cells.set(code, Value(std::move(all)));
  }
}

/// "denomination" for "denomination-12"; "" for a slug without a number at its end.
std::string without_number(const std::string& slugged) {
  const std::size_t end = slugged.find_last_not_of("0123456789");
  if (end == std::string::npos || end + 1 == slugged.size() || slugged[end] != '-') return {};
  return slugged.substr(0, end);
}

}  // namespace

std::vector<std::string> split_cell(std::string_view cell,
                                    const std::vector<std::string>& separators) {
  const bool outside = is_balanced(cell);
  std::vector<std::string> parts;
  for (const std::string& separator : separators) {
    parts = cut(cell, separator, outside);
    if (parts.size() > 1) break;
  }
  if (parts.empty()) parts.emplace_back(trim(cell));
  std::erase(parts, std::string());
  return parts;
}

Layout::Layout(std::string_view table, const std::string& source) {
  std::size_t number = 0;
  for (std::string_view line : split_at(table, "\n")) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty() || line.starts_with('#')) continue;
    const std::vector<std::string_view> fields = split_at(line, "\t");
    const std::string problem = line.starts_with('@') ? add_directive(fields) : add_column(fields);
    if (!problem.empty())
      throw rdf::SyntaxError(source, number, 0, std::string(fields.front()) + ": " + problem);
  }
  if (base_.empty() || reference_.empty())
    throw rdf::SyntaxError(source, 1, 0, "@base and @reference were expected");
  inherit_separators();
}

std::string Layout::add_directive(const std::vector<std::string_view>& fields) {
  if (fields.size() < 2) return "a value was expected after a TAB";
  if (fields[0] == "@base") {
    base_ = fields[1];
  } else if (fields[0] == "@reference") {
    reference_ = fields[1];
  } else if (fields[0] == "@inventory") {
    inventory_.assign(fields.begin() + 1, fields.end());
  } else {
    return "@base, @reference or @inventory was expected";
  }
  return {};
}

std::string Layout::add_column(const std::vector<std::string_view>& fields) {
  if (fields.size() < 2 || fields[1].empty())
    return "a POP code or \"drop\" was expected after a TAB";
  Rule rule;
  const std::string_view third = fields.size() > 2 ? fields[2] : std::string_view();
  if (fields[1] == "drop") {
    if (third.empty()) return "a reason was expected after \"drop\"";
    rule.drop_reason = third;
  } else {
    for (const std::string_view code : split_at(fields[1], "+")) rule.codes.emplace_back(code);
    rule.separators_given = !third.empty();
    if (third != "-" && !third.empty()) {
      for (const std::string_view one : split_at(third, " ")) {
        if (!one.empty()) rule.separators.emplace_back(one);
      }
    }
  }
  std::string_view name = fields[0];
  const bool is_exact = name.starts_with('=');
  const bool is_numbered = !is_exact && name.ends_with("_*");
  if (is_exact) name.remove_prefix(1);
  if (is_numbered) name.remove_suffix(2);
  auto& rules = is_exact ? exact_ : is_numbered ? numbered_ : rules_;
  const auto [it, is_new] = rules.try_emplace(is_exact ? std::string(name) : slug(name), rule);
  if (is_new) return {};
  // Spellings that differ by case or accent only may both be listed, if they say the same.
  const Rule& known = it->second;
  const bool agrees =
      known.codes == rule.codes && known.drop_reason == rule.drop_reason &&
      (!known.separators_given || !rule.separators_given || known.separators == rule.separators);
  if (!agrees) return "the column stands in the table twice, with another code or separators";
  if (rule.separators_given) it->second = std::move(rule);
  return {};
}

void Layout::inherit_separators() {
  for (auto* rules : {&exact_, &rules_, &numbered_}) {
    for (auto& [name, rule] : *rules) {
      if (rule.separators_given || rule.codes.size() != 1) continue;
      const auto own = rules_.find(slug(rule.codes.front()));
      if (own != rules_.end() && own->second.codes == rule.codes)
        rule.separators = own->second.separators;
    }
  }
  // A code is a column name of its own (API, Ajout-pilote), also where only its labels are listed.
  std::vector<std::string> codes;
  for (auto* rules : {&exact_, &rules_, &numbered_}) {
    for (const auto& [name, rule] : *rules)
      codes.insert(codes.end(), rule.codes.begin(), rule.codes.end());
  }
  for (const std::string& code : codes) rules_.emplace(slug(code), Rule{{code}, {}, false, {}});
}

const Layout::Rule* Layout::find_rule(std::string_view column) const {
  if (const auto it = exact_.find(std::string(column)); it != exact_.end()) return &it->second;
  const std::string key = slug(column);
  if (const auto it = rules_.find(key); it != rules_.end()) return &it->second;
  if (const auto it = numbered_.find(without_number(key)); it != numbered_.end())
    return &it->second;
  // What stands inside a dropped object ("POINT.type") goes with it.
  const std::size_t dot = column.find('.');
  const Rule* outer = dot == std::string_view::npos ? nullptr : find_rule(column.substr(0, dot));
  return outer != nullptr && !outer->drop_reason.empty() ? outer : nullptr;
}

std::string Layout::code_of(std::string_view column) const {
  const Rule* rule = find_rule(column);
  return rule == nullptr || rule->codes.empty() ? std::string() : rule->codes.front();
}

void Layout::apply(const Rule& rule, const std::string& column, const Value& value,
                   NormalisedRow& out) const {
  std::vector<std::string> parts;
  for (const std::string& text : value.texts()) {
    std::vector<std::string> cut_text = rule.separators.empty()
                                            ? std::vector<std::string>{std::string(trim(text))}
                                            : split_cell(text, rule.separators);
    parts.insert(parts.end(), std::move_iterator(cut_text.begin()),
                 std::move_iterator(cut_text.end()));
  }
  std::erase(parts, std::string());
  if (parts.empty()) return;
  if (rule.codes.size() == 1) {
    append_values(out.cells, rule.codes.front(), std::move(parts));
  } else if (parts.size() == rule.codes.size()) {
    for (std::size_t i = 0; i < parts.size(); ++i)
      append_values(out.cells, rule.codes[i], {std::move(parts[i])});
  } else {
    append_values(out.cells, column, std::move(parts));
  }
}

NormalisedRow Layout::normalise(const SourceRow& row) {
  NormalisedRow out;
  for (const auto& [column, value] : row.cells.fields) {
    const auto [it, is_new] = seen_.try_emplace(column, nullptr);
    if (is_new) it->second = find_rule(column);
    const Rule* rule = it->second;
    if (rule == nullptr) {
      append_values(out.cells, column, value.texts());
    } else if (!rule->drop_reason.empty()) {
      out.dropped.push_back({column, rule->drop_reason});
    } else {
      apply(*rule, column, value, out);
    }
  }
  return out;
}

}  // namespace prosper::mappings
