// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/pattern.hpp"
#include "sparql/reference/evaluation.hpp"

namespace prosper::sparql::reference {

/// The named graphs, each once, that `name` can stand for under `seed` and in which `pattern` may
/// have solutions; the default graph is none of them (§13.3). When the name is open, a triple that
/// every solution of `pattern` needs is looked up in all graphs at once: a dataset can have
/// millions of graphs, of which a query means a few. Borrows all it is given but for `seed`.
Generator<store::TermId> candidate_graphs(const algebra::TermOrVariable& name,
                                          const algebra::Pattern& pattern, Evaluation& evaluation,
                                          Solution seed);

}  // namespace prosper::sparql::reference
