// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/evaluate.hpp"

#include <stdexcept>
#include <utility>

#include "mappings/rml/compile_expression.hpp"
#include "mappings/rml/function_signatures.hpp"
#include "mappings/rml/mapping_error.hpp"
#include "store/rdf/iri_resolver.hpp"

namespace prosper::mappings::rml {
namespace {

/// RML-Core §5.2: what a reference's value looks like inside a template of this term type. A name
/// with @ is a path the program made and is inserted as it is.
std::string encode_for(TermType type, std::string_view reference, std::string&& text) {
  if (reference.starts_with('@')) return std::move(text);
  if (type == TermType::Iri) return rdf::percent_encode(text, true);
  if (type == TermType::Uri) return rdf::percent_encode(text, false);
  return std::move(text);
}

/// A label that is the same for the same text: letters and digits kept, other bytes as _XX.
std::string blank_label(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string label = "t";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      label += c;
    } else {
      label += '_';
      label += digits[byte >> 4];
      label += digits[byte & 15U];
    }
  }
  return label;
}

std::string constant_text(const rdf::Term& term) {
  if (const auto* iri = std::get_if<rdf::Iri>(&term)) return iri->value;
  if (const auto* literal = std::get_if<rdf::Literal>(&term)) return literal->lexical_form;
  return std::get<rdf::BlankNode>(term).label;
}

}  // namespace

void Evaluator::template_texts(const Template& text_template, TermType type,
                               const Iteration& iteration, std::vector<Text>& out) {
  std::vector<std::string> results = {std::string()};
  std::vector<Text> values;
  for (const Template::Part& part : text_template.parts) {
    if (!part.is_reference) {
      for (std::string& result : results) result += part.text;
      continue;
    }
    values.clear();
    iteration.texts(part.text, values);
    if (values.empty()) return;
    for (Text& value : values) value.text = encode_for(type, part.text, std::move(value.text));
    if (values.size() == 1) {
      for (std::string& result : results) result += values.front().text;
      continue;
    }
    std::vector<std::string> product;
    product.reserve(results.size() * values.size());
    for (const std::string& result : results)
      for (const Text& value : values) product.push_back(result + value.text);
    results = std::move(product);
  }
  for (std::string& result : results) out.push_back({std::move(result), {}});
}

void Evaluator::texts(const Expression& expression, TermType type, const Iteration& iteration,
                      std::vector<Text>& out) {
  if (const auto* constant = std::get_if<rdf::Term>(&expression)) {
    out.push_back({constant_text(*constant), {}});
  } else if (const auto* reference = std::get_if<Reference>(&expression)) {
    iteration.texts(reference->text, out);
  } else if (const auto* text_template = std::get_if<Template>(&expression)) {
    template_texts(*text_template, type, iteration, out);
  } else if (const auto* function = std::get_if<std::shared_ptr<const FunctionCall>>(&expression)) {
    const std::string_view datatype = natural_datatype_of_output((*function)->output);
    for (std::string& text : call(**function, iteration).texts())
      out.push_back({std::move(text), datatype});
  }
}

Value Evaluator::value(const Expression& expression, const Iteration& iteration) {
  if (const auto* reference = std::get_if<Reference>(&expression)) {
    const Value* found = iteration.find(reference->text);
    return found == nullptr ? Value() : *found;
  }
  if (const auto* function = std::get_if<std::shared_ptr<const FunctionCall>>(&expression))
    return call(**function, iteration);
  std::vector<Text> found;
  texts(expression, TermType::Literal, iteration, found);
  if (found.empty()) return {};
  if (found.size() == 1) return Value(std::move(found.front().text));
  List list;
  for (Text& text : found) list.emplace_back(std::move(text.text));
  return Value(std::move(list));
}

