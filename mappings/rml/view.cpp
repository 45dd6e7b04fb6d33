// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/view.hpp"

#include <string>
#include <utility>

namespace prosper::mappings::rml {
namespace {

using Rows = std::vector<std::unique_ptr<ViewIteration>>;

/// The items of an iterable field; a lone value is one item, nothing is none.
List items_of(Value value) {
  if (value.is_null()) return {};
  if (auto* list = std::get_if<List>(&value.data)) return std::move(*list);
  List one;
  one.push_back(std::move(value));
  return one;
}

/// Adds the fields to each row, in order; an iterable one replaces the row by one for each item.
Rows expand(const std::vector<ViewField>& fields, Rows rows, Evaluator& evaluator) {
  for (const ViewField& field : fields) {
    Rows expanded;
    for (std::unique_ptr<ViewIteration>& row : rows) {
      Value value = evaluator.value(field.expression, *row);
      if (!field.is_iterable) {
        row->set(field.name, std::move(value));
        expanded.push_back(std::move(row));
        continue;
      }
      std::size_t index = 0;
      for (Value& item : items_of(std::move(value))) {
        Rows with_item;
        with_item.push_back(row->copy());
        with_item.back()->set(field.name, std::move(item));
        with_item.back()->set(field.name + ".#", Value(std::to_string(++index)));
        Rows inner = expand(field.fields, std::move(with_item), evaluator);
        expanded.insert(expanded.end(), std::move_iterator(inner.begin()),
                        std::move_iterator(inner.end()));
      }
    }
    rows = std::move(expanded);
  }
  return rows;
}

}  // namespace

void add_view_iterations(const View& view, const Iteration& on, Evaluator& evaluator,
                         std::vector<std::unique_ptr<Iteration>>& out) {
  Rows rows;
  rows.push_back(std::make_unique<ViewIteration>(on));
  for (auto& row : expand(view.fields, std::move(rows), evaluator)) out.push_back(std::move(row));
}

}  // namespace prosper::mappings::rml
