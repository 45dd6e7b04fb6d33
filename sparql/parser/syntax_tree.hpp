// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

/// What the grammar builds: the request as written, nothing resolved. Private to the parser; the
/// tokens point into a SourceText.
namespace prosper::sparql::syntax {

struct Token {
  const char* begin = nullptr;
  const char* end = nullptr;

  bool is_given() const { return begin != nullptr; }

  std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

struct Term {
  enum class Kind { Iri, Variable, BlankNodeLabel, Anon, Nil, String, Number, Boolean, Undef };
  Kind kind = Kind::Undef;
  /// As written: <…>, prefix:local or a; ?x; _:x; the quoted string.
  Token token;
  /// Of strings: "@fr", or the IRI behind ^^.
  Token language;
  Token datatype;
};

struct Path {
  enum class Kind {
    Link,
    Inverse,
    Sequence,
    Alternative,
    ZeroOrMore,
    OneOrMore,
    ZeroOrOne,
    NegatedSet,
  };
  Kind kind = Kind::Link;
  /// Of Link only.
  Token iri;
  std::vector<Path> operands;
};

struct Property;

/// A place of a triple: a term, ( … ) or [ … ].
struct Node {
  enum class Kind { Term, Collection, PropertyList };
  Kind kind = Kind::Term;
  Term term;
  const char* place = nullptr;
  std::vector<Node> items;
  std::vector<Property> properties;
};

struct Property {
  const char* place = nullptr;
  /// The verb: a variable, else the path.
  Term variable;
  Path path;
  std::vector<Node> objects;
};

struct Triples {
  Node subject;
  std::vector<Property> properties;
};

struct GroupPattern;
using GroupPatternPtr = std::shared_ptr<GroupPattern>;

struct Expression {
  enum class Kind {
    Term,
    Chain,
    Unary,
    In,
    BuiltIn,
    Function,
    Aggregate,
    Exists,
  };
  /// Binding strength of a Chain's operators; None in brackets.
  enum class Level { None, Or, And, Relational, Additive, Multiplicative };
  Kind kind = Kind::Term;
  Level level = Level::None;
  /// What errors point at: the name of a function, the operator of a Unary.
  Token token;
  Term term;
  /// Operands of a Chain (one more than operators), arguments, or the left side of IN and its list.
  std::vector<Expression> operands;
  std::vector<Token> operators;
  GroupPatternPtr pattern;
  bool distinct = false;
  bool negated = false;
  /// Written in brackets of its own.
  bool bracketted = false;
  /// Of GROUP_CONCAT.
  Token separator;
};

struct TriplesBlock {
  std::vector<Triples> triples;
};

struct FilterClause {
  Expression condition;
};

struct OptionalClause {
  GroupPatternPtr group;
};

struct MinusClause {
  GroupPatternPtr group;
};

struct UnionClause {
  std::vector<GroupPatternPtr> groups;
};

struct GraphClause {
  Term name;
  GroupPatternPtr group;
};

struct ServiceClause {
  bool silent = false;
  Term endpoint;
  GroupPatternPtr group;
};

struct BindClause {
  Expression expression;
  Term variable;
};

struct DataRow {
  const char* place = nullptr;
  std::vector<Term> cells;
};

struct InlineData {
  std::vector<Term> variables;
  std::vector<DataRow> rows;
};

using GroupElement = std::variant<TriplesBlock, FilterClause, OptionalClause, MinusClause,
                                  UnionClause, GraphClause, ServiceClause, BindClause, InlineData>;

struct SubSelect;

struct GroupPattern {
  /// Braces included.
  Token text;
  std::shared_ptr<SubSelect> sub_select;
  std::vector<GroupElement> elements;
};

struct SelectItem {
  Term variable;
  std::optional<Expression> expression;
};

struct SelectClause {
  const char* place = nullptr;
  bool distinct = false;
  bool reduced = false;
  bool all = false;
  std::vector<SelectItem> items;
};

struct GroupCondition {
  Expression expression;
  Term variable;
};

struct OrderCondition {
  Expression expression;
  bool descending = false;
};

struct SolutionModifier {
  std::vector<GroupCondition> group_by;
  std::vector<Expression> having;
  std::vector<OrderCondition> order_by;
  Token limit;
  Token offset;
};

struct SubSelect {
  SelectClause select;
  GroupPattern where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
};

/// PREFIX p: <…>, or BASE <…> without a prefix.
struct Declaration {
  Token prefix;
  Token iri;
};

struct DatasetClause {
  bool named = false;
  Token iri;
};

struct Query {
  enum class Form { Select, Construct, ConstructWhere, Describe, Ask };
  std::vector<Declaration> prologue;
  Form form = Form::Select;
  SelectClause select;
  std::vector<Triples> construct_template;
  bool describe_all = false;
  const char* describe_place = nullptr;
  std::vector<Term> described;
  std::vector<DatasetClause> datasets;
  std::optional<GroupPattern> where;
  SolutionModifier modifier;
  std::optional<InlineData> values;
};

struct QuadsPart {
  /// Undef: outside GRAPH.
  Term graph;
  std::vector<Triples> triples;
};

using Quads = std::vector<QuadsPart>;

struct GraphReference {
  enum class Kind { Default, Named, All, One };
  Kind kind = Kind::Default;
  Token iri;
};

struct Operation {
  enum class Kind {
    Load,
    Clear,
    Drop,
    Create,
    Add,
    Move,
    Copy,
    InsertData,
    DeleteData,
    DeleteWhere,
    Modify,
  };
  Kind kind = Kind::Modify;
  bool silent = false;
  /// LOAD's document, and the graph or first graph of the graph management operations.
  GraphReference source;
  /// INTO, TO.
  GraphReference target;
  Token with;
  Quads remove;
  Quads insert;
  std::vector<DatasetClause> using_clauses;
  GroupPattern where;
};

/// An operation behind the declarations written before it.
using UpdateStep = std::variant<Declaration, Operation>;
using Update = std::vector<UpdateStep>;

}  // namespace prosper::sparql::syntax
