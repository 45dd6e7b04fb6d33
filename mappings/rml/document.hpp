// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "mappings/functions/function_registry.hpp"
#include "store/rdf/term.hpp"

/// The compiled form of a mapping document: what the engine runs. Read-only and shared by threads.
namespace prosper::mappings::rml {

/// RML-Core §5.2: literal text and references, escapes resolved.
struct Template {
  struct Part {
    std::string text;
    bool is_reference = false;
  };

  std::vector<Part> parts;
};

struct Reference {
  std::string text;
};

struct FunctionCall;

/// RML-Core §5 expression map; monostate: none was given (a blank node a row).
using Expression = std::variant<std::monostate, rdf::Term, Reference, Template,
                                std::shared_ptr<const FunctionCall>>;

/// RML-FNML function execution with the output that is asked for ("" : the whole result).
struct FunctionCall {
  struct Input {
    std::string parameter;
    Expression value;
  };

  std::string iri;
  const Function* function = nullptr;
  std::vector<Input> inputs;
  std::string output;
};

/// RML-Core §5.5. Uri differs from Iri in the characters that templates keep; the unsafe ones keep
/// all.
enum class TermType { Iri, Uri, UnsafeIri, UnsafeUri, BlankNode, Literal };

struct TermMap {
  Expression expression;
  TermType type = TermType::Iri;
  std::optional<Expression> language;
  std::optional<Expression> datatype;
  /// rml:condition: all must yield "true".
  std::vector<Expression> conditions;
  /// The node, for error messages.
  std::string node;
};

struct JoinCondition {
  Expression child;
  Expression parent;
};

struct ReferencingObjectMap {
  std::size_t parent = 0;
  std::vector<JoinCondition> joins;
};

struct PredicateObjectMap {
  std::vector<TermMap> predicates;
  std::vector<TermMap> objects;
  std::vector<ReferencingObjectMap> references;
  std::vector<TermMap> graphs;
};

struct TriplesMap {
  std::string node;
  std::size_t source = 0;
  /// What relative IRIs are appended to.
  std::string base;
  TermMap subject;
  std::vector<rdf::Term> classes;
  std::vector<TermMap> graphs;
  std::vector<PredicateObjectMap> predicate_objects;
};

/// rml:source that names a file (stand-alone runs).
struct FileSource {
  enum class Formulation { Csv, JsonPath, XPath };

  std::string path;
  bool in_mapping_directory = true;
  Formulation formulation = Formulation::Csv;
  std::string iterator;
  std::vector<std::string> nulls;
  bool is_utf16 = false;
  /// Prefix → IRI, for XPath.
  std::vector<std::pair<std::string, std::string>> namespaces;
};

/// The notices of the run (`prf:notices`): one iteration, the notice's columns.
struct NoticeSource {};

/// RML-LV: a column computed from the iteration it belongs to.
struct ViewField {
  std::string name;
  Expression expression;
  /// One iteration an item; otherwise the value is one column.
  bool is_iterable = false;
  std::vector<ViewField> fields;
};

struct View {
  std::size_t on = 0;
  std::vector<ViewField> fields;
};

struct LogicalSource {
  std::string node;
  std::variant<NoticeSource, FileSource, View> form;
};

struct Document {
  /// File name, for error messages.
  std::string name;
  std::vector<LogicalSource> sources;
  std::vector<TriplesMap> triples_maps;
  /// Columns of the rows that some expression references.
  std::set<std::string> columns;
  bool makes_blank_nodes = false;
};

}  // namespace prosper::mappings::rml
