// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <memory>
#include <random>

#include "endpoint/http/form.hpp"
#include "endpoint/routes/formats.hpp"
#include "endpoint/routes/protocol.hpp"
#include "endpoint/routes/quads.hpp"
#include "endpoint/routes/routes.hpp"
#include "endpoint/routes/write_access.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/serializer.hpp"

namespace prosper::endpoint {
namespace {

/// The graph an operation is about (Graph Store HTTP Protocol §4.2); no name: the store's own
/// default graph.
struct Target {
  std::optional<rdf::Iri> name;
};

std::string random_name() {
  std::random_device random;
  std::array<char, 33> text{};
  std::snprintf(text.data(), text.size(), "%08x%08x", random(), random());
  return text.data();
}

Target read_target(const Request& request) {
  const auto graphs = all_parameters(request.query, "graph");
  const bool is_default = find_parameter(request.query, "default").has_value();
  if (graphs.size() + (is_default ? 1U : 0U) != 1)
    throw HttpError(400, "missing-graph", "Name one graph: ?default or ?graph=<absolute IRI>.");
  require_absolute(graphs, "graph");
  if (is_default) return {};
  return {rdf::Iri{graphs.front()}};
}

std::optional<store::GraphScope> find_scope(const store::QuadSource& source, const Target& target) {
  if (!target.name) return store::GraphScope::one(store::default_graph);
  const auto id = source.find(*target.name);
  if (!id) return std::nullopt;
  const store::GraphScope scope = store::GraphScope::one(*id);
  if (!has_quads(source, scope)) return std::nullopt;
  return scope;
}

[[noreturn]] void refuse_unknown(const Target& target) {
  throw HttpError(404, "no-such-graph", "There is no graph <" + target.name->value + ">.");
}

std::vector<rdf::Triple> read_triples(const Site& site, const Request& request,
                                      const Target& target) {
  const std::string type = content_type(request);
  const auto format = rdf::format_of_media_type(type);
  if (!format || rdf::has_graphs(*format))
    throw HttpError(415, "unsupported-media-type",
                    "Send text/turtle, application/n-triples or application/rdf+xml" +
                        (type.empty() ? std::string("; the request names no Content-Type.")
                                      : ", not " + type + "."));

  class Triples final : public rdf::QuadSink {
   public:
    void quad(const rdf::Quad& quad) override { triples.push_back(rdf::triple_of(quad)); }

    std::vector<rdf::Triple> triples;
  } sink;

  rdf::ParseOptions options;
  options.base_iri = target.name ? target.name->value : site.store.public_base() + "data";
  options.source_name = "body";
  // Blank nodes of two documents are never the same node.
  options.blank_node_prefix = "d" + random_name() + "-";
  rdf::parse_rdf(request.body, *format, options, sink);
  return std::move(sink.triples);
}

void insert_all(store::Transaction& transaction, const Target& target,
                const std::vector<rdf::Triple>& triples) {
  std::optional<rdf::Term> graph;
  if (target.name) graph = *target.name;
  for (const rdf::Triple& triple : triples)
    transaction.insert({triple.subject, triple.predicate, triple.object, graph});
}

Response get_graph(const Site& site, const Request& request) {
  const Target target = read_target(request);
  const auto chosen = choose_graph_format(request, request.query, false);
  const auto options = make_options(site, request, {}, site.limits.transfer_time);
  auto slot = std::make_shared<EvaluationSlots::Slot>(
      site.slots.take(*options.deadline, options.cancelled));
  const std::shared_ptr<store::Snapshot> snapshot = site.store.snapshot();
  const auto scope = find_scope(*snapshot, target);
  if (!scope) refuse_unknown(target);

  Response response = make_response(200, chosen.content_type, {});
  response.set("Vary", "Accept");
  const auto format = std::get<rdf::RdfFormat>(chosen.format);
  const rdf::SerializeOptions prefixes{document_prefixes(site.store.public_base())};
  response.stream = [=, scope = *scope](rdf::ByteSink& bytes) {
    const auto serializer = rdf::make_serializer(format, bytes, prefixes);
    copy_quads(*snapshot, {{}, {}, {}, scope}, options, *serializer);
    serializer->finish();
    static_cast<void>(slot);
  };
  return response;
}

Response put_graph(const Site& site, const Request& request) {
  const Target target = read_target(request);
  const std::vector<rdf::Triple> triples = read_triples(site, request, target);
  bool existed = false;
  commit_in_turn(site, request, [&](store::Transaction& transaction) {
    existed = find_scope(transaction, target).has_value();
    if (target.name) {
      transaction.replace_graph(*target.name, triples);
    } else {
      transaction.clear(store::GraphScope::one(store::default_graph));
      insert_all(transaction, target, triples);
    }
  });
  return make_response(existed ? 204 : 201, "text/plain; charset=utf-8", {});
}

/// A POST to the store itself makes a new graph and says where it is (§5.5).
Response post_new_graph(const Site& site, const Request& request) {
  const Target target{rdf::Iri{site.store.public_base() + "graph/" + random_name()}};
  const std::vector<rdf::Triple> triples = read_triples(site, request, target);
  commit_in_turn(site, request, [&](store::Transaction& transaction) {
    insert_all(transaction, target, triples);
  });
  Response response = make_response(201, "text/plain; charset=utf-8", target.name->value + "\n");
  response.set("Location", "data?graph=" + encode_query_value(target.name->value));
  return response;
}

Response post_graph(const Site& site, const Request& request) {
  if (request.query.empty()) return post_new_graph(site, request);
  const Target target = read_target(request);
  const std::vector<rdf::Triple> triples = read_triples(site, request, target);
  bool existed = false;
  commit_in_turn(site, request, [&](store::Transaction& transaction) {
    existed = find_scope(transaction, target).has_value();
    insert_all(transaction, target, triples);
  });
  return make_response(existed ? 204 : 201, "text/plain; charset=utf-8", {});
}

Response delete_graph(const Site& site, const Request& request) {
  const Target target = read_target(request);
  bool existed = false;
  commit_in_turn(site, request, [&](store::Transaction& transaction) {
    const auto scope = find_scope(transaction, target);
    existed = scope.has_value();
    if (scope) transaction.clear(*scope);
  });
  if (!existed) refuse_unknown(target);
  return make_response(204, "text/plain; charset=utf-8", {});
}

}  // namespace

Response answer_graph_store(const Site& site, const Request& request) {
  require_method(request, "GET, HEAD, PUT, POST, DELETE");
  if (request.is_read()) return get_graph(site, request);
  require_write_access(site.writes, request);
  if (request.method == "PUT") return put_graph(site, request);
  if (request.method == "POST") return post_graph(site, request);
  return delete_graph(site, request);
}

}  // namespace prosper::endpoint
