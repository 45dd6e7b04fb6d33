// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/compile_expression.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "mappings/rml/function_signatures.hpp"
#include "mappings/rml/template.hpp"

namespace prosper::mappings::rml {
namespace {

constexpr int deepest_function_nesting = 32;

const std::string* text_of(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  return literal == nullptr ? nullptr : &literal->lexical_form;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  bool first = true;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('-', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(),
                     [&](char c) { return is_letter(c) || (!first && is_digit(c)); }))
      return false;
    // A one-letter primary tag is only x (private use) or i (registered before RFC 4646).
    if (first && part.size() == 1 &&
        std::string_view("xXiI").find(part[0]) == std::string_view::npos)
      return false;
    first = false;
    begin = end + 1;
  }
  return true;
}

Expression ExpressionCompiler::template_expression(const rdf::Term& node, const rdf::Term& text) {
  const std::string* value = text_of(text);
  if (value == nullptr) graph_.fail(node, "rml:template must be a string");
  Template parsed;
  if (const std::string problem = parse_template(*value, parsed); !problem.empty())
    graph_.fail(node, "template \"" + *value + "\": " + problem);
  for (const Template::Part& part : parsed.parts)
    if (part.is_reference) references_.insert(part.text);
  return parsed;
}

std::string ExpressionCompiler::constant_iri(const rdf::Term& node, std::string_view shortcut,
                                             std::string_view map) {
  auto term = graph_.one(node, shortcut);
  if (const auto map_node = graph_.one(node, map)) {
    if (term)
      graph_.fail(node, "both rml:" + std::string(shortcut) + " and rml:" + std::string(map));
    term = graph_.one(*map_node, "constant");
    if (!term) graph_.fail(*map_node, "only rml:constant is supported here");
  }
  if (!term) return {};
  const auto* iri = std::get_if<rdf::Iri>(&*term);
  if (iri == nullptr) graph_.fail(node, "rml:" + std::string(shortcut) + " must be an IRI");
  return iri->value;
}

std::shared_ptr<const FunctionCall> ExpressionCompiler::function_call(const rdf::Term& node,
                                                                      const rdf::Term& execution) {
  if (++depth_ > deepest_function_nesting)
    graph_.fail(node, "function executions nested deeper than 32 (or in a circle)");
  auto call = std::make_shared<FunctionCall>();
  call->iri = constant_iri(execution, "function", "functionMap");
  if (call->iri.empty()) graph_.fail(execution, "no rml:function; exactly one was expected");
  call->function = functions_.find(call->iri);
  if (call->function == nullptr) graph_.fail(execution, "unknown function <" + call->iri + ">");
  for (const rdf::Term& input : graph_.all(execution, "input")) {
    FunctionCall::Input compiled;
    compiled.parameter = constant_iri(input, "parameter", "parameterMap");
    if (compiled.parameter.empty())
      graph_.fail(input, "no rml:parameter; exactly one was expected");
    if (!may_have_parameter(call->iri, compiled.parameter))
      graph_.fail(input, "<" + call->iri + "> has no parameter <" + compiled.parameter + ">");
    compiled.value = shortcut_or_map(input, "inputValue", "inputValueMap", false);
    if (std::holds_alternative<std::monostate>(compiled.value))
      graph_.fail(input, "no rml:inputValue or rml:inputValueMap");
    call->inputs.push_back(std::move(compiled));
  }
  call->output = constant_iri(node, "return", "returnMap");
  --depth_;
  return call;
}

Expression ExpressionCompiler::expression(const rdf::Term& node) {
  constexpr std::array<std::string_view, 4> forms = {"constant", "reference", "template",
                                                     "functionExecution"};
  Expression result;
  for (const std::string_view form : forms) {
    const auto value = graph_.one(node, form);
    if (!value) continue;
    if (!std::holds_alternative<std::monostate>(result)) {
      graph_.fail(node,
                  "several of rml:constant, rml:reference, rml:template, rml:functionExecution; "
                  "one was expected");
    }
    if (form == "constant") {
      result = *value;
    } else if (form == "reference") {
      const std::string* text = text_of(*value);
      if (text == nullptr) graph_.fail(node, "rml:reference must be a string");
      references_.insert(*text);
      result = Reference{*text};
    } else if (form == "template") {
      result = template_expression(node, *value);
    } else {
      result = function_call(node, *value);
    }
  }
  return result;
}

Expression ExpressionCompiler::shortcut_or_map(const rdf::Term& owner, std::string_view shortcut,
                                               std::string_view map, bool shortcut_is_reference) {
  const auto constant = graph_.one(owner, shortcut);
  const auto node = graph_.one(owner, map);
  if (constant && node)
    graph_.fail(owner, "both rml:" + std::string(shortcut) + " and rml:" + std::string(map));
  if (node) {
    Expression result = expression(*node);
    if (std::holds_alternative<std::monostate>(result))
      graph_.fail(*node, "no rml:constant, rml:reference, rml:template or rml:functionExecution");
    return result;
  }
  if (!constant) return {};
  if (!shortcut_is_reference) return *constant;
  const std::string* text = text_of(*constant);
  if (text == nullptr) graph_.fail(owner, "rml:" + std::string(shortcut) + " must be a string");
  references_.insert(*text);
  return Reference{*text};
}

