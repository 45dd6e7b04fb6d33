// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace prosper::mappings {

struct Value;
using List = std::vector<Value>;

/// Named values in a fixed order.
struct Record {
  std::vector<std::pair<std::string, Value>> fields;

  const Value* find(std::string_view name) const;
  void set(std::string name, Value value);
};

/// What a reference or a function yields: nothing, text, several values, or named fields.
/// Nothing and the empty list make no triple (RML-Core: a null value).
struct Value {
  std::variant<std::monostate, std::string, List, Record> data;

  Value() = default;
  Value(std::string text) : data(std::move(text)) {}            // NOLINT(google-explicit-constructor)
  Value(std::string_view text) : data(std::string(text)) {}     // NOLINT(google-explicit-constructor)
  Value(const char* text) : data(std::string(text)) {}          // NOLINT(google-explicit-constructor)
  Value(List list) : data(std::move(list)) {}                   // NOLINT(google-explicit-constructor)
  Value(Record record) : data(std::move(record)) {}             // NOLINT(google-explicit-constructor)

  bool is_null() const { return std::holds_alternative<std::monostate>(data); }

  const std::string* text() const { return std::get_if<std::string>(&data); }

  const List* list() const { return std::get_if<List>(&data); }

  const Record* record() const { return std::get_if<Record>(&data); }

  /// Every text in it, depth first: a lone text is a list of one.
  std::vector<std::string> texts() const;
};

}  // namespace prosper::mappings
