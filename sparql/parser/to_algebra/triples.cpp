// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/to_algebra/translator.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::sparql {

using algebra::TermOrVariable;
using algebra::TriplePattern;

namespace {

TermOrVariable vocabulary_term(std::string_view iri) {
  return rdf::Term(rdf::Iri{std::string(iri)});
}

}  // namespace

void Translator::triples(const syntax::Triples& triples, const TripleRules& rules,
                         std::vector<TripleOrPath>& out) {
  const TermOrVariable subject = name_of(triples.subject, rules);
  contents(subject, triples.subject, rules, out);
  properties(subject, triples.properties, rules, out);
}

// A triple comes before the triples of its object, so that variables appear in the order of the
// text.
void Translator::properties(const TermOrVariable& subject,
                            const std::vector<syntax::Property>& properties,
                            const TripleRules& rules, std::vector<TripleOrPath>& out) {
  for (const syntax::Property& property : properties) {
    check_verb(property, rules);
    for (const syntax::Node& object : property.objects) {
      const bool has_variable = property.variable.token.is_given();
      const TermOrVariable target = name_of(object, rules);
      if (has_variable) {
        out.emplace_back(TriplePattern{subject, position(property.variable, rules), target});
      } else {
        path(subject, property.path, target, property.place, out);
      }
      contents(target, object, rules, out);
    }
  }
}

void Translator::check_verb(const syntax::Property& property, const TripleRules& rules) const {
  if (rules.allows_paths || property.variable.token.is_given()) return;
  if (property.path.kind == syntax::Path::Kind::Link && *property.place != '(') return;
  throw error(property.place, std::string("a property path cannot stand in ") + rules.place +
                                  "; expected an IRI or a variable");
}

TermOrVariable Translator::name_of(const syntax::Node& node, const TripleRules& rules) {
  if (node.kind == syntax::Node::Kind::Term) return position(node.term, rules);
  return unlabelled_blank_node(node.place, rules);
}

void Translator::contents(const TermOrVariable& name, const syntax::Node& node,
                          const TripleRules& rules, std::vector<TripleOrPath>& out) {
  properties(name, node.properties, rules, out);
  TermOrVariable cell = name;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const TermOrVariable item = name_of(node.items[i], rules);
    out.emplace_back(TriplePattern{cell, vocabulary_term(vocabularies::rdf::first), item});
    contents(item, node.items[i], rules, out);
    const bool is_last = i + 1 == node.items.size();
    TermOrVariable rest = is_last ? vocabulary_term(vocabularies::rdf::nil)
                                  : unlabelled_blank_node(node.place, rules);
    out.emplace_back(TriplePattern{cell, vocabulary_term(vocabularies::rdf::rest), rest});
    cell = std::move(rest);
  }
}

TermOrVariable Translator::position(const syntax::Term& term, const TripleRules& rules) {
  switch (term.kind) {
    case syntax::Term::Kind::Variable:
      if (rules.allows_variables) return variable(term);
      throw error(term.token.begin, "found the variable '" + std::string(term.token.text()) +
                                        "', but " + rules.place + " takes no variables");
    case syntax::Term::Kind::BlankNodeLabel:
      return labelled_blank_node(term, rules);
    case syntax::Term::Kind::Anon:
      return unlabelled_blank_node(term.token.begin, rules);
    default:
      return names_.term(term);
  }
}

TermOrVariable Translator::unlabelled_blank_node(const char* place, const TripleRules& rules) {
  switch (rules.blank_nodes) {
    case TripleRules::BlankNodes::Variables:
      return fresh_.blank_node();
    case TripleRules::BlankNodes::Terms:
      // No label of a request begins with a dot.
      return rdf::Term(rdf::BlankNode{".g" + std::to_string(blank_node_terms_++)});
    case TripleRules::BlankNodes::Refused:
      break;
  }
  throw error(place, std::string("found a blank node, but ") + rules.place +
                         " takes no blank nodes; expected an IRI" +
                         (rules.allows_variables ? ", a variable or a literal" : " or a literal"));
}

TermOrVariable Translator::labelled_blank_node(const syntax::Term& term, const TripleRules& rules) {
  const std::string label(term.token.text().substr(2));
  if (rules.blank_nodes == TripleRules::BlankNodes::Refused) {
    return unlabelled_blank_node(term.token.begin, rules);
  }
  if (rules.blank_nodes == TripleRules::BlankNodes::Variables) {
    const auto [known, is_new] = pattern_labels_.emplace(label, basic_graph_pattern_);
    if (is_new || known->second == basic_graph_pattern_) return FreshVariables::labelled(label);
    throw error(term.token.begin, "the blank node label '_:" + label +
                                      "' is already used in another basic graph pattern; expected "
                                      "another label or a variable");
  }
  if (!rules.allows_variables) {  // INSERT DATA
    const auto [known, is_new] = inserted_labels_.emplace(label, operation_);
    if (!is_new && known->second != operation_) {
      throw error(term.token.begin, "the blank node label '_:" + label +
                                        "' is already used in another INSERT DATA of this request; "
                                        "expected another label");
    }
  }
  return rdf::Term(rdf::BlankNode{label});
}

}  // namespace prosper::sparql
