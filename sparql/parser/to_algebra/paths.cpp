// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/to_algebra/fold.hpp"
#include "sparql/parser/to_algebra/translator.hpp"

namespace prosper::sparql {

using algebra::make_path;
using algebra::PathPtr;
using algebra::TermOrVariable;

void Translator::path(const TermOrVariable& subject, const syntax::Path& path,
                      const TermOrVariable& object, const char* place,
                      std::vector<TripleOrPath>& out) {
  switch (path.kind) {
    case syntax::Path::Kind::Link:
      out.emplace_back(algebra::TriplePattern{subject, rdf::Term(names_.iri(path.iri)), object});
      return;
    case syntax::Path::Kind::Inverse:
      this->path(object, path.operands.front(), subject, place, out);
      return;
    case syntax::Path::Kind::Sequence: {
      TermOrVariable from = subject;
      for (std::size_t i = 0; i < path.operands.size(); ++i) {
        const bool is_last = i + 1 == path.operands.size();
        const TermOrVariable to = is_last ? object : TermOrVariable(fresh_.joint());
        this->path(from, path.operands[i], to, place, out);
        from = to;
      }
      return;
    }
    default:
      out.emplace_back(algebra::PathPattern{subject, path_expression(path, place), object});
      return;
  }
}

PathPtr Translator::path_expression(const syntax::Path& path, const char* place) {
  if (path.kind == syntax::Path::Kind::Link) {
    return make_path(algebra::LinkPath{names_.iri(path.iri)});
  }
  if (path.kind == syntax::Path::Kind::NegatedSet) {
    algebra::NegatedPropertySet set;
    for (const syntax::Path& member : path.operands) {
      const bool is_inverse = member.kind == syntax::Path::Kind::Inverse;
      const syntax::Path& link = is_inverse ? member.operands.front() : member;
      (is_inverse ? set.inverse : set.forward).push_back(names_.iri(link.iri));
    }
    return make_path(std::move(set));
  }
  const Deeper deeper(*this, folded_depth(path.operands.size()), place);
  std::vector<PathPtr> operands;
  for (const syntax::Path& operand : path.operands) {
    operands.push_back(path_expression(operand, place));
  }
  switch (path.kind) {
    case syntax::Path::Kind::Inverse:
      return make_path(algebra::InversePath{operands.front()});
    case syntax::Path::Kind::ZeroOrMore:
      return make_path(algebra::ZeroOrMorePath{operands.front()});
    case syntax::Path::Kind::OneOrMore:
      return make_path(algebra::OneOrMorePath{operands.front()});
    case syntax::Path::Kind::ZeroOrOne:
      return make_path(algebra::ZeroOrOnePath{operands.front()});
    case syntax::Path::Kind::Sequence:
      return fold_associative<PathPtr>(operands, [](const PathPtr& first, const PathPtr& second) {
        return make_path(algebra::SequencePath{first, second});
      });
    default:
      return fold_associative<PathPtr>(operands, [](const PathPtr& left, const PathPtr& right) {
        return make_path(algebra::AlternativePath{left, right});
      });
  }
}

}  // namespace prosper::sparql
