// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "store/rdf/term.hpp"

namespace prosper::sparql::functions {

/// A term as the tables write it: N-Triples with "xsd:name" also allowed as a datatype or an IRI,
/// and the number and boolean tokens of Turtle. Fails the test on anything else.
rdf::Term read_term(std::string_view text);

}  // namespace prosper::sparql::functions
