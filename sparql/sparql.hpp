// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sparql/algebra/solution_stream.hpp"
#include "store/quad_source.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/store.hpp"

/// The façade of the room: text in, solutions or triples out.
namespace prosper::sparql {

/// A part of SPARQL that Prosper does not have yet; the endpoint answers 501 with `what()`.
class UnsupportedFeature : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The deadline passed, the client left, or the memory budget is used up.
class QueryCancelled : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An update that cannot be carried out (CREATE of an existing graph, …).
class UpdateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ServiceClient;
class DocumentSource;

enum class DefaultGraphMode { Union, Own };

/// Who evaluates: the vectorised engine, or the naive evaluator that it is tested against.
enum class Engine { Vectorised, Reference };

struct RequestOptions {
  /// What the default graph of queries is when the request names no dataset (design: union).
  DefaultGraphMode default_graph = DefaultGraphMode::Union;
  /// Base IRI of relative IRIs and of IRI().
  std::string base_iri;
  /// Protocol dataset (default-graph-uri, named-graph-uri / using-graph-uri …); overrides FROM.
  std::vector<std::string> default_graph_uris;
  std::vector<std::string> named_graph_uris;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  /// Set by another thread to cancel; checked often.
  const std::atomic<bool>* cancelled = nullptr;
  /// Solutions, triples and distinct values a request may hold in memory at once; more is a
  /// QueryCancelled.
  std::size_t maximum_held_solutions = 20'000'000;
  /// The bytes those may need, about; more is a QueryCancelled.
  std::size_t maximum_held_bytes = std::size_t{2} << 30U;
  Engine engine = Engine::Vectorised;
  /// Who asks other endpoints for SERVICE; null: refused (RemoteError, see remote.hpp).
  ServiceClient* services = nullptr;
  /// Who fetches documents for LOAD; null: refused.
  DocumentSource* documents = nullptr;
  /// How many endpoints have passed this request on by SERVICE before it came here.
  unsigned call_depth = 0;
};

/// A parsed query, ready to run on any source. Immutable.
class PreparedQuery {
 public:
  enum class Form { Select, Ask, Construct, Describe };

  /// Throws rdf::SyntaxError.
  static PreparedQuery parse(std::string_view text, const RequestOptions& options);
  PreparedQuery(PreparedQuery&&) noexcept;
  PreparedQuery& operator=(PreparedQuery&&) noexcept;
  ~PreparedQuery();

  Form form() const;
  const std::vector<std::pair<std::string, std::string>>& prefixes() const;

  /// SELECT only. The stream borrows the query and `source`.
  std::unique_ptr<SolutionStream> select(const store::QuadSource& source,
                                         const RequestOptions& options) const;
  bool ask(const store::QuadSource& source, const RequestOptions& options) const;
  /// CONSTRUCT and DESCRIBE: the triples as quads of the default graph, each once; of very many, one
  /// that comes again much later is there again, so that memory stays bounded.
  void graph(const store::QuadSource& source, const RequestOptions& options,
             rdf::QuadSink& sink) const;
  /// The algebra as S-expressions.
  std::string explain() const;
  /// The plan for `source` with the rows expected; the query is run too, and the rows counted, when
  /// `is_run`.
  std::string explain(const store::QuadSource& source, const RequestOptions& options,
                      bool is_run) const;

 private:
  struct State;
  explicit PreparedQuery(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct UpdateReport {
  std::uint64_t inserted = 0;
  std::uint64_t removed = 0;
};

/// A parsed update request, ready to be carried out. Immutable.
class PreparedUpdate {
 public:
  /// Throws rdf::SyntaxError.
  static PreparedUpdate parse(std::string_view text, const RequestOptions& options);
  PreparedUpdate(PreparedUpdate&&) noexcept;
  PreparedUpdate& operator=(PreparedUpdate&&) noexcept;
  ~PreparedUpdate();

  /// The documents that the LOADs of the request name, in order: a caller with others waiting for
  /// the store can fetch them before it takes its turn.
  std::vector<std::string> documents() const;

  /// Carries the request out inside `transaction`; the caller commits. On any exception the caller
  /// must drop the transaction: nothing then has happened.
  UpdateReport carry_out(store::Transaction& transaction, const RequestOptions& options) const;

 private:
  struct State;
  explicit PreparedUpdate(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Both at once.
UpdateReport execute_update(std::string_view text, store::Transaction& transaction,
                            const RequestOptions& options);

}  // namespace prosper::sparql
