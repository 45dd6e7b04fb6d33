// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/rdf/term.hpp"

namespace prosper::conformance {

/// One form for all literals that mean the same: xsd:integer, xsd:decimal, xsd:float and xsd:double
/// with the same value and datatype, strings with the same language. The suites expect "2.0" here
/// and "2" there for computed values, and leave the form to the implementation.
rdf::Term canonical_term(rdf::Term term);

}  // namespace prosper::conformance
