// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "mappings/rml/document.hpp"
#include "mappings/rml/evaluate.hpp"
#include "mappings/rml/iteration.hpp"

namespace prosper::mappings::rml {

/// Appends the iterations that a view makes of one iteration it stands on: expression fields add
/// columns; each iterable field multiplies by its items, and one without items leaves no iteration.
/// `on` must outlive what is appended.
void add_view_iterations(const View& view, const Iteration& on, Evaluator& evaluator,
                         std::vector<std::unique_ptr<Iteration>>& out);

}  // namespace prosper::mappings::rml
