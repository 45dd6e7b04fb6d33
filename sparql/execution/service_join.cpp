// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "sparql/execution/join_table.hpp"
#include "sparql/execution/joined_row.hpp"
#include "sparql/execution/operators.hpp"

namespace prosper::sparql::execution {

namespace {

/// The solutions of one call as rows of ids.
class AnswerOperator final : public Operator {
 public:
  AnswerOperator(const std::vector<SolutionRow>& rows, std::size_t width, Run& run)
      : rows_(rows), width_(width), run_(run) {}

  bool next(Batch& batch) override {
    batch.reset(width_);
    for (; row_ < rows_.size() && !batch.is_full(); ++row_) {
      for (std::size_t column = 0; column < width_; ++column) {
        const auto& cell = rows_[row_][column];
        batch.columns[column].push_back(cell ? run_.vocabulary().id_of(*cell) : unbound);
      }
      ++batch.rows;
    }
    return batch.rows > 0;
  }

 private:
  const std::vector<SolutionRow>& rows_;
  std::size_t width_;
  Run& run_;
  std::size_t row_ = 0;
};

/// SPARQL 1.1 Federated Query §4: Join(input, Service), a batch of the input at a time, cut into
/// calls. The bindings go along, so that the answers hold what the input needs and little more.
class ServiceJoinOperator final : public Operator {
 public:
  ServiceJoinOperator(const optimizer::ServiceJoin& join, const PlanNode& node, Run& run,
                      OperatorPtr input)
      : service_(join.service),
        run_(run),
        input_(std::move(input)),
        answer_(answer_node(join.service, node, run)),
        shared_(shared_columns(*node.inputs[0], answer_)),
        joined_(node, *node.inputs[0], answer_),
        key_(shared_.left.size()) {
    for (const optimizer::Column& column : answer_.columns)
      columns_.push_back(run.variable(column.slot));
    for (const std::size_t place : shared_.right) shared_variables_.push_back(columns_[place]);
    if (const auto* variable = std::get_if<algebra::Variable>(&service_.endpoint))
      for (std::size_t place = 0; place < node.inputs[0]->columns.size(); ++place)
        if (run.variable(node.inputs[0]->columns[place].slot) == *variable) endpoint_ = place;
  }

  bool next(Batch& batch) override {
    batch.reset(joined_.width());
    while (!batch.is_full()) {
      if (match_ < matches_.size()) {
        for (; match_ < matches_.size() && !batch.is_full(); ++match_)
          joined_.append(batch, rows_, row_,
                         [&](std::size_t place) { return table_->cell(place, matches_[match_]); });
      } else if (!next_row()) {
        // What there is goes on before anyone is asked for more.
        if (batch.rows > 0 || (!next_call() && !next_input())) break;
      }
    }
    return batch.rows > 0;
  }

 private:
  /// The columns that the endpoint is asked for: what goes on from here, and what is joined on.
  static PlanNode answer_node(const algebra::Service& service, const PlanNode& node,
                              const Run& run) {
    PlanNode answer;
    const std::vector<algebra::Variable> sent = request::sent_variables(service);
    const auto add = [&](const optimizer::Column& column) {
      const bool is_asked =
          std::find(sent.begin(), sent.end(), run.variable(column.slot)) != sent.end();
      if (is_asked && find_column(answer, column.slot) == nullptr) answer.columns.push_back(column);
    };
    for (const optimizer::Column& column : node.inputs[0]->columns) add(column);
    for (const optimizer::Column& column : node.columns) add(column);
    return answer;
  }

  std::optional<rdf::Term> term_of(std::size_t place, std::size_t row) {
    const store::TermId id = cell(rows_, place, row);
    return id == unbound ? std::nullopt : std::optional(run_.term(id));
  }

  bool next_input() {
    if (!input_->next(rows_)) return false;
    std::vector<request::ServiceSeed> seeds(rows_.rows);
    for (std::size_t row = 0; row < rows_.rows; ++row) {
      if (const auto* endpoint = std::get_if<rdf::Term>(&service_.endpoint))
        seeds[row].endpoint = *endpoint;
      else
        seeds[row].endpoint = term_of(endpoint_, row);
      for (const std::size_t place : shared_.left) seeds[row].values.push_back(term_of(place, row));
    }
    calls_ = request::divide_into_calls(service_, shared_variables_, seeds);
    call_ = 0;
    seeds_.clear();
    seed_ = 0;
    return true;
  }

  bool next_call() {
    if (call_ == calls_.size()) return false;
    const request::ServiceCall& call = calls_[call_++];
    const auto rows = run_.services().solutions(service_, call, columns_);
    run_.limits().check_batch();
    table_.emplace(run_, shared_.right);
    AnswerOperator answer(*rows, columns_.size(), run_);
    table_->fill(answer);
    seeds_ = call.seeds;
    seed_ = 0;
    return true;
  }

  /// The next row of the call at hand.
  bool next_row() {
    if (seed_ == seeds_.size()) return false;
    row_ = seeds_[seed_++];
    matches_.clear();
    match_ = 0;
    for (std::size_t index = 0; index < key_.size(); ++index)
      key_[index] = cell(rows_, shared_.left[index], row_);
    table_->find(key_, 0, matches_);
    return true;
  }

  const algebra::Service& service_;
  Run& run_;
  OperatorPtr input_;
  PlanNode answer_;
  SharedColumns shared_;
  JoinedRow joined_;
  std::vector<store::TermId> key_;
  std::vector<algebra::Variable> columns_;
  std::vector<algebra::Variable> shared_variables_;
  std::size_t endpoint_ = no_column;

  Batch rows_;
  std::vector<request::ServiceCall> calls_;
  std::size_t call_ = 0;
  std::optional<JoinTable> table_;
  /// The rows of the call at hand.
  std::vector<std::size_t> seeds_;
  std::size_t seed_ = 0;
  std::size_t row_ = 0;
  std::vector<std::uint32_t> matches_;
  std::size_t match_ = 0;
};

}  // namespace

OperatorPtr make_service_join(const optimizer::ServiceJoin& join, const PlanNode& node, Run& run,
                              OperatorPtr input) {
  return std::make_unique<ServiceJoinOperator>(join, node, run, std::move(input));
}

}  // namespace prosper::sparql::execution
