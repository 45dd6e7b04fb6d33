// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "sparql/algebra/expression.hpp"

namespace prosper::sparql::algebra {

/// As the grammar writes them ([111] to [118], [127]); keywords in capitals.
std::string_view name_of(BinaryOperator op);
std::string_view name_of(UnaryOperator op);
std::string_view name_of(AggregateFunction function);

}  // namespace prosper::sparql::algebra
