// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "mappings/functions/value.hpp"

namespace prosper::mappings::rml {

/// What rml:return asks for: the field of the result record (of each, for a list) that has the
/// local name of `output`; the whole result when `output` is empty or the result is no record. A
/// field that is not there is null for our own functions, std::invalid_argument for others.
Value select_output(Value result, std::string_view output);

/// The datatype that an output's declaration gives its texts (numbers, booleans), or "".
std::string_view natural_datatype_of_output(std::string_view output);

/// False when the function is one of IDLab or GREL and is not declared with this parameter.
bool may_have_parameter(std::string_view function, std::string_view parameter);

}  // namespace prosper::mappings::rml
