// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappings/functions/date_grammar.hpp"
#include "mappings/functions/value.hpp"

namespace prosper::mappings {

/// The span record of README.md, "Dates". Without a span only the labels and parsed = "false".
Record to_record(const std::vector<std::string>& labels, const std::optional<TimeSpan>& span);

}  // namespace prosper::mappings
