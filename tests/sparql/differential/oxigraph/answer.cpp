// SPDX-License-Identifier: Apache-2.0
#include "sparql/forms/query_forms.hpp"
#include "sparql/parser/parse.hpp"
#include "store/memory_quad_source.hpp"
#include "tests/conformance/suite/memory_transaction.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/sparql/differential/oxigraph/outcome.hpp"

namespace prosper::sparql::differential {

namespace {

constexpr std::size_t most_rows = 3000;

RequestOptions options_of(const Question& question, Engine engine) {
  RequestOptions options;
  options.engine = engine;
  options.default_graph = question.default_graph;
  options.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(3);
  options.maximum_held_solutions = 200'000;
  return options;
}

std::optional<Outcome> select(const PreparedQuery& query, const store::QuadSource& source,
                              const RequestOptions& options) {
  ResultDocument document;
  const auto stream = query.select(source, options);
  document.variables = stream->variables();
  SolutionRow row;
  while (stream->next(row)) {
    if (document.rows.size() == most_rows) return std::nullopt;
    document.rows.push_back(row);
  }
  return document;
}

std::optional<Outcome> answer_query(const Question& question, const RequestOptions& options) {
  store::MemoryQuadSource source;
  for (const rdf::Quad& quad : question.quads) source.insert(quad);
  const PreparedQuery query = PreparedQuery::parse(question.request, options);
  if (query.form() == PreparedQuery::Form::Select) return select(query, source, options);
  if (query.form() == PreparedQuery::Form::Ask) {
    ResultDocument document;
    document.boolean = query.ask(source, options);
    return document;
  }
  conformance::RdfGraph graph;
  query.graph(source, options, graph);
  if (graph.quads().size() > most_rows) return std::nullopt;
  return graph.quads();
}

Outcome answer_update(const Question& question, const RequestOptions& options) {
  conformance::MemoryTransaction transaction;
  for (const rdf::Quad& quad : question.quads) transaction.insert(quad);
  execute_update(question.request, transaction, options);
  return conformance::all_quads(transaction, store::GraphScope::all());
}

}  // namespace

std::optional<Outcome> answer(const Question& question, Engine engine) {
  const RequestOptions options = options_of(question, engine);
  try {
    if (question.form == Form::Update) return answer_update(question, options);
    return answer_query(question, options);
  } catch (const QueryCancelled&) {
    return std::nullopt;
  } catch (const rdf::SyntaxError& error) {
    return Refusal{error.what()};
  } catch (const UpdateError& error) {
    return Refusal{error.what()};
  }
}

}  // namespace prosper::sparql::differential
