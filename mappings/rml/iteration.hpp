// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mappings/functions/value.hpp"

namespace prosper::mappings::rml {

/// A text with the datatype its source gives it; empty: a plain string (RML natural mapping).
struct Text {
  std::string text;
  std::string_view datatype;
};

/// One step of a logical source: what references are read from. Not thread-safe.
class Iteration {
 public:
  Iteration() = default;
  Iteration(const Iteration&) = delete;
  Iteration& operator=(const Iteration&) = delete;
  virtual ~Iteration() = default;

  /// The referenced value; null when there is none. Lives as long as the iteration. Throws
  /// std::invalid_argument for a reference the source does not allow.
  virtual const Value* find(std::string_view reference) const = 0;

  /// The texts of a reference with their datatypes.
  virtual void texts(std::string_view reference, std::vector<Text>& out) const;
};

/// A notice or CSV row.
class RowIteration final : public Iteration {
 public:
  /// `row` must outlive the iteration. With `all_columns_known`, a reference to a column that is
  /// not in the row is refused.
  explicit RowIteration(const Record& row, bool all_columns_known = false);

  const Value* find(std::string_view reference) const override;

 private:
  std::unordered_map<std::string_view, const Value*> columns_;
  bool all_columns_known_;
};

/// What a view adds to an iteration: fields by name, and all of the iteration it stands on.
/// `name.#`, `name.value` and `name.field` lead into the item of an iterable field; a path through
/// a list of records yields the list of their fields.
class ViewIteration final : public Iteration {
 public:
  /// `on` must outlive the iteration.
  explicit ViewIteration(const Iteration& on) : on_(on) {}

  /// Adds a field; pointers from earlier `find` calls are then no longer valid.
  void set(std::string name, Value value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }

  /// Another iteration on the same one, with the same fields so far.
  std::unique_ptr<ViewIteration> copy() const;

  const Value* find(std::string_view reference) const override;
  void texts(std::string_view reference, std::vector<Text>& out) const override;

 private:
  const Value* find_own(std::string_view reference) const;

  const Iteration& on_;
  std::vector<std::pair<std::string, Value>> fields_;
  /// Values put together for a reference; kept so that pointers stay valid.
  mutable std::deque<std::pair<std::string, Value>> derived_;
};

}  // namespace prosper::mappings::rml
