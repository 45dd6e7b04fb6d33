// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/compile.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "mappings/rml/compile_expression.hpp"
#include "mappings/rml/compile_sources.hpp"
#include "mappings/rml/mapping_graph.hpp"
#include "store/rdf/assert.hpp"
#include "store/rdf/io/parser.hpp"

namespace prosper::mappings::rml {
namespace {

/// Compiles the triples maps of one document; sources are shared between maps that name them.
class DocumentCompiler {
 public:
  DocumentCompiler(const MappingGraph& graph, const CompileOptions& options)
      : graph_(graph),
        options_(options),
        expressions_(graph, *options.functions),
        sources_(graph, expressions_) {}

  Document compile() {
    Document document;
    document.name = options_.document_name;
    const std::vector<rdf::Term> nodes = triples_map_nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) index_of_[nodes[i]] = i;
    for (const rdf::Term& node : nodes) document.triples_maps.push_back(compile_map(node));
    document.sources = sources_.take();
    check_references(document, nodes);
    document.columns = sources_.columns_of(expressions_.references(), document.sources);
    document.makes_blank_nodes = expressions_.makes_blank_nodes();
    return document;
  }

 private:
  /// Nodes with a logical source; declared ones without it are errors found when compiled.
  std::vector<rdf::Term> triples_map_nodes() const {
    std::vector<rdf::Term> nodes = graph_.subjects_of("logicalSource");
    for (const std::string_view property : {"subjectMap", "subject"}) {
      for (const rdf::Term& node : graph_.subjects_of(property))
        if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
    }
    return nodes;
  }

  TriplesMap compile_map(const rdf::Term& node) {
    TriplesMap map;
    map.node = graph_.describe(node);
    map.base = options_.base_iri;
    if (const auto base = graph_.one(node, "baseIRI")) {
      const auto* iri = std::get_if<rdf::Iri>(&*base);
      if (iri == nullptr) graph_.fail(node, "rml:baseIRI must be an IRI");
      map.base = iri->value;
    }
    map.source = sources_.add(graph_.required(node, "logicalSource"));
    const auto subjects =
        expressions_.term_maps(node, "subject", "subjectMap", TermPosition::Subject);
    if (subjects.size() != 1) {
      graph_.fail(node,
                  std::to_string(subjects.size()) +
                      " subject maps; exactly one rml:subject or rml:subjectMap was expected");
    }
    map.subject = subjects.front();
    if (const auto subject = graph_.one(node, "subjectMap")) {
      for (const rdf::Term& type : graph_.all(*subject, "class")) {
        if (!rdf::is_iri(type)) graph_.fail(*subject, "rml:class must be an IRI");
        map.classes.push_back(type);
      }
      map.graphs = expressions_.term_maps(*subject, "graph", "graphMap", TermPosition::Graph);
    }
    for (const rdf::Term& part : graph_.all(node, "predicateObjectMap"))
      map.predicate_objects.push_back(compile_predicate_object(part));
    return map;
  }

  PredicateObjectMap compile_predicate_object(const rdf::Term& node) {
    PredicateObjectMap map;
    map.predicates =
        expressions_.term_maps(node, "predicate", "predicateMap", TermPosition::Predicate);
    if (map.predicates.empty()) graph_.fail(node, "no rml:predicate or rml:predicateMap");
    for (const rdf::Term& constant : graph_.all(node, "object"))
      map.objects.push_back(expressions_.constant_map(node, constant, TermPosition::Object));
    for (const rdf::Term& object : graph_.all(node, "objectMap")) {
      if (graph_.one(object, "parentTriplesMap")) {
        map.references.push_back(compile_reference(object));
      } else {
        map.objects.push_back(expressions_.term_map(object, TermPosition::Object));
      }
    }
    if (map.objects.empty() && map.references.empty())
      graph_.fail(node, "no rml:object or rml:objectMap");
    map.graphs = expressions_.term_maps(node, "graph", "graphMap", TermPosition::Graph);
    return map;
  }

  ReferencingObjectMap compile_reference(const rdf::Term& node) {
    ReferencingObjectMap map;
    const auto parent = index_of_.find(graph_.required(node, "parentTriplesMap"));
    if (parent == index_of_.end())
      graph_.fail(node, "rml:parentTriplesMap names no triples map of this document");
    map.parent = parent->second;
    for (const rdf::Term& join : graph_.all(node, "joinCondition")) {
      JoinCondition condition{expressions_.shortcut_or_map(join, "child", "childMap", true),
                              expressions_.shortcut_or_map(join, "parent", "parentMap", true)};
      if (std::holds_alternative<std::monostate>(condition.child) ||
          std::holds_alternative<std::monostate>(condition.parent))
        graph_.fail(join,
                    "rml:child and rml:parent (or rml:childMap and rml:parentMap) were expected");
      map.joins.push_back(std::move(condition));
    }
    return map;
  }

  /// RML-Core §7: without a join, child and parent must iterate over the same thing.
  void check_references(const Document& document, const std::vector<rdf::Term>& nodes) const {
    for (std::size_t i = 0; i < document.triples_maps.size(); ++i) {
      const TriplesMap& map = document.triples_maps[i];
      for (const PredicateObjectMap& part : map.predicate_objects) {
        for (const ReferencingObjectMap& reference : part.references) {
          const std::size_t parent = document.triples_maps[reference.parent].source;
          if (reference.joins.empty() &&
              !sources_.is_within(document.sources, map.source, parent)) {
            graph_.fail(nodes[i],
                        "a parent triples map over another logical source needs an "
                        "rml:joinCondition");
          }
        }
      }
    }
  }

  const MappingGraph& graph_;
  const CompileOptions& options_;
  ExpressionCompiler expressions_;
  SourceCompiler sources_;
  std::map<rdf::Term, std::size_t> index_of_;
};

}  // namespace

Document compile_document(std::string_view turtle, const CompileOptions& options) {
  PROSPER_ASSERT(options.functions != nullptr);
  MappingGraph graph(options.document_name);
  rdf::ParseOptions parse_options;
  parse_options.base_iri = options.base_iri;
  parse_options.source_name = options.document_name;
  rdf::parse_rdf(turtle, rdf::RdfFormat::Turtle, parse_options, graph);
  graph.check_vocabulary();
  return DocumentCompiler(graph, options).compile();
}

}  // namespace prosper::mappings::rml
