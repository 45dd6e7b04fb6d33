// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/named_periods.hpp"

#include <map>

#include "mappings/functions/table.hpp"
#include "mappings/functions/text.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::mappings {
namespace {

struct PeriodTable {
  std::vector<NamedPeriod> rows;
  /// Joined tokens of labels and aliases → row.
  std::map<std::string, std::size_t, std::less<>> names;
  std::size_t longest_name = 0;
};

std::optional<Day> year_cell(const std::string& cell, bool last) {
  if (cell.empty()) return std::nullopt;
  const int year = std::stoi(cell);
  return last ? last_day(year) : first_day(year);
}

PeriodTable read_periods() {
  PeriodTable table;
  for (const std::vector<std::string>& cells : embedded_table("periods.tsv")) {
    PROSPER_ASSERT(cells.size() == 5);
    const std::size_t row = table.rows.size();
    table.rows.push_back(
        {"p-" + cells[0], cells[1], year_cell(cells[2], false), year_cell(cells[3], true)});
    std::vector<std::string> names = split_outside_parentheses(cells[4], "|");
    names.push_back(cells[1]);
    for (const std::string& name : names) {
      const std::vector<dates::Token> tokens = dates::tokenize(name);
      table.names.emplace(dates::joined(tokens), row);
      table.longest_name = std::max(table.longest_name, tokens.size());
    }
  }
  return table;
}

const PeriodTable& periods() {
  static const PeriodTable table = read_periods();
  return table;
}

}  // namespace

const std::vector<NamedPeriod>& named_periods() {
  return periods().rows;
}

const NamedPeriod* find_named_period_by_key(std::string_view key) {
  for (const NamedPeriod& period : periods().rows)
    if (period.key == key) return &period;
  return nullptr;
}

std::pair<const NamedPeriod*, std::size_t> match_named_period(dates::Tokens tokens) {
  const PeriodTable& table = periods();
  for (std::size_t length = std::min(tokens.size(), table.longest_name); length > 0; --length) {
    // joined() leaves hyphens out: one that ends the match would be a range's.
    if (tokens[length - 1].text == "-") continue;
    const auto it = table.names.find(dates::joined(tokens.first(length)));
    if (it != table.names.end()) return {&table.rows[it->second], length};
  }
  return {nullptr, 0};
}

}  // namespace prosper::mappings
