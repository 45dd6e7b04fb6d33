// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/expression_writer.hpp"

#include "tests/sparql/differential/random/expression_forms.hpp"

namespace prosper::sparql::differential {

ExpressionWriter::ExpressionWriter(Dice& dice, std::vector<std::string> variables,
                                   Vocabulary vocabulary)
    : dice_(dice), variables_(std::move(variables)), vocabulary_(vocabulary) {}

std::string ExpressionWriter::variable() {
  return dice_.one_of(variables_);
}

std::string ExpressionWriter::constant() {
  if (vocabulary_ == Vocabulary::All)
    return dice_.one_of(constants_of(dice_.one_of(std::string_view("nnnsssddoibx"))));
  // What random quads hold, too.
  constexpr const char* few[] = {"1",
                                 "2",
                                 "0",
                                 "2.5",
                                 "\"1\"^^xsd:double",
                                 "\"a\"",
                                 "\"b\"",
                                 "\"\"",
                                 "\"a\"@fr",
                                 "true",
                                 "\"2001-02-02\"^^xsd:date",
                                 "\"2001-02-02T10:00:00Z\"^^xsd:dateTime",
                                 "\"odd\"^^:type"};
  if (dice_.chance(50)) return ":n" + std::to_string(dice_.roll(7));
  return dice_.one_of(few);
}

RequestTree ExpressionWriter::any(std::size_t depth) {
  return of_type(dice_.one_of(std::string_view("nnsssbbdoix")), depth);
}

RequestTree ExpressionWriter::leaf(char type) {
  const bool is_usual = std::string_view("prfl").find(type) == std::string_view::npos;
  if (type == 'v' || (is_usual && dice_.chance(60))) {
    const std::size_t index = dice_.roll(variables_.size());
    RequestTree tree(Kind::Expression, {variables_[index]});
    if (index < constants_.size()) tree.constant = constants_[index];
    return tree;
  }
  if (vocabulary_ == Vocabulary::All && dice_.chance(2)) type = 'c';
  if (vocabulary_ == Vocabulary::Few || dice_.chance(15)) return {Kind::Expression, {constant()}};
  return {Kind::Expression, {dice_.one_of(constants_of(type))}};
}

RequestTree ExpressionWriter::of_type(char type, std::size_t depth) {
  if (depth == 0 || type == 'v' || dice_.chance(20)) return leaf(type);
  if (type == 'b' && write_group_ && dice_.chance(8))
    return {Kind::Expression,
            {dice_.chance(50) ? "EXISTS " : "NOT EXISTS ", write_group_(depth - 1)}};
  if (dice_.chance(8)) type = dice_.one_of(std::string_view("nsbdoix"));
  if (type != 'x' && dice_.chance(10)) type = 'x';
  const ExpressionForms& known = expression_forms();
  const auto& forms = vocabulary_ == Vocabulary::Few ? known.few : known.all;
  std::vector<std::string_view> fitting;
  for (const Form& form : forms)
    if (form.type == type) fitting.push_back(form.text);
  if (fitting.empty()) return leaf(type);
  return call(dice_.one_of(fitting), depth - 1);
}

RequestTree ExpressionWriter::call(std::string_view form, std::size_t depth) {
  RequestTree tree(Kind::Expression, {});
  while (true) {
    const std::size_t at = form.find('%');
    tree.parts.emplace_back(std::string(form.substr(0, at)));
    if (at == std::string_view::npos) return tree;
    const char type = form[at + 1];
    tree.parts.push_back(type == 'x' ? (dice_.chance(50) ? leaf('x') : any(depth))
                                     : of_type(type, depth));
    form.remove_prefix(at + 2);
  }
}

}  // namespace prosper::sparql::differential
