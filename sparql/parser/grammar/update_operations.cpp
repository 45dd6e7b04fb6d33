// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::DatasetClause;
using syntax::GraphReference;
using syntax::Operation;

constexpr auto kind(Operation::Kind value) {
  return set(&Operation::kind, value);
}

/// node = the graph named by the attribute
constexpr auto one = [](const auto& context) {
  x3::_val(context).kind = GraphReference::Kind::One;
  x3::_val(context).iri = x3::_attr(context);
};

constexpr auto all_of(GraphReference::Kind value) {
  return set(&GraphReference::kind, value);
}

constexpr x3::rule<struct IriReferenceRule, GraphReference> iri_reference{"IRI"};
constexpr x3::rule<struct GraphRefRule, GraphReference> graph_ref{"GRAPH"};
constexpr x3::rule<struct GraphRefAllRule, GraphReference> graph_ref_all{"graph"};
constexpr x3::rule<struct GraphOrDefaultRule, GraphReference> graph_or_default{"graph"};
constexpr x3::rule<struct UsingClauseRule, DatasetClause> using_clause{"USING"};

constexpr auto iri_reference_def = iri[one];
constexpr auto graph_ref_def /* [46] */ = keyword("GRAPH") > iri[one];
constexpr auto graph_ref_all_def /* [47] */ =
    graph_ref[keep] | keyword("DEFAULT")[all_of(GraphReference::Kind::Default)] |
    keyword("NAMED")[all_of(GraphReference::Kind::Named)] |
    keyword("ALL")[all_of(GraphReference::Kind::All)];
constexpr auto graph_or_default_def /* [45] */ =
    keyword("DEFAULT")[all_of(GraphReference::Kind::Default)] | (-keyword("GRAPH") >> iri[one]);
constexpr auto using_clause_def /* [44] */ =
    keyword("USING") >
    -keyword("NAMED")[flag(&DatasetClause::named)] > iri[put(&DatasetClause::iri)];

BOOST_SPIRIT_DEFINE(iri_reference, graph_ref, graph_ref_all, graph_or_default, using_clause)

constexpr auto silent = keyword("SILENT")[flag(&Operation::silent)];
constexpr auto source = put(&Operation::source);
constexpr auto target = put(&Operation::target);

constexpr auto load /* [31] */ = keyword("LOAD")[kind(Operation::Kind::Load)] > -silent >
                                 iri_reference[source] > -(keyword("INTO") > graph_ref[target]);
constexpr auto clear_or_drop /* [32], [33] */ =
    (keyword("CLEAR")[kind(Operation::Kind::Clear)] |
     keyword("DROP")[kind(Operation::Kind::Drop)]) > -silent > graph_ref_all[source];
constexpr auto create /* [34] */ =
    keyword("CREATE")[kind(Operation::Kind::Create)] > -silent > graph_ref[source];
constexpr auto transfer /* [35] Add, [36] Move, [37] Copy */ =
    (keyword("ADD")[kind(Operation::Kind::Add)] | keyword("MOVE")[kind(Operation::Kind::Move)] |
     keyword("COPY")[kind(Operation::Kind::Copy)]) > -silent > graph_or_default[source] >
    keyword("TO") > graph_or_default[target];

constexpr auto remove = quad_pattern[put(&Operation::remove)];
constexpr auto insert = quad_pattern[put(&Operation::insert)];

constexpr auto modify_tail = *using_clause[add(&Operation::using_clauses)] >
                             keyword("WHERE") > group_graph_pattern[put(&Operation::where)];
constexpr auto delete_clause_tail /* [42] DeleteClause, [43] InsertClause */ =
    remove > -(keyword("INSERT") > insert) > modify_tail;

constexpr auto insert_operation /* [38] InsertData, [41] Modify */ =
    keyword("INSERT") >
    ((keyword("DATA")[kind(Operation::Kind::InsertData)] > insert) | (insert > modify_tail));
constexpr auto delete_operation /* [39] DeleteData, [40] DeleteWhere, [41] Modify */ =
    keyword("DELETE") >
    ((keyword("DATA")[kind(Operation::Kind::DeleteData)] > remove) |
     (keyword("WHERE")[kind(Operation::Kind::DeleteWhere)] > remove) | delete_clause_tail);
constexpr auto with_operation /* [41] Modify */ = keyword("WITH") > iri[put(&Operation::with)] >
                                                  ((keyword("DELETE") > delete_clause_tail) |
                                                   (keyword("INSERT") > insert > modify_tail));

}  // namespace

constexpr auto update_operation_def /* [30] Update1 */ = expecting(
    "an update operation (INSERT, DELETE, LOAD, CLEAR …)")[insert_operation | delete_operation |
                                                           with_operation | load | clear_or_drop |
                                                           create | transfer];

BOOST_SPIRIT_DEFINE(update_operation)
BOOST_SPIRIT_INSTANTIATE(decltype(update_operation), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