Value Evaluator::call(const FunctionCall& function, const Iteration& iteration) {
  Arguments arguments;
  for (const FunctionCall::Input& input : function.inputs)
    arguments.set(input.parameter, value(input.value, iteration));
  try {
    return select_output((*function.function)(arguments, context_), function.output);
  } catch (const std::invalid_argument& error) {
    throw MappingError(document_.name, "<" + function.iri + ">", error.what());
  }
}

bool Evaluator::holds(const std::vector<Expression>& conditions, const Iteration& iteration) {
  for (const Expression& condition : conditions) {
    std::vector<Text> results;
    texts(condition, TermType::Literal, iteration, results);
    if (results.size() != 1 || results.front().text != "true") return false;
  }
  return true;
}

void Evaluator::refuse(const TermMap& map, const std::string& problem) {
  if (policy_ == BadTermPolicy::Refuse) throw MappingError(document_.name, map.node, problem);
  const auto* reference = std::get_if<Reference>(&map.expression);
  context_.count("terms", reference == nullptr ? map.node : reference->text, false);
}

bool Evaluator::resolve(const TermMap& map, const std::string& base, std::string& iri) {
  if (!rdf::is_absolute_iri(iri)) iri.insert(0, base);
  if (map.type == TermType::UnsafeIri || map.type == TermType::UnsafeUri) return true;
  if (rdf::is_absolute_iri(iri) && rdf::has_only_iri_characters(iri)) return true;
  refuse(map, "not a valid IRI: <" + iri + ">");
  return false;
}

void Evaluator::add_literals(const TermMap& map, const std::string& base,
                             const Iteration& iteration, std::vector<rdf::Term>& out) {
  std::vector<Text> found;
  texts(map.expression, TermType::Literal, iteration, found);
  if (found.empty()) return;
  std::vector<Text> qualifiers;
  if (map.language) texts(*map.language, TermType::Literal, iteration, qualifiers);
  if (map.datatype) texts(*map.datatype, TermType::Iri, iteration, qualifiers);
  if ((map.language || map.datatype) && qualifiers.empty()) return;
  for (Text& qualifier : qualifiers) {
    if (map.language && !is_language_tag(qualifier.text)) {
      refuse(map, "not a language tag: \"" + qualifier.text + "\"");
      return;
    }
    if (map.datatype && !resolve(map, base, qualifier.text)) return;
  }
  for (Text& text : found) {
    if (qualifiers.empty()) {
      out.push_back(text.datatype.empty()
                        ? rdf::make_string(std::move(text.text))
                        : rdf::make_typed_literal(std::move(text.text), text.datatype));
    }
    for (const Text& qualifier : qualifiers) {
      out.push_back(map.language ? rdf::make_language_string(text.text, qualifier.text)
                                 : rdf::make_typed_literal(text.text, qualifier.text));
    }
  }
}

std::vector<rdf::Term> Evaluator::terms(const TermMap& map, const std::string& base,
                                        const Iteration& iteration) {
  std::vector<rdf::Term> out;
  if (!holds(map.conditions, iteration)) return out;
  if (const auto* constant = std::get_if<rdf::Term>(&map.expression)) {
    if (map.type != TermType::Literal || (!map.language && !map.datatype)) {
      out.push_back(*constant);
      return out;
    }
  }
  if (map.type == TermType::Literal) {
    add_literals(map, base, iteration, out);
    return out;
  }
  if (std::holds_alternative<std::monostate>(map.expression)) {
    out.emplace_back(rdf::BlankNode{"n" + std::to_string(++blank_nodes_)});
    return out;
  }
  std::vector<Text> found;
  texts(map.expression, map.type, iteration, found);
  for (Text& text : found) {
    if (map.type == TermType::BlankNode) {
      out.emplace_back(rdf::BlankNode{blank_label(text.text)});
    } else if (resolve(map, base, text.text)) {
      out.emplace_back(rdf::Iri{std::move(text.text)});
    }
  }
  return out;
}

}  // namespace prosper::mappings::rml
