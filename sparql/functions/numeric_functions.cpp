// SPDX-License-Identifier: Apache-2.0
// ABS, ROUND, CEIL, FLOOR, RAND (§17.4.4).
#include "sparql/functions/families.hpp"
#include "sparql/functions/literals.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;
using Arguments = std::span<const rdf::Term>;

template <xsd::Numeric (*operation)(const xsd::Numeric&)>
Result apply(Arguments arguments, Context&) {
  const auto value = numeric_of(arguments[0]);
  return value ? Result(make_number(operation(*value))) : std::nullopt;
}

Result rand(Arguments, Context& context) {
  return make_number(std::generate_canonical<double, 53>(context.random));
}

}  // namespace

void register_numeric_functions(FunctionTable& table) {
  table["ABS"] = {apply<xsd::absolute>, 1, 1};
  table["ROUND"] = {apply<xsd::round>, 1, 1};
  table["CEIL"] = {apply<xsd::ceiling>, 1, 1};
  table["FLOOR"] = {apply<xsd::floor>, 1, 1};
  table["RAND"] = {rand, 0, 0};
}

}  // namespace prosper::sparql::functions
