// SPDX-License-Identifier: Apache-2.0
// The total order of ORDER BY, MIN and MAX (§15.1).
#include <array>
#include <string>

#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"
#include "store/rdf/language_tag.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

/// Groups of literals, least first. Inside a group values have an order; between groups `<` is an
/// error and this order is ours.
enum class Group { Boolean, Numeric, DateTime, Duration, String, Other };

Group group_of(const Value& value) {
  static constexpr std::array<Group, std::variant_size_v<Value>> groups{
      Group::Other,   Group::String,   Group::String,  Group::Boolean,
      Group::Numeric, Group::DateTime, Group::Duration};
  return groups.at(value.index());
}

/// By text, then by language; a string without language before those with one.
std::weak_ordering order_strings(const rdf::Literal& left, const rdf::Literal& right) {
  if (const auto text = left.lexical_form <=> right.lexical_form; text != 0) return text;
  return rdf::fold_language(left.language) <=> rdf::fold_language(right.language);
}

std::weak_ordering order_unknown(const rdf::Literal& left, const rdf::Literal& right) {
  if (const auto datatype = left.datatype <=> right.datatype; datatype != 0) return datatype;
  return left.lexical_form <=> right.lexical_form;
}

std::weak_ordering order_dates(const xsd::DateTime& left, const xsd::DateTime& right) {
  if (left.type != right.type) return left.type <=> right.type;
  return xsd::order(left, right);
}

std::weak_ordering order_literals(const rdf::Literal& left, const rdf::Literal& right) {
  const Value a = value_of(left);
  const Value b = value_of(right);
  const Group group = group_of(a);
  if (const auto groups = group <=> group_of(b); groups != 0) return groups;
  switch (group) {
    case Group::Boolean:
      return std::get<bool>(a) <=> std::get<bool>(b);
    case Group::Numeric:
      return xsd::order(std::get<xsd::Numeric>(a), std::get<xsd::Numeric>(b));
    case Group::DateTime:
      return order_dates(std::get<xsd::DateTime>(a), std::get<xsd::DateTime>(b));
    case Group::Duration:
      return xsd::order(std::get<TypedDuration>(a).value, std::get<TypedDuration>(b).value);
    case Group::String:
      return order_strings(left, right);
    case Group::Other:
      return order_unknown(left, right);
  }
  return std::weak_ordering::equivalent;
}

/// Unbound, blank nodes, IRIs, literals.
int rank_of(const std::optional<rdf::Term>& term) {
  if (!term) return 0;
  if (rdf::is_blank(*term)) return 1;
  return rdf::is_iri(*term) ? 2 : 3;
}

}  // namespace

std::weak_ordering order(const std::optional<rdf::Term>& left,
                         const std::optional<rdf::Term>& right) {
  const int rank = rank_of(left);
  if (const auto ranks = rank <=> rank_of(right); ranks != 0) return ranks;
  switch (rank) {
    case 1:
      return std::get<rdf::BlankNode>(*left).label <=> std::get<rdf::BlankNode>(*right).label;
    case 2:
      return std::get<rdf::Iri>(*left).value <=> std::get<rdf::Iri>(*right).value;
    case 3:
      return order_literals(std::get<rdf::Literal>(*left), std::get<rdf::Literal>(*right));
    default:
      return std::weak_ordering::equivalent;
  }
}

}  // namespace prosper::sparql::functions
