// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "sparql/execution/operators.hpp"
#include "sparql/execution/path_graphs.hpp"
#include "sparql/execution/path_walker.hpp"
#include "sparql/execution/triple_cursor.hpp"

namespace prosper::sparql::execution {

namespace {

using store::TermId;
using Direction = PathWalker::Direction;

/// Walks the path for every row, in every graph it may stand in, from the ends the row gives; from
/// every node it may start at when it gives none.
class PathJoinOperator final : public Operator {
 public:
  PathJoinOperator(const optimizer::PathAccess& access, const PlanNode& node, Run& run,
                   OperatorPtr input)
      : access_(access),
        run_(run),
        input_(std::move(input)),
        is_nullable_(may_be_empty(*access.path)),
        sources_(places_in(*node.inputs[0], node)),
        subject_(end_of(access.subject, node)),
        object_(end_of(access.object, node)) {
    if (has_graph_column()) graph_place_ = place_of(access.graph.column, *node.inputs[0]);
    for (const optimizer::Column& column : node.columns) {
      const bool is_graph = has_graph_column() && column.slot == access.graph.column;
      targets_.push_back(column.slot == access.subject.slot  ? Target::Subject
                         : column.slot == access.object.slot ? Target::Object
                         : is_graph                          ? Target::Graph
                                                             : Target::None);
    }
  }

  bool next(Batch& batch) override {
    batch.reset(sources_.size());
    while (!batch.is_full()) {
      if (match_ < matches_.size())
        emit(batch);
      else if (start_ < starts_.size())
        follow_start(starts_[start_++]);
      else if (graph_ < graphs_.size())
        enter_graph(graphs_[graph_++]);
      else if (!next_row())
        break;
    }
    return batch.rows > 0;
  }

 private:
  enum class Target : std::uint8_t { None, Subject, Object, Graph };

  struct End {
    TermId constant{};
    std::size_t place = no_column;
  };

  struct Match {
    TermId subject;
    TermId object;
  };

  bool has_graph_column() const {
    return access_.graph.kind == optimizer::ActiveGraph::Kind::Column;
  }

  End end_of(const optimizer::Position& position, const PlanNode& node) {
    if (position.slot) return {unbound, place_of(*position.slot, *node.inputs[0])};
    if (position.id) return {*position.id, no_column};
    return {run_.vocabulary().id_of(std::get<rdf::Term>(position.written)), no_column};
  }

  TermId bound(const End& end) const {
    return end.constant != unbound ? end.constant : cell(rows_, end.place, row_);
  }

  void emit(Batch& batch) {
    for (; match_ < matches_.size() && !batch.is_full(); ++match_) {
      for (std::size_t column = 0; column < sources_.size(); ++column) {
        TermId value = cell(rows_, sources_[column], row_);
        if (value == unbound) value = value_of(targets_[column]);
        batch.columns[column].push_back(value);
      }
      ++batch.rows;
    }
  }

  TermId value_of(Target target) const {
    switch (target) {
      case Target::Subject:
        return matches_[match_].subject;
      case Target::Object:
        return matches_[match_].object;
      case Target::Graph:
        return active_graph_;
      case Target::None:
        break;
    }
    return unbound;
  }

  bool next_row() {
    if (++row_ >= rows_.rows) {
      if (!input_->next(rows_)) return false;
      row_ = 0;
    }
    clear();
    graph_ = 0;
    graphs_.clear();
    if (!has_graph_column()) {
      graphs_.push_back(unbound);
    } else if (const TermId graph = cell(rows_, graph_place_, row_); graph != unbound) {
      if (run_.graphs().may_be_named(graph)) graphs_.push_back(graph);
    } else {
      if (!all_graphs_) all_graphs_ = graphs_with(*access_.path, run_);
      graphs_ = *all_graphs_;
    }
    return true;
  }

  void clear() {
    matches_.clear();
    match_ = 0;
    starts_.clear();
    start_ = 0;
  }

  void enter_graph(TermId graph) {
    clear();
    // A walker remembers links it has gone along.
    if (!walker_ || active_graph_ != graph)
      walker_.emplace(run_, scopes_for(access_.graph, graph, run_));
    active_graph_ = graph;
    const TermId subject = bound(subject_);
    const TermId object = bound(object_);
    // A path of length zero between two variables has its ends in the graph (§18.4): a term that
    // comes from elsewhere does not match.
    if (is_nullable_ && access_.subject.slot && access_.object.slot &&
        (subject != unbound || object != unbound) &&
        !walker_->has_node(subject != unbound ? subject : object))
      return;
    if (subject != unbound && object != unbound)
      matches_.assign(walker_->count(*access_.path, subject, object), {subject, object});
    else if (subject != unbound)
      follow_start(subject);
    else if (object != unbound)
      for (const TermId start : walker_->follow(*access_.path, object, Direction::Backward))
        matches_.push_back({start, object});
    else
      starts_ = walker_->starts(*access_.path);
  }

  void follow_start(TermId start) {
    matches_.clear();
    match_ = 0;
    if (access_.subject.slot && access_.subject.slot == access_.object.slot)
      matches_.assign(walker_->count(*access_.path, start, start), {start, start});
    else
      for (const TermId end : walker_->follow(*access_.path, start, Direction::Forward))
        matches_.push_back({start, end});
  }

  const optimizer::PathAccess& access_;
  Run& run_;
  OperatorPtr input_;
  bool is_nullable_;
  std::vector<std::size_t> sources_;
  End subject_;
  End object_;
  std::size_t graph_place_ = no_column;
  std::vector<Target> targets_;

  Batch rows_;
  std::size_t row_ = 0;
  std::vector<TermId> graphs_;
  std::size_t graph_ = 0;
  std::optional<std::vector<TermId>> all_graphs_;
  TermId active_graph_{};
  std::optional<PathWalker> walker_;
  PathWalker::Nodes starts_;
  std::size_t start_ = 0;
  std::vector<Match> matches_;
  std::size_t match_ = 0;
};

}  // namespace

OperatorPtr make_path_join(const optimizer::PathJoin& join, const PlanNode& node, Run& run,
                           OperatorPtr input) {
  return std::make_unique<PathJoinOperator>(join.access, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
