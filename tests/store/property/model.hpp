// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/rdf/quad.hpp"
#include "store/store.hpp"

namespace prosper::tests {

/// The store did something the model did not.
class Mismatch : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline void expect(bool is_so, const std::string& otherwise) {
  if (!is_so) throw Mismatch(otherwise);
}

/// Which quads a question is about, in terms.
struct Question {
  std::optional<rdf::Term> subject;
  std::optional<rdf::Term> predicate;
  std::optional<rdf::Term> object;
  store::GraphScope::Kind scope = store::GraphScope::Kind::All;
  /// With One: the graph; nothing is the default graph.
  std::optional<rdf::Term> graph;
};

/// What a store holds, as plainly as it can be said: a set of quads and the import states.
struct StoreModel {
  std::set<rdf::Quad> quads;
  std::map<std::string, std::string> import_states;

  std::set<rdf::Quad> matching(const Question& question) const;
  std::set<rdf::Term> graphs() const;
  std::set<rdf::Term> terms() const;
  /// As Transaction::replace_graph and Transaction::clear.
  store::GraphChange replace_graph(const rdf::Iri& graph, const std::vector<rdf::Triple>& triples);
  std::uint64_t clear(const Question& question);
};

/// The question in ids; nothing when the source knows one of its terms not, so that nothing can
/// match.
std::optional<store::QuadPattern> pattern_of(const Question& question,
                                             const store::QuadSource& source);

/// Each throws Mismatch. Nothing here changes the source.
void compare_answer(const store::QuadSource& source, const StoreModel& model,
                    const Question& question);
/// A cursor that begins anew, where it can; both questions bind the same positions.
void compare_restart(const store::QuadSource& source, const StoreModel& model,
                     const Question& first, const Question& second);
void compare_graphs(const store::QuadSource& source, const StoreModel& model);
void compare_terms(const store::QuadSource& source, const StoreModel& model);
/// Contents, graphs, terms, counts, import states of `keys`.
void compare_state(const store::Snapshot& snapshot, const StoreModel& model,
                   const std::vector<std::string>& keys);
/// Store::check and Store::statistics.
void compare_reports(store::Store& store, const StoreModel& model);

}  // namespace prosper::tests
