// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/value.hpp"

#include <algorithm>

namespace prosper::mappings {
namespace {

void collect_texts(const Value& value, std::vector<std::string>& out) {
  if (const auto* text = value.text()) {
    out.push_back(*text);
  } else if (const auto* list = value.list()) {
    for (const Value& item : *list) collect_texts(item, out);
  } else if (const auto* record = value.record()) {
    for (const auto& [name, item] : record->fields) collect_texts(item, out);
  }
}

}  // namespace

const Value* Record::find(std::string_view name) const {
  const auto it = std::find_if(fields.begin(), fields.end(),
                               [name](const auto& field) { return field.first == name; });
  return it == fields.end() ? nullptr : &it->second;
}

void Record::set(std::string name, Value value) {
  const auto it = std::find_if(fields.begin(), fields.end(),
                               [&name](const auto& field) { return field.first == name; });
  if (it == fields.end()) {
    fields.emplace_back(std::move(name), std::move(value));
  } else {
    it->second = std::move(value);
  }
}

std::vector<std::string> Value::texts() const {
  std::vector<std::string> out;
  collect_texts(*this, out);
  return out;
}

}  // namespace prosper::mappings
