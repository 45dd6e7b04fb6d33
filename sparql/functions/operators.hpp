// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>

#include "sparql/functions/function_registry.hpp"

/// The operators of §17.3 on terms, with XPath numeric promotion (§17.1).
namespace prosper::sparql::functions {

/// §17.2.2; no value means a type error.
std::optional<bool> effective_boolean_value(const rdf::Term& term);

Result add(const rdf::Term& left, const rdf::Term& right);
Result subtract(const rdf::Term& left, const rdf::Term& right);
Result multiply(const rdf::Term& left, const rdf::Term& right);
Result divide(const rdf::Term& left, const rdf::Term& right);
Result negate(const rdf::Term& term);
Result unary_plus(const rdf::Term& term);

/// `=` (§17.3, RDFterm-equal §17.4.1.7): no value where the comparison is an error.
std::optional<bool> equal(const rdf::Term& left, const rdf::Term& right);
/// `<`: no value for operands without an order.
std::optional<bool> less(const rdf::Term& left, const rdf::Term& right);
std::optional<bool> less_or_equal(const rdf::Term& left, const rdf::Term& right);

/// The total order of ORDER BY (§15.1): unbound < blank nodes < IRIs < literals; literals that `<`
/// cannot compare get a stable order of our own (docs/query-language.md).
std::weak_ordering order(const std::optional<rdf::Term>& left,
                         const std::optional<rdf::Term>& right);

rdf::Term make_boolean(bool value);

}  // namespace prosper::sparql::functions
