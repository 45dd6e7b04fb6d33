// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "sparql/parser/grammar/failures.hpp"
#include "sparql/parser/grammar/terminals.hpp"
#include "sparql/parser/syntax_tree.hpp"

namespace prosper::sparql::grammar {

namespace x3 = boost::spirit::x3;

/// Blanks and comments, all at once. Every alternative skips the same ones again, so the last ones
/// are remembered.
struct Blanks : x3::parser<Blanks> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(const char*& first, const char* const& last, const Context&, RuleContext&,
             Attribute&) const {
    const char* const begin = first;
    if (begin == last_skipped_.end) return false;
    if (begin != last_skipped_.begin) {
      skip_blanks(first, last);
      last_skipped_ = {begin, first};
    }
    first = last_skipped_.end;
    return first != begin;
  }

 private:
  mutable syntax::Token last_skipped_;
};

/// The one iterator and the one context of the grammar: a rule used from another translation unit
/// must meet exactly these, so `with<>` stands only in grammar.cpp and `lexeme[]` nowhere.
using Iterator = const char*;
struct FailuresTag;
using ParseContext = x3::context<FailuresTag, Failures, x3::phrase_parse_context<Blanks>::type>;

/// A token with its text.
struct Terminal : x3::parser<Terminal> {
  using attribute_type = syntax::Token;
  static constexpr bool has_attribute = true;

  constexpr Terminal(Scan scan_token, const char* name) : scan(scan_token), description(name) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&,
             Attribute& attribute) const {
    x3::skip_over(first, last, context);
    Iterator end = first;
    if (!scan(end, last)) {
      x3::get<FailuresTag>(context).expect(first, description);
      return false;
    }
    x3::traits::move_to(syntax::Token{first, end}, attribute);
    first = end;
    return true;
  }

  Scan scan;
  const char* description;
};

/// A keyword: any case, whole word.
struct Keyword : x3::parser<Keyword> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  explicit constexpr Keyword(const char* upper_case) : word(upper_case) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&,
             Attribute&) const {
    x3::skip_over(first, last, context);
    if (scan_keyword(first, last, word)) return true;
    x3::get<FailuresTag>(context).expect(first, word);
    return false;
  }

  const char* word;
};

/// Punctuation, named in errors by `description` ("'{'").
struct Punctuation : x3::parser<Punctuation> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr Punctuation(std::string_view characters, const char* name)
      : text(characters), description(name) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&,
             Attribute&) const {
    x3::skip_over(first, last, context);
    const std::string_view rest(first, static_cast<std::size_t>(last - first));
    if (rest.starts_with(text)) {
      first += text.size();
      return true;
    }
    x3::get<FailuresTag>(context).expect(first, description);
    return false;
  }

  std::string_view text;
  const char* description;
};

/// The end of the request.
struct EndOfText : x3::parser<EndOfText> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&,
             Attribute&) const {
    x3::skip_over(first, last, context);
    if (first != last) x3::get<FailuresTag>(context).expect(first, "the end");
    return first == last;
  }
};

/// Always matches and consumes no token; the attribute is the place of the next token (`here`) or
/// the end of the previous one (`end_here`).
template <bool skips>
struct Place : x3::parser<Place<skips>> {
  using attribute_type = const char*;
  static constexpr bool has_attribute = true;

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&,
             Attribute& attribute) const {
    if constexpr (skips) x3::skip_over(first, last, context);
    x3::traits::move_to(first, attribute);
    return true;
  }
};

/// Sums up in errors what a production wanted when not even its first token is there.
template <typename Subject>
struct Described : x3::unary_parser<Subject, Described<Subject>> {
  using Base = x3::unary_parser<Subject, Described<Subject>>;
  static constexpr bool is_pass_through_unary = true;

  constexpr Described(const Subject& described, const char* name)
      : Base(described), description(name) {}

  template <typename Context, typename RuleContext, typename Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule,
             Attribute& attribute) const {
    x3::skip_over(first, last, context);
    Failures& failures = x3::get<FailuresTag>(context);
    const std::size_t mark = failures.mark(first);
    if (this->subject.parse(first, last, context, rule, attribute)) return true;
    failures.sum_up(first, mark, description);
    return false;
  }

  const char* description;
};

struct Expecting {
  const char* description;

  template <typename Subject>
  constexpr auto operator[](const Subject& subject) const {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return Described<Parser>(x3::as_parser(subject), description);
  }
};

constexpr Expecting expecting(const char* description) {
  return {description};
}

constexpr Keyword keyword(const char* upper_case) {
  return Keyword(upper_case);
}

inline constexpr Place<true> here;
inline constexpr Place<false> end_here;
inline constexpr EndOfText end_of_text;

inline constexpr Punctuation open_brace("{", "'{'");
inline constexpr Punctuation close_brace("}", "'}'");
inline constexpr Punctuation open_parenthesis("(", "'('");
inline constexpr Punctuation close_parenthesis(")", "')'");
inline constexpr Punctuation open_bracket("[", "'['");
inline constexpr Punctuation close_bracket("]", "']'");
inline constexpr Punctuation dot(".", "'.'");
inline constexpr Punctuation comma(",", "','");
inline constexpr Punctuation semicolon(";", "';'");
inline constexpr Punctuation star("*", "'*'");
inline constexpr Punctuation equals("=", "'='");

inline constexpr Terminal iri(scan_iri, "an IRI");
inline constexpr Terminal iri_ref(scan_iri_ref, "an IRI in < >");
inline constexpr Terminal prefix(scan_prefix, "a prefix such as ex:");
inline constexpr Terminal variable_token(scan_variable, "a variable");
inline constexpr Terminal string_token(scan_string, "a string");
inline constexpr Terminal integer_token(scan_integer, "a number without sign");

}  // namespace prosper::sparql::grammar
