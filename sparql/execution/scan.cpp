// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/operators.hpp"
#include "sparql/execution/quad_columns.hpp"
#include "sparql/execution/triple_cursor.hpp"

namespace prosper::sparql::execution {

namespace {

const std::vector<store::TermId>& column_of(const store::QuadBatch& batch, std::size_t position) {
  switch (position) {
    case 0:
      return batch.subject;
    case 1:
      return batch.predicate;
    case 2:
      return batch.object;
    default:
      return batch.graph;
  }
}

class ScanOperator final : public Operator {
 public:
  ScanOperator(const optimizer::Scan& scan, const PlanNode& node, Run& run)
      : columns_(scan.access, node),
        cursor_(run,
                {scan.access.subject.id,
                 scan.access.predicate.id,
                 scan.access.object.id,
                 {},
                 columns_.wanted()},
                scopes_for(scan.access.graph, unbound, run), scan.order,
                scan.access.graph.kind == optimizer::ActiveGraph::Kind::Column) {}

  bool next(Batch& batch) override {
    batch.reset(columns_.positions().size());
    while (batch.rows == 0) {
      if (!cursor_.next(quads_)) return false;
      for (std::size_t row = 0; row < quads_.size(); ++row) {
        const QuadRow quad{quads_.subject[row], quads_.predicate[row], quads_.object[row],
                           quads_.graph[row]};
        if (columns_.agrees(quad)) kept_.push_back(row);
      }
      copy_kept(batch);
    }
    return true;
  }

 private:
  void copy_kept(Batch& batch) {
    batch.rows = kept_.size();
    for (std::size_t column = 0; column < batch.columns.size(); ++column) {
      const auto& from = column_of(quads_, columns_.positions()[column]);
      if (kept_.size() == quads_.size()) {
        batch.columns[column] = from;
      } else {
        for (const std::size_t row : kept_) batch.columns[column].push_back(from[row]);
      }
    }
    kept_.clear();
  }

  QuadColumns columns_;
  TripleCursor cursor_;
  store::QuadBatch quads_;
  std::vector<std::size_t> kept_;
};

}  // namespace

OperatorPtr make_scan(const optimizer::Scan& scan, const PlanNode& node, Run& run) {
  return std::make_unique<ScanOperator>(scan, node, run);
}

}  // namespace prosper::sparql::execution
