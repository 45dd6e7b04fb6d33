// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mappings/sources/source_row.hpp"

namespace prosper::mappings {

/// A notice in POP codes.
struct NormalisedRow {
  /// POP code → text or list; columns the table does not know under their own names.
  Record cells;

  struct Dropped {
    std::string name;
    std::string reason;
  };

  std::vector<Dropped> dropped;
};

/// The column table of one profile (mappings/README.md describes the file): brings every layout of
/// a base to POP codes before anything is mapped. Reading is thread-compatible: it remembers the
/// columns it has seen.
class Layout {
 public:
  /// Throws rdf::SyntaxError with the line of the table that is wrong.
  Layout(std::string_view table, const std::string& source);
  /// Not copied: what it remembers points into its own tables.
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  Layout(Layout&&) = default;
  Layout& operator=(Layout&&) = default;
  ~Layout() = default;

  NormalisedRow normalise(const SourceRow& row);

  /// "museo": the segment of the notice's path.
  const std::string& base() const { return base_; }

  /// The code that holds the reference.
  const std::string& reference() const { return reference_; }

  /// Codes whose values make the key of a notice without reference; empty: there is none.
  const std::vector<std::string>& inventory() const { return inventory_; }

  /// What becomes of a column of this name; "" when it is kept under its own name.
  std::string code_of(std::string_view column) const;

 private:
  struct Rule {
    /// More than one: the cell is cut and its parts take the codes in order.
    std::vector<std::string> codes;
    /// Tried in order, the first that occurs cuts the cell.
    std::vector<std::string> separators;
    bool separators_given = false;
    std::string drop_reason;
  };

  /// Both return what is wrong with the line, or "".
  std::string add_directive(const std::vector<std::string_view>& fields);
  std::string add_column(const std::vector<std::string_view>& fields);
  void inherit_separators();
  const Rule* find_rule(std::string_view column) const;
  void apply(const Rule& rule, const std::string& column, const Value& value,
             NormalisedRow& out) const;

  std::string base_;
  std::string reference_;
  std::vector<std::string> inventory_;
  /// By the column name as it is.
  std::unordered_map<std::string, Rule> exact_;
  /// By the slug of the column name; numbered columns by the slug of the name without "_*".
  std::unordered_map<std::string, Rule> rules_;
  std::unordered_map<std::string, Rule> numbered_;
  std::unordered_map<std::string, const Rule*> seen_;
};

/// Cuts a cell at the first of `separators` that occurs in it outside parentheses; parts trimmed,
/// empty ones dropped. A cell with unbalanced parentheses is cut at every separator.
std::vector<std::string> split_cell(std::string_view cell,
                                    const std::vector<std::string>& separators);

}  // namespace prosper::mappings
