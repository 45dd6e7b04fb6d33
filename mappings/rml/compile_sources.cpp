// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/compile_sources.hpp"

#include <utility>

#include "mappings/rml/json_path.hpp"

namespace prosper::mappings::rml {
namespace {

bool is_rml(const rdf::Term& term, std::string_view name) {
  const auto* iri = std::get_if<rdf::Iri>(&term);
  return iri != nullptr && iri->value == std::string(rml_ns) + std::string(name);
}

std::string text_of(const MappingGraph& graph, const rdf::Term& node, const rdf::Term& term,
                    std::string_view property) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  if (literal == nullptr) graph.fail(node, "rml:" + std::string(property) + " must be a string");
  return literal->lexical_form;
}

void collect_field_names(const std::vector<ViewField>& fields, std::set<std::string>& names) {
  for (const ViewField& field : fields) {
    names.insert(field.name);
    collect_field_names(field.fields, names);
  }
}

bool is_same_file(const LogicalSource& left, const LogicalSource& right) {
  const auto* a = std::get_if<FileSource>(&left.form);
  const auto* b = std::get_if<FileSource>(&right.form);
  if (a == nullptr || b == nullptr)
    return std::holds_alternative<NoticeSource>(left.form) &&
           std::holds_alternative<NoticeSource>(right.form);
  return a->path == b->path && a->iterator == b->iterator && a->formulation == b->formulation;
}

}  // namespace

std::size_t SourceCompiler::add(const rdf::Term& node) {
  if (const auto it = index_of_.find(node); it != index_of_.end()) return it->second;
  if (!open_.insert(node).second) graph_.fail(node, "a view on itself");
  LogicalSource source = compile(node);
  open_.erase(node);
  sources_.push_back(std::move(source));
  index_of_[node] = sources_.size() - 1;
  return sources_.size() - 1;
}

LogicalSource SourceCompiler::compile(const rdf::Term& node) {
  LogicalSource source;
  source.node = graph_.describe(node);
  if (const auto on = graph_.one(node, "viewOn")) {
    source.form = view(node, *on);
    return source;
  }
  const rdf::Term where = graph_.required(node, "source");
  if (where == rdf::Term(rdf::Iri{std::string(notices_source)})) {
    source.form = NoticeSource{};
  } else {
    source.form = file_source(node, where);
  }
  return source;
}

View SourceCompiler::view(const rdf::Term& node, const rdf::Term& on) {
  View view;
  view.on = add(on);
  for (const rdf::Term& field : graph_.all(node, "field"))
    view.fields.push_back(view_field(field, {}));
  if (view.fields.empty()) graph_.fail(node, "a view without rml:field");
  return view;
}

ViewField SourceCompiler::view_field(const rdf::Term& node, const std::string& outer) {
  ViewField field;
  field.name = outer + text_of(graph_, node, graph_.required(node, "fieldName"), "fieldName");
  field.is_iterable = graph_.has_type(node, "IterableField");
  if (!field.is_iterable && !graph_.has_type(node, "ExpressionField"))
    graph_.fail(node, "rml:IterableField or rml:ExpressionField was expected as type");
  field.expression = expressions_.expression(node);
  if (std::holds_alternative<std::monostate>(field.expression))
    graph_.fail(node, "no rml:reference, rml:template or rml:functionExecution; one was expected");
  for (const rdf::Term& inner : graph_.all(node, "field"))
    field.fields.push_back(view_field(inner, field.name + "."));
  if (!field.fields.empty() && !field.is_iterable)
    graph_.fail(node, "only an rml:IterableField can have fields");
  return field;
}

FileSource SourceCompiler::file_source(const rdf::Term& node, const rdf::Term& source) {
  FileSource file;
  file.path = text_of(graph_, source, graph_.required(source, "path"), "path");
  if (const auto root = graph_.one(source, "root")) {
    if (is_rml(*root, "CurrentWorkingDirectory")) {
      file.in_mapping_directory = false;
    } else if (!is_rml(*root, "MappingDirectory")) {
      graph_.fail(source, "rml:root must be rml:MappingDirectory or rml:CurrentWorkingDirectory");
    }
  }
  if (const auto encoding = graph_.one(source, "encoding")) {
    file.is_utf16 = is_rml(*encoding, "UTF-16");
    if (!file.is_utf16 && !is_rml(*encoding, "UTF-8"))
      graph_.fail(source, "rml:encoding must be rml:UTF-8 or rml:UTF-16");
  }
  if (const auto compression = graph_.one(source, "compression")) {
    if (!is_rml(*compression, "gzip") && !is_rml(*compression, "none"))
      graph_.fail(source, "only rml:gzip compression is supported");
  }
  for (const rdf::Term& null : graph_.all(source, "null"))
    file.nulls.push_back(text_of(graph_, source, null, "null"));
  const auto formulation = graph_.one(node, "referenceFormulation");
  if (const auto iterator = graph_.one(node, "iterator"))
    file.iterator = text_of(graph_, node, *iterator, "iterator");
  if (formulation && is_rml(*formulation, "CSV")) {
    file.formulation = FileSource::Formulation::Csv;
  } else if (formulation && is_rml(*formulation, "JSONPath")) {
    file.formulation = FileSource::Formulation::JsonPath;
    JsonPath path;
    if (const std::string problem = parse_json_path(file.iterator, path); !problem.empty())
      graph_.fail(node, "rml:iterator \"" + file.iterator + "\": " + problem);
  } else if (formulation && (is_rml(*formulation, "XPath") ||
                             graph_.has_type(*formulation, "XPathReferenceFormulation"))) {
    file.formulation = FileSource::Formulation::XPath;
    for (const rdf::Term& one : graph_.all(*formulation, "namespace")) {
      file.namespaces.emplace_back(
          text_of(graph_, one, graph_.required(one, "namespacePrefix"), "namespacePrefix"),
          text_of(graph_, one, graph_.required(one, "namespaceURL"), "namespaceURL"));
    }
  } else {
    graph_.fail(node, "rml:referenceFormulation must be rml:CSV, rml:JSONPath or rml:XPath");
  }
  return file;
}

bool SourceCompiler::is_within(const std::vector<LogicalSource>& sources, std::size_t child,
                               std::size_t parent) {
  for (;;) {
    if (child == parent || is_same_file(sources[child], sources[parent])) return true;
    const auto* view = std::get_if<View>(&sources[child].form);
    if (view == nullptr) return false;
    child = view->on;
  }
}

std::set<std::string> SourceCompiler::columns_of(const std::set<std::string>& references,
                                                 const std::vector<LogicalSource>& sources) {
  std::set<std::string> fields;
  for (const LogicalSource& source : sources)
    if (const auto* view = std::get_if<View>(&source.form))
      collect_field_names(view->fields, fields);
  std::set<std::string> columns;
  for (const std::string& reference : references) {
    const std::string first = reference.substr(0, reference.find('.'));
    if (!reference.starts_with('@') && !fields.contains(first)) columns.insert(reference);
  }
  return columns;
}

}  // namespace prosper::mappings::rml
