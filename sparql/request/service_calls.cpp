// SPDX-License-Identifier: Apache-2.0
#include "sparql/request/service_calls.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <unordered_map>

#include "sparql/algebra/in_scope_variables.hpp"
#include "sparql/algebra/mentioned_variables.hpp"
#include "sparql/request/service_query.hpp"

namespace prosper::sparql::request {

namespace {

constexpr std::size_t maximum_remembered_rows = 100'000;

std::string name_of(const algebra::Service& service, const std::optional<rdf::Term>& endpoint) {
  if (endpoint) return rdf::to_ntriples(*endpoint);
  if (const auto* variable = std::get_if<algebra::Variable>(&service.endpoint))
    return "?" + variable->name;
  return rdf::to_ntriples(std::get<rdf::Term>(service.endpoint));
}

/// About what a row needs in memory.
std::size_t bytes_of(const SolutionRow& row) {
  std::size_t bytes = sizeof(SolutionRow);
  for (const auto& cell : row) {
    bytes += sizeof cell;
    if (!cell) continue;
    if (const auto* literal = std::get_if<rdf::Literal>(&*cell))
      bytes += literal->lexical_form.size();
    else if (const auto* iri = std::get_if<rdf::Iri>(&*cell))
      bytes += iri->value.size();
  }
  return bytes;
}

}  // namespace

std::vector<algebra::Variable> sent_variables(const algebra::Service& service) {
  std::vector<algebra::Variable> variables = algebra::in_scope_variables(*service.pattern);
  std::erase_if(variables, [](const algebra::Variable& v) { return v.is_internal(); });
  return variables;
}

ServiceCalls::ServiceCalls(const RequestOptions& options, std::string base_iri, Limits& limits)
    : client_(options.services),
      call_limits_{options.deadline, options.cancelled, options.call_depth},
      base_iri_(std::move(base_iri)),
      held_(limits) {}

ServiceCalls::Rows ServiceCalls::solutions(const algebra::Service& service, const ServiceCall& call,
                                           const std::vector<algebra::Variable>& columns) {
  const std::string name = name_of(service, call.endpoint);
  try {
    const auto* iri = call.endpoint ? std::get_if<rdf::Iri>(&*call.endpoint) : nullptr;
    if (iri == nullptr)
      throw RemoteError(RemoteError::Reason::Failed,
                        "SERVICE " + name + ": no endpoint, which an IRI bound before would name");
    if (client_ == nullptr)
      throw RemoteError(RemoteError::Reason::Refused,
                        "SERVICE " + name +
                            ": refused by configuration; --allow-service names the endpoints "
                            "that may be asked");
    if (service.silent && failed_.contains(name))
      throw RemoteError(RemoteError::Reason::Failed, "SERVICE " + name + ": failed before");
    const std::string query = service_query(service.pattern, call.bindings, columns, base_iri_);
    return ask(service, iri->value, query, columns);
  } catch (const RemoteError&) {
    if (!service.silent) throw;
    failed_.insert(name);
    return std::make_shared<const std::vector<SolutionRow>>(1, SolutionRow(columns.size()));
  }
}

ServiceCalls::Rows ServiceCalls::ask(const algebra::Service& service, const std::string& endpoint,
                                     const std::string& query,
                                     const std::vector<algebra::Variable>& columns) {
  const auto known = answers_.find({endpoint, query});
  if (known != answers_.end()) return known->second;
  auto rows = std::make_shared<const std::vector<SolutionRow>>(
      read(service, client_->ask(endpoint, query, call_limits_), columns));
  if (remembered_rows_ + rows->size() > maximum_remembered_rows) {
    answers_.clear();
    held_.release();
    remembered_rows_ = 0;
  }
  std::size_t bytes = query.size();
  for (const SolutionRow& row : *rows) bytes += bytes_of(row);
  held_.add(rows->size(), bytes);
  remembered_rows_ += rows->size();
  answers_.emplace(std::pair(endpoint, query), rows);
  return rows;
}

/// The columns asked for, whatever else an endpoint may say; what every solution of the pattern
/// binds must be bound, for plans rely on it.
std::vector<SolutionRow> ServiceCalls::read(const algebra::Service& service, ServiceAnswer answer,
                                            const std::vector<algebra::Variable>& columns) {
  constexpr std::size_t absent = static_cast<std::size_t>(-1);
  const algebra::Names certain = algebra::certain_variables(*service.pattern);
  std::vector<std::size_t> places;
  for (const algebra::Variable& column : columns) {
    const auto found = std::find(answer.variables.begin(), answer.variables.end(), column.name);
    places.push_back(found == answer.variables.end()
                         ? absent
                         : static_cast<std::size_t>(found - answer.variables.begin()));
  }
  std::unordered_map<std::string, rdf::BlankNode> blank_nodes;
  std::vector<SolutionRow> rows;
  rows.reserve(answer.rows.size());
  for (SolutionRow& from : answer.rows) {
    SolutionRow& row = rows.emplace_back(columns.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (places[column] < from.size()) row[column] = std::move(from[places[column]]);
      if (!row[column]) {
        if (certain.contains(columns[column].name))
          throw RemoteError(RemoteError::Reason::Failed,
                            "SERVICE " + name_of(service, {}) + ": the answer leaves ?" +
                                columns[column].name + " unbound, which the pattern binds");
        continue;
      }
      const auto* blank = std::get_if<rdf::BlankNode>(&*row[column]);
      if (blank == nullptr) continue;
      const auto [node, is_new] = blank_nodes.try_emplace(blank->label);
      if (is_new) node->second.label = fresh_label();
      row[column] = node->second;
    }
  }
  return rows;
}

/// Numbered from a random start, so that the nodes of two requests, and those of the store, keep
/// apart.
std::string ServiceCalls::fresh_label() {
  if (blank_node_prefix_.empty()) {
    std::random_device random;
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "s%08x%08xx", random(), random());
    blank_node_prefix_ = text.data();
  }
  return blank_node_prefix_ + std::to_string(blank_nodes_++);
}

}  // namespace prosper::sparql::request
