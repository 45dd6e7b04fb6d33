// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/view.hpp"

#include <string>
#include <utility>

namespace prosper::mappings::rml {
namespace {

using Columns = std::vector<std::pair<std::string, Value>>;

std::unique_ptr<ViewIteration> make_iteration(const Iteration& on, const Columns& columns) {
  auto iteration = std::make_unique<ViewIteration>(on);
  for (const auto& [name, value] : columns) iteration->set(name, value);
  return iteration;
}

/// The items of an iterable field; a lone value is one item, nothing is none.
List items_of(Value value) {
  if (value.is_null()) return {};
  if (const List* list = value.list()) return *list;
  List one;
  one.push_back(std::move(value));
  return one;
}

std::vector<Columns> expand(const std::vector<ViewField>& fields, std::vector<Columns> rows,
                            const Iteration& on, Evaluator& evaluator) {
  for (const ViewField& field : fields) {
    std::vector<Columns> expanded;
    for (Columns& columns : rows) {
      const auto iteration = make_iteration(on, columns);
      Value value = evaluator.value(field.expression, *iteration);
      if (!field.is_iterable) {
        columns.emplace_back(field.name, std::move(value));
        expanded.push_back(std::move(columns));
        continue;
      }
      std::size_t index = 0;
      for (Value& item : items_of(std::move(value))) {
        Columns with_item = columns;
        with_item.emplace_back(field.name, std::move(item));
        with_item.emplace_back(field.name + ".#", Value(std::to_string(++index)));
        std::vector<Columns> inner = expand(field.fields, {std::move(with_item)}, on, evaluator);
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
  for (const Columns& columns : expand(view.fields, {Columns()}, on, evaluator))
    out.push_back(make_iteration(on, columns));
}

}  // namespace prosper::mappings::rml
