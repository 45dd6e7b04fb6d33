// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/grammar/actions.hpp"
#include "sparql/parser/grammar/rules.hpp"

namespace prosper::sparql::grammar {
namespace {

using syntax::Path;

/// A single part stands for itself, several for a Path of that kind.
constexpr auto gather(Path::Kind kind) {
  return [kind](const auto& context) {
    std::vector<Path>& parts = x3::_attr(context);
    Path& whole = x3::_val(context);
    if (parts.size() == 1) {
      whole = std::move(parts.front());
    } else {
      whole.kind = kind;
      whole.operands = std::move(parts);
    }
  };
}

constexpr auto wrap(Path::Kind kind) {
  return [kind](const auto& context) {
    Path& whole = x3::_val(context);
    whole.kind = kind;
    whole.operands.push_back(std::move(x3::_attr(context)));
  };
}

/// node = node with the modifier * + or ?
constexpr auto modify = [](const auto& context) {
  Path& whole = x3::_val(context);
  Path modified;
  switch (*x3::_attr(context).begin) {
    case '*':
      modified.kind = Path::Kind::ZeroOrMore;
      break;
    case '+':
      modified.kind = Path::Kind::OneOrMore;
      break;
    default:
      modified.kind = Path::Kind::ZeroOrOne;
      break;
  }
  modified.operands.push_back(std::move(whole));
  whole = std::move(modified);
};

constexpr x3::rule<struct PathSequenceRule, Path> path_sequence{"path sequence"};
constexpr x3::rule<struct PathEltOrInverseRule, Path> path_elt_or_inverse{"path step"};
constexpr x3::rule<struct PathEltRule, Path> path_elt{"path step"};
constexpr x3::rule<struct PathPrimaryRule, Path> path_primary{"path step"};
constexpr x3::rule<struct NegatedSetRule, Path> path_negated_property_set{"negated property set"};
constexpr x3::rule<struct OneInSetRule, Path> path_one_in_property_set{"property"};
constexpr x3::rule<struct LinkRule, Path> link{"property"};

constexpr Terminal type_keyword(scan_type_keyword, "'a'");
constexpr Terminal path_modifier(scan_path_modifier, "a path operator");
constexpr Punctuation caret("^", "'^'");
constexpr Punctuation bar("|", "a path operator");
constexpr Punctuation slash("/", "a path operator");
constexpr Punctuation exclamation_mark("!", "'!'");

constexpr auto link_def = iri[put(&Path::iri)] | type_keyword[put(&Path::iri)];

constexpr auto path_one_in_property_set_def /* [96] */ =
    (caret > link[wrap(Path::Kind::Inverse)]) | link[keep];

constexpr auto path_negated_property_set_def /* [95] */ =
    path_one_in_property_set[wrap(Path::Kind::NegatedSet)] |
    (open_parenthesis[set(&Path::kind, Path::Kind::NegatedSet)] >
     -(path_one_in_property_set[add(&Path::operands)] >>
       *(bar > path_one_in_property_set[add(&Path::operands)])) > close_parenthesis);

constexpr auto path_primary_def /* [94] */ = link[keep] |
                                             (exclamation_mark > path_negated_property_set[keep]) |
                                             (open_parenthesis > path[keep] > close_parenthesis);

constexpr auto path_elt_def /* [91] */ = path_primary[keep] >> -path_modifier[modify];

constexpr auto path_elt_or_inverse_def /* [92] */ =
    (caret > path_elt[wrap(Path::Kind::Inverse)]) | path_elt[keep];

constexpr auto path_sequence_def /* [90] */ =
    (path_elt_or_inverse % slash)[gather(Path::Kind::Sequence)];

BOOST_SPIRIT_DEFINE(link, path_one_in_property_set, path_negated_property_set, path_primary,
                    path_elt, path_elt_or_inverse, path_sequence)

}  // namespace

constexpr auto path_def /* [88] Path, [89] PathAlternative */ = expecting(
    "a predicate or property path")[(path_sequence % bar)[gather(Path::Kind::Alternative)]];

BOOST_SPIRIT_DEFINE(path)
BOOST_SPIRIT_INSTANTIATE(decltype(path), Iterator, ParseContext)

}  // namespace prosper::sparql::grammar
