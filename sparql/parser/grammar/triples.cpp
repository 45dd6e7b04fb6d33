// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Node;
using syntax::Property;
using syntax::Triples;
using syntax::TriplesBlock;

constexpr x3::rule<struct TriplesSameSubjectRule, Triples> triples_same_subject_path{"triples"};
constexpr x3::rule<struct PropertyListRule, std::vector<Property>> property_list_path_not_empty{
    "predicates and objects"};
constexpr x3::rule<struct PropertyRule, Property> property{"predicate and objects"};
constexpr x3::rule<struct GraphNodeRule, Node> graph_node_path{"term"};
constexpr x3::rule<struct TriplesNodeRule, Node> triples_node_path{"( ) or [ ]"};
constexpr x3::rule<struct TermNodeRule, Node> term_node{"term"};

constexpr auto term_node_def = here[put(&Node::place)] >> var_or_term[put(&Node::term)];

constexpr auto
    triples_node_path_def /* [100], [103] CollectionPath, [101] BlankNodePropertyListPath */
    = here[put(&Node::place)] >>
      ((open_parenthesis[set(&Node::kind, Node::Kind::Collection)] >
        +graph_node_path[add(&Node::items)] > close_parenthesis) |
       (open_bracket[set(&Node::kind, Node::Kind::PropertyList)] >
        property_list_path_not_empty[put(&Node::properties)] > close_bracket));

constexpr auto graph_node_path_def /* [105] */ =
    expecting("a term (an IRI, a variable, a literal, '(' or '[')")[term_node[keep] |
                                                                    triples_node_path[keep]];

constexpr auto property_def /* [84] VerbPath, [85] VerbSimple, [86] ObjectListPath */ =
    (here[put(&Property::place)] >>
     expecting("a predicate (a variable or a property path)")[variable[put(&Property::variable)] |
                                                              path[put(&Property::path)]]) >
    graph_node_path[add(&Property::objects)] > *(comma > graph_node_path[add(&Property::objects)]);

constexpr auto property_list_path_not_empty_def /* [83] */ = property[push] >>
                                                             *(semicolon >> -property[push]);

constexpr auto triples_same_subject_path_def /* [81] */ =
    (term_node[put(&Triples::subject)] > property_list_path_not_empty[put(&Triples::properties)]) |
    (triples_node_path[put(&Triples::subject)] >>
     -property_list_path_not_empty[put(&Triples::properties)]);

BOOST_SPIRIT_DEFINE(term_node, triples_node_path, graph_node_path, property,
                    property_list_path_not_empty, triples_same_subject_path)

}  // namespace

// [52] TriplesTemplate and [74] ConstructTriples too: to_algebra refuses property paths in
// templates.
constexpr auto triples_block_def /* [55] */ =
    expecting("a triple pattern")[triples_same_subject_path[add(&TriplesBlock::triples)]] >>
    *(dot >>
      expecting("a triple pattern")[triples_same_subject_path[add(&TriplesBlock::triples)]]) >>
    -dot;

BOOST_SPIRIT_DEFINE(triples_block)
BOOST_SPIRIT_INSTANTIATE(decltype(triples_block), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
