// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/query_page.hpp"

#include "endpoint/pages/examples.hpp"
#include "endpoint/pages/messages.hpp"
#include "endpoint/pages/render.hpp"
#include "endpoint/pages/term_view.hpp"

namespace prosper::endpoint::pages {
namespace {

View examples_view(const std::vector<Example>& all) {
  View list = make_list();
  for (const Example& example : all) {
    View view("title", example.title);
    view.set("query", example.query);
    list.push_back(view);
  }
  return list;
}

/// The line of `text` with the error, from 1; empty when there is none.
std::string line_of(const std::string& text, std::size_t number) {
  std::size_t start = 0;
  for (; number > 1; --number) {
    start = text.find('\n', start);
    if (start == std::string::npos) return {};
    ++start;
  }
  return text.substr(start, text.find('\n', start) - start);
}

View error_view(const QueryForm& form) {
  View view;
  view.set("code", form.error->code);
  view.set("message", form.error->message);
  if (form.error->line > 0) {
    view.set("line", std::to_string(form.error->line));
    view.set("column", std::to_string(form.error->column));
    view.set("source", line_of(form.query, form.error->line));
  }
  return view;
}

}  // namespace

std::string query_page(const Frame& frame, const QueryForm& form) {
  const std::vector<Example> all = examples(frame);
  View view;
  const bool is_first = form.query.empty() && !all.empty();
  view.set("query", is_first ? all.front().query : form.query);
  view.set("examples", examples_view(all));
  if (form.error) view.set("error", error_view(form));
  return render_page(frame, "query", message("query.title", frame.language), view);
}

std::string results_page(const Frame& frame, const std::string& query, const ResultTable& table) {
  View view;
  view.set("query", query);
  View columns = make_list();
  for (const std::string& name : table.variables) columns.push_back(View("name", name));
  View rows = make_list();
  for (const sparql::SolutionRow& row : table.rows) {
    View cells = make_list();
    for (const auto& cell : row)
      cells.push_back(View("term", cell ? term_view(frame, *cell) : View("text", "")));
    rows.push_back(View("cells", cells));
  }
  view.set("columns", columns);
  view.set("rows", rows);
  view.set("count", std::to_string(table.rows.size()));
  view.set("has_rows", !table.rows.empty());
  view.set("cut", table.cut);
  view.set("is_graph", table.is_graph);
  view.set("is_solutions", !table.is_graph && !table.boolean);
  view.set("is_boolean", table.boolean.has_value());
  view.set("is_table", !table.boolean.has_value());
  view.set("boolean", table.boolean.value_or(false));
  return render_page(frame, "results", message("query.results", frame.language), view);
}

}  // namespace prosper::endpoint::pages
