// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/execute.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "mappings/rml/mapping_error.hpp"
#include "mappings/rml/view.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::mappings::rml {
namespace {

constexpr std::string_view default_graph = "http://w3id.org/rml/defaultGraph";

using Graphs = std::vector<std::optional<rdf::Term>>;

/// One run of a document over one set of rows; iterations of every source are made once.
class Execution {
 public:
  Execution(const Document& document, SourceRows& rows, FunctionContext& context,
            BadTermPolicy policy, rdf::QuadSink& sink)
      : document_(document),
        rows_(rows),
        evaluator_(document, context, policy),
        sink_(sink),
        iterations_(document.sources.size()) {}

  void run() {
    for (const TriplesMap& map : document_.triples_maps) {
      try {
        for (const auto& iteration : iterations_of(map.source)) run_map(map, *iteration);
      } catch (const std::invalid_argument& error) {
        throw MappingError(document_.name, map.node, error.what());
      }
    }
  }

 private:
  const Iterations& iterations_of(std::size_t source) {
    auto& cached = iterations_[source];
    if (cached) return *cached;
    const LogicalSource& logical = document_.sources[source];
    if (const auto* view = std::get_if<View>(&logical.form)) {
      Iterations made;
      for (const auto& on : iterations_of(view->on))
        add_view_iterations(*view, *on, evaluator_, made);
      cached = std::move(made);
    } else {
      cached = rows_.rows(logical);
    }
    return *cached;
  }

  void run_map(const TriplesMap& map, const Iteration& iteration) {
    const std::vector<rdf::Term> subjects = evaluator_.terms(map.subject, map.base, iteration);
    if (subjects.empty()) return;
    const Graphs subject_graphs = graphs(map.graphs, map.base, iteration);
    const rdf::Term type = rdf::Iri{std::string(vocabularies::rdf::type)};
    // A graph map that yields no graph leaves its triples without a home: none are made.
    if (map.graphs.empty() || !subject_graphs.empty())
      emit(subjects, {type}, map.classes, subject_graphs);
    for (const PredicateObjectMap& part : map.predicate_objects)
      run_part(map, part, subjects, subject_graphs, iteration);
  }

  void run_part(const TriplesMap& map, const PredicateObjectMap& part,
                const std::vector<rdf::Term>& subjects, const Graphs& subject_graphs,
                const Iteration& iteration) {
    Graphs all_graphs = subject_graphs;
    const Graphs own = graphs(part.graphs, map.base, iteration);
    all_graphs.insert(all_graphs.end(), own.begin(), own.end());
    if (all_graphs.empty() && !(map.graphs.empty() && part.graphs.empty())) return;
    std::vector<rdf::Term> objects;
    for (const TermMap& object : part.objects)
      append(objects, evaluator_.terms(object, map.base, iteration));
    for (const ReferencingObjectMap& reference : part.references)
      append(objects, parents(reference, iteration));
    if (objects.empty()) return;
    std::vector<rdf::Term> predicates;
    for (const TermMap& predicate : part.predicates)
      append(predicates, evaluator_.terms(predicate, map.base, iteration));
    emit(subjects, predicates, objects, all_graphs);
  }

  static void append(std::vector<rdf::Term>& all, std::vector<rdf::Term>&& more) {
    all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
  }

  Graphs graphs(const std::vector<TermMap>& maps, const std::string& base,
                const Iteration& iteration) {
    Graphs found;
    for (const TermMap& map : maps) {
      for (rdf::Term& term : evaluator_.terms(map, base, iteration)) {
        const auto* iri = std::get_if<rdf::Iri>(&term);
        if (iri != nullptr && iri->value == default_graph) {
          found.emplace_back(std::nullopt);
        } else {
          found.emplace_back(std::move(term));
        }
      }
    }
    return found;
  }

