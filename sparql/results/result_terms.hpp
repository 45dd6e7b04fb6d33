// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/rdf/term.hpp"

namespace prosper::sparql {

/// Terms of a result that came from outside. Throws rdf::SyntaxError (without a place) for texts
/// that no writer could write back: bad UTF-8, U+0000, relative IRIs and characters IRIs may not
/// have, malformed language tags.
rdf::Term make_result_iri(std::string text);
/// JSON and XML let labels be any text: those that Turtle would not take are replaced, distinct
/// ones by distinct ones.
rdf::Term make_result_blank_node(std::string label);
/// `language` and `datatype` may be empty, not both given.
rdf::Term make_result_literal(std::string text, std::string language, std::string datatype);

[[noreturn]] void refuse_result(const std::string& message);

}  // namespace prosper::sparql
