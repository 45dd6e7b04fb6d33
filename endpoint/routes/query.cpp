// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>

#include "endpoint/pages/query_page.hpp"
#include "endpoint/routes/formats.hpp"
#include "endpoint/routes/page_frame.hpp"
#include "endpoint/routes/pausing_client.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/routes.hpp"
#include "sparql/results/result_writer.hpp"
#include "store/rdf/io/serializer.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::endpoint {
namespace {

using Form = sparql::PreparedQuery::Form;

/// Everything a running query holds on to until its last byte is written.
struct RunningQuery {
  RunningQuery(EvaluationSlots::Slot taken, std::unique_ptr<store::Snapshot> of_store,
               sparql::PreparedQuery prepared, sparql::RequestOptions request_options)
      : slot(std::move(taken)),
        snapshot(std::move(of_store)),
        query(std::move(prepared)),
        options(std::move(request_options)) {}

  EvaluationSlots::Slot slot;
  std::unique_ptr<store::Snapshot> snapshot;
  sparql::PreparedQuery query;
  sparql::RequestOptions options;
  std::optional<PausingClient> services;
};

std::shared_ptr<RunningQuery> start(const Site& site, sparql::PreparedQuery query,
                                    const sparql::RequestOptions& options) {
  EvaluationSlots::Slot slot = site.slots.take(*options.deadline, options.cancelled);
  auto running = std::make_shared<RunningQuery>(std::move(slot), site.store.snapshot(),
                                                std::move(query), options);
  if (site.services != nullptr)
    running->options.services =
        &running->services.emplace(*site.services, running->slot, *options.deadline);
  return running;
}

Response stream_response(std::string content_type, std::function<void(rdf::ByteSink&)> stream) {
  Response response = make_response(200, content_type, {});
  response.stream = std::move(stream);
  return response;
}

class TripleList final : public rdf::QuadSink {
 public:
  explicit TripleList(std::size_t limit) : limit_(limit) {}

  void quad(const rdf::Quad& quad) override {
    if (quads_.size() < limit_)
      quads_.push_back(quad);
    else
      cut_ = true;
  }

  std::vector<rdf::Quad> quads_;
  bool cut_ = false;

 private:
  std::size_t limit_;
};

Response solutions_page(const Site& site, const Request& request, const std::string& text,
                        const RunningQuery& running) {
  pages::ResultTable table;
  if (running.query.form() == Form::Ask) {
    table.boolean = running.query.ask(*running.snapshot, running.options);
  } else if (running.query.form() == Form::Select) {
    const auto solutions = running.query.select(*running.snapshot, running.options);
    table.variables = solutions->variables();
    for (sparql::SolutionRow row; solutions->next(row);) {
      table.cut = table.rows.size() == site.limits.page_rows;
      if (table.cut) break;
      table.rows.push_back(row);
    }
  } else {
    TripleList triples(site.limits.page_rows);
    running.query.graph(*running.snapshot, running.options, triples);
    table.variables = {"subject", "predicate", "object"};
    for (const rdf::Quad& quad : triples.quads_)
      table.rows.push_back({quad.subject, quad.predicate, quad.object});
    table.cut = triples.cut_;
    table.is_graph = true;
  }
  return page_response(200, pages::results_page(make_frame(site, request), text, table));
}

Response stream_graph(const Site& site, const std::shared_ptr<RunningQuery>& running,
                      const Chosen<rdf::RdfFormat>& chosen) {
  rdf::SerializeOptions prefixes{running->query.prefixes()};
  if (prefixes.prefixes.empty()) prefixes.prefixes = document_prefixes(site.store.public_base());
  const auto format = std::get<rdf::RdfFormat>(chosen.format);
  return stream_response(chosen.content_type, [running, format, prefixes](rdf::ByteSink& bytes) {
    const auto serializer = rdf::make_serializer(format, bytes, prefixes);
    running->query.graph(*running->snapshot, running->options, *serializer);
    serializer->finish();
  });
}

Response stream_solutions(const std::shared_ptr<RunningQuery>& running,
                          const Chosen<sparql::ResultFormat>& chosen) {
  const auto format = std::get<sparql::ResultFormat>(chosen.format);
  return stream_response(chosen.content_type, [running, format](rdf::ByteSink& bytes) {
    if (running->query.form() == Form::Ask)
      return sparql::write_boolean(running->query.ask(*running->snapshot, running->options), format,
                                   bytes);
    const auto solutions = running->query.select(*running->snapshot, running->options);
    sparql::write_solutions(*solutions, format, bytes);
  });
}

/// The algebra and the plan, as `prosper query --explain` shows them; the rows are counted, and not
/// sent, when `is_run`.
Response explain_query(const RunningQuery& running, bool is_run) {
  return make_response(200, "text/plain; charset=utf-8",
                       running.query.explain() + "\n\n" +
                           running.query.explain(*running.snapshot, running.options, is_run));
}

/// Every answer of /sparql depends on the Accept header, and on a store that changes. With
/// `download` a browser saves it.
Response finish_headers(Response response, const Parameters& parameters) {
  response.set("Vary", "Accept");
  response.set("Cache-Control", "no-cache");
  const std::string format = find_parameter(parameters, "format").value_or("txt");
  const bool is_name = format.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (find_parameter(parameters, "download") && is_name)
    response.set("Content-Disposition", "attachment; filename=\"prosper." + format + "\"");
  return response;
}

}  // namespace

Response answer_query(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD, POST");
  const ProtocolOperation operation = read_operation(request, "query", "application/sparql-query");
  if (!operation.present)
    return finish_headers(choose_graph_format(request, operation.parameters, true).is_html()
                              ? answer_query_page(site, request)
                              : answer_service_description(site, request),
                          operation.parameters);

  sparql::RequestOptions options =
      make_options(site, request, operation.parameters, site.limits.query_time);
  options.default_graph_uris = all_parameters(operation.parameters, "default-graph-uri");
  options.named_graph_uris = all_parameters(operation.parameters, "named-graph-uri");
  require_absolute(options.default_graph_uris, "default-graph-uri");
  require_absolute(options.named_graph_uris, "named-graph-uri");

  sparql::PreparedQuery query = sparql::PreparedQuery::parse(operation.text, options);
  if (const auto explain = find_parameter(operation.parameters, "explain"))
    return finish_headers(explain_query(*start(site, std::move(query), options), *explain == "run"),
                          operation.parameters);

  const Form form = query.form();
  if (form == Form::Construct || form == Form::Describe) {
    const auto chosen = choose_graph_format(request, operation.parameters, true);
    const auto running = start(site, std::move(query), options);
    return finish_headers(chosen.is_html() ? solutions_page(site, request, operation.text, *running)
                                           : stream_graph(site, running, chosen),
                          operation.parameters);
  }
  const auto chosen = choose_result_format(request, operation.parameters, form == Form::Ask);
  const auto running = start(site, std::move(query), options);
  return finish_headers(chosen.is_html() ? solutions_page(site, request, operation.text, *running)
                                         : stream_solutions(running, chosen),
                        operation.parameters);
}

}  // namespace prosper::endpoint