void ExpressionCompiler::add_conditions(const rdf::Term& node, TermMap& map) {
  for (const rdf::Term& condition : graph_.all(node, "condition")) {
    map.conditions.push_back(expression(condition));
    if (std::holds_alternative<std::monostate>(map.conditions.back()))
      graph_.fail(condition, "a condition without expression; rml:functionExecution was expected");
  }
}

TermType ExpressionCompiler::term_type(const rdf::Term& node, const TermMap& map,
                                       TermPosition position) const {
  constexpr std::array<std::pair<std::string_view, TermType>, 7> types = {
      {{"IRI", TermType::Iri},
       {"URI", TermType::Uri},
       {"UnsafeIRI", TermType::UnsafeIri},
       {"UnsafeURI", TermType::UnsafeUri},
       {"BlankNode", TermType::BlankNode},
       {"Literal", TermType::Literal},
       {"DefaultGraph", TermType::Iri}}};
  if (const auto given = graph_.one(node, "termType")) {
    const auto* iri = std::get_if<rdf::Iri>(&*given);
    for (const auto& [name, type] : types)
      if (iri != nullptr && iri->value == std::string(rml_ns) + std::string(name)) return type;
    graph_.fail(node,
                "unknown rml:termType; rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, "
                "rml:BlankNode or rml:Literal was expected");
  }
  if (const auto* constant = std::get_if<rdf::Term>(&map.expression)) {
    return rdf::is_literal(*constant) ? TermType::Literal
           : rdf::is_blank(*constant) ? TermType::BlankNode
                                      : TermType::Iri;
  }
  if (position != TermPosition::Object) return TermType::Iri;
  if (map.language || map.datatype) return TermType::Literal;
  const bool is_template = std::holds_alternative<Template>(map.expression);
  return is_template ? TermType::Iri : TermType::Literal;
}

void ExpressionCompiler::check_type(const rdf::Term& node, const TermMap& map,
                                    TermPosition position) const {
  if (map.type == TermType::Literal && position != TermPosition::Object)
    graph_.fail(node, "a literal can only be an object");
  if (map.type == TermType::BlankNode && position == TermPosition::Predicate)
    graph_.fail(node, "a predicate must be an IRI");
  if (const auto* constant = std::get_if<rdf::Term>(&map.expression)) {
    const bool fits = rdf::is_literal(*constant) ? map.type == TermType::Literal
                      : rdf::is_blank(*constant)
                          ? map.type == TermType::BlankNode
                          : map.type != TermType::Literal && map.type != TermType::BlankNode;
    if (!fits)
      graph_.fail(node, "the constant " + rdf::to_ntriples(*constant) +
                            " is not of the term type that is asked for");
  }
  if (std::holds_alternative<std::monostate>(map.expression) && map.type != TermType::BlankNode) {
    graph_.fail(node,
                "no rml:constant, rml:reference, rml:template or rml:functionExecution; one "
                "was expected");
  }
  if (!map.language) return;
  if (const auto* tag = std::get_if<rdf::Term>(&*map.language)) {
    const std::string* text = text_of(*tag);
    if (text == nullptr || !is_language_tag(*text))
      graph_.fail(node, rdf::to_ntriples(*tag) + " is not a language tag");
  }
}

TermMap ExpressionCompiler::term_map(const rdf::Term& node, TermPosition position) {
  TermMap map;
  map.node = graph_.describe(node);
  map.expression = expression(node);
  Expression language = shortcut_or_map(node, "language", "languageMap", false);
  Expression datatype = shortcut_or_map(node, "datatype", "datatypeMap", false);
  if (!std::holds_alternative<std::monostate>(language)) map.language = std::move(language);
  if (!std::holds_alternative<std::monostate>(datatype)) map.datatype = std::move(datatype);
  if (map.language && map.datatype) graph_.fail(node, "both a language and a datatype");
  add_conditions(node, map);
  map.type = term_type(node, map, position);
  check_type(node, map, position);
  makes_blank_nodes_ = makes_blank_nodes_ || map.type == TermType::BlankNode;
  return map;
}

TermMap ExpressionCompiler::constant_map(const rdf::Term& owner, const rdf::Term& constant,
                                         TermPosition position) {
  TermMap map;
  map.node = graph_.describe(owner);
  map.expression = constant;
  map.type = rdf::is_literal(constant) ? TermType::Literal
             : rdf::is_blank(constant) ? TermType::BlankNode
                                       : TermType::Iri;
  check_type(owner, map, position);
  makes_blank_nodes_ = makes_blank_nodes_ || map.type == TermType::BlankNode;
  return map;
}

std::vector<TermMap> ExpressionCompiler::term_maps(const rdf::Term& owner,
                                                   std::string_view shortcut, std::string_view map,
                                                   TermPosition position) {
  std::vector<TermMap> maps;
  for (const rdf::Term& constant : graph_.all(owner, shortcut))
    maps.push_back(constant_map(owner, constant, position));
  for (const rdf::Term& node : graph_.all(owner, map)) maps.push_back(term_map(node, position));
  return maps;
}

}  // namespace prosper::mappings::rml
