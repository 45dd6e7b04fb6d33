// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "mappings/rml/document.hpp"
#include "mappings/rml/evaluate.hpp"
#include "mappings/rml/iteration.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::mappings::rml {

using Iterations = std::vector<std::unique_ptr<Iteration>>;

/// Hands over the iterations of sources that are not views: the notice, or all rows of a file.
class SourceRows {
 public:
  SourceRows() = default;
  SourceRows(const SourceRows&) = delete;
  SourceRows& operator=(const SourceRows&) = delete;
  virtual ~SourceRows() = default;

  virtual Iterations rows(const LogicalSource& source) = 0;
};

/// Runs all triples maps of a document over the rows and hands the quads to `sink`, each as often
/// as it is made. Quads of the default graph have no graph name. Throws MappingError for a wrong
/// call and, with BadTermPolicy::Refuse, for data that make no term.
void execute(const Document& document, SourceRows& rows, FunctionContext& context,
             BadTermPolicy policy, rdf::QuadSink& sink);

/// One notice: the iteration of `prf:notices`. `row` must outlive the run.
void execute_notice(const Document& document, const Record& row, FunctionContext& context,
                    rdf::QuadSink& sink);

}  // namespace prosper::mappings::rml
