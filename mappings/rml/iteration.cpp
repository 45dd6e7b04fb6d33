// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/iteration.hpp"

#include <stdexcept>

namespace prosper::mappings::rml {
namespace {

/// Follows "a.b" into records; through lists, collecting.
Value descend(const Value& value, std::string_view path) {
  if (const List* list = value.list()) {
    List found;
    for (const Value& item : *list) {
      Value inner = descend(item, path);
      if (const List* several = inner.list()) {
        found.insert(found.end(), several->begin(), several->end());
      } else if (!inner.is_null()) {
        found.push_back(std::move(inner));
      }
    }
    if (found.empty()) return {};
    return Value(std::move(found));
  }
  if (path == "value" && value.text() != nullptr) return value;
  const Record* record = value.record();
  if (record == nullptr) return {};
  if (const Value* whole = record->find(path)) return *whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return {};
  const Value* outer = record->find(path.substr(0, dot));
  return outer == nullptr ? Value() : descend(*outer, path.substr(dot + 1));
}

}  // namespace

void Iteration::texts(std::string_view reference, std::vector<Text>& out) const {
  const Value* value = find(reference);
  if (value == nullptr) return;
  if (const std::string* text = value->text()) {
    out.push_back({*text, {}});
    return;
  }
  for (std::string& text : value->texts()) out.push_back({std::move(text), {}});
}

RowIteration::RowIteration(const Record& row, bool all_columns_known)
    : all_columns_known_(all_columns_known) {
  columns_.reserve(row.fields.size());
  for (const auto& [name, value] : row.fields) columns_.emplace(name, &value);
}

const Value* RowIteration::find(std::string_view reference) const {
  const auto it = columns_.find(reference);
  if (it != columns_.end()) return it->second->is_null() ? nullptr : it->second;
  if (all_columns_known_)
    throw std::invalid_argument("no column \"" + std::string(reference) + "\" in the source");
  return nullptr;
}

std::unique_ptr<ViewIteration> ViewIteration::copy() const {
  auto made = std::make_unique<ViewIteration>(on_);
  made->fields_ = fields_;
  return made;
}

const Value* ViewIteration::find_own(std::string_view reference) const {
  for (const auto& [name, value] : fields_)
    if (name == reference) return &value;
  for (const auto& [name, value] : derived_)
    if (name == reference) return &value;
  for (std::size_t dot = reference.rfind('.'); dot != std::string_view::npos && dot > 0;
       dot = reference.rfind('.', dot - 1)) {
    for (const auto& [name, value] : fields_) {
      if (name != reference.substr(0, dot)) continue;
      derived_.emplace_back(std::string(reference), descend(value, reference.substr(dot + 1)));
      return &derived_.back().second;
    }
  }
  return nullptr;
}

const Value* ViewIteration::find(std::string_view reference) const {
  const Value* own = find_own(reference);
  if (own != nullptr) return own->is_null() ? nullptr : own;
  return on_.find(reference);
}

void ViewIteration::texts(std::string_view reference, std::vector<Text>& out) const {
  if (find_own(reference) != nullptr) {
    Iteration::texts(reference, out);
  } else {
    on_.texts(reference, out);
  }
}

}  // namespace prosper::mappings::rml
