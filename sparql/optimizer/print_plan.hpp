// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sparql/optimizer/plan.hpp"

namespace prosper::sparql::optimizer {

/// The plan, an operator a line, inputs below and further in, with the rows expected and, where
/// `count` knows them, those that came.
std::string print_plan(const Plan& plan,
                       const std::function<std::optional<std::uint64_t>(const PlanNode&)>& count);

}  // namespace prosper::sparql::optimizer