  void emit(const std::vector<rdf::Term>& subjects, const std::vector<rdf::Term>& predicates,
            const std::vector<rdf::Term>& objects, const Graphs& in_graphs) {
    for (const rdf::Term& subject : subjects) {
      for (const rdf::Term& predicate : predicates) {
        for (const rdf::Term& object : objects) {
          if (in_graphs.empty()) sink_.quad({subject, predicate, object, std::nullopt});
          for (const auto& graph : in_graphs) sink_.quad({subject, predicate, object, graph});
        }
      }
    }
  }

  /// Subjects of the parent triples map that the iteration is joined with (RML-Core §7).
  std::vector<rdf::Term> parents(const ReferencingObjectMap& reference,
                                 const Iteration& iteration) {
    const TriplesMap& parent = document_.triples_maps[reference.parent];
    if (reference.joins.empty()) return evaluator_.terms(parent.subject, parent.base, iteration);
    std::vector<rdf::Term> subjects;
    for (const Iteration* candidate : candidates(reference, iteration)) {
      const bool joined = std::all_of(
          reference.joins.begin() + 1, reference.joins.end(), [&](const JoinCondition& join) {
            return have_common(texts(join.child, iteration), texts(join.parent, *candidate));
          });
      if (joined) append(subjects, evaluator_.terms(parent.subject, parent.base, *candidate));
    }
    return subjects;
  }

  std::vector<std::string> texts(const Expression& expression, const Iteration& iteration) {
    std::vector<Text> found;
    evaluator_.texts(expression, TermType::Iri, iteration, found);
    std::vector<std::string> plain;
    for (Text& text : found) plain.push_back(std::move(text.text));
    return plain;
  }

  static bool have_common(const std::vector<std::string>& left,
                          const std::vector<std::string>& right) {
    return std::any_of(left.begin(), left.end(), [&](const std::string& text) {
      return std::find(right.begin(), right.end(), text) != right.end();
    });
  }

  /// Parent iterations that fulfil the first join, from an index made once.
  std::vector<const Iteration*> candidates(const ReferencingObjectMap& reference,
                                           const Iteration& iteration) {
    const JoinCondition& join = reference.joins.front();
    auto [index, is_new] = join_indexes_.try_emplace(&reference);
    if (is_new) {
      for (const auto& parent : iterations_of(document_.triples_maps[reference.parent].source))
        for (const std::string& text : texts(join.parent, *parent))
          index->second[text].push_back(parent.get());
    }
    std::vector<const Iteration*> found;
    for (const std::string& text : texts(join.child, iteration)) {
      const auto it = index->second.find(text);
      if (it == index->second.end()) continue;
      for (const Iteration* candidate : it->second)
        if (std::find(found.begin(), found.end(), candidate) == found.end())
          found.push_back(candidate);
    }
    return found;
  }

  const Document& document_;
  SourceRows& rows_;
  Evaluator evaluator_;
  rdf::QuadSink& sink_;
  std::vector<std::optional<Iterations>> iterations_;
  std::map<const ReferencingObjectMap*, std::map<std::string, std::vector<const Iteration*>>>
      join_indexes_;
};

class OneNotice final : public SourceRows {
 public:
  explicit OneNotice(const Record& row) : row_(row) {}

  Iterations rows(const LogicalSource& source) override {
    if (!std::holds_alternative<NoticeSource>(source.form)) {
      throw std::invalid_argument(
          "the source is a file; a document that is run over notices has "
          "rml:source prf:notices");
    }
    Iterations made;
    made.push_back(std::make_unique<RowIteration>(row_));
    return made;
  }

 private:
  const Record& row_;
};

}  // namespace

void execute(const Document& document, SourceRows& rows, FunctionContext& context,
             BadTermPolicy policy, rdf::QuadSink& sink) {
  Execution(document, rows, context, policy, sink).run();
}

void execute_notice(const Document& document, const Record& row, FunctionContext& context,
                    rdf::QuadSink& sink) {
  OneNotice rows(row);
  execute(document, rows, context, BadTermPolicy::Skip, sink);
}

}  // namespace prosper::mappings::rml
