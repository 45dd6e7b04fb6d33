// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/regex_class.hpp"

#include <string>
#include <string_view>

#include "sparql/functions/character_set.hpp"

namespace prosper::sparql::functions {
namespace {

/// {name}, after \p or \P.
std::optional<icu::UnicodeSet> read_property(RegexReader& reader) {
  constexpr std::size_t longest_name = 80;
  if (!reader.take(U'{')) return std::nullopt;
  std::string name;
  while (!reader.at_end() && reader.peek() != U'}') {
    const char32_t c = reader.next();
    const bool allowed = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                         (c >= U'0' && c <= U'9') || c == U'-';
    if (!allowed || name.size() == longest_name) return std::nullopt;
    name += static_cast<char>(c);
  }
  if (!reader.take(U'}')) return std::nullopt;
  return property_set(name);
}

/// One end of a range, or a character by itself. A hyphen must be escaped here.
std::optional<char32_t> read_character(RegexReader& reader) {
  if (reader.at_end()) return std::nullopt;
  const char32_t c = reader.next();
  if (c == U'\\') return reader.at_end() ? std::nullopt : single_character_escape(reader.next());
  if (c == U'[' || c == U']' || c == U'-') return std::nullopt;
  return c;
}

class ClassExpression {
 public:
  ClassExpression(RegexReader& reader, bool case_insensitive)
      : reader_(reader), case_insensitive_(case_insensitive) {}

  std::optional<icu::UnicodeSet> read() {
    if (!reader_.enter()) return std::nullopt;
    const bool negated = reader_.take(U'^');
    bool any = false;
    while (!reader_.take(U']')) {
      if (reader_.at_end()) return std::nullopt;
      if (any && reader_.peek() == U'-' && reader_.peek(1) == U'[') return subtract(negated);
      if (!read_part(!any)) return std::nullopt;
      any = true;
    }
    reader_.leave();
    if (!any) return std::nullopt;
    return result(negated);
  }

 private:
  /// Flag i widens characters and ranges, but not \p{Lu} and the like (F&O 3.1 §5.6.1.1).
  icu::UnicodeSet result(bool negated) const {
    icu::UnicodeSet all = case_insensitive_ ? with_case_variants(characters_) : characters_;
    all.addAll(escapes_);
    return negated ? complement(all) : all;
  }

  /// -[…]] after a group.
  std::optional<icu::UnicodeSet> subtract(bool negated) {
    reader_.next();
    reader_.next();
    const auto subtrahend = ClassExpression(reader_, case_insensitive_).read();
    if (!subtrahend || !reader_.take(U']')) return std::nullopt;
    reader_.leave();
    icu::UnicodeSet difference = result(negated);
    difference.removeAll(*subtrahend);
    return difference;
  }

  bool read_part(bool first) {
    if (reader_.peek() == U'-') return read_hyphen(first);
    if (reader_.peek() == U'\\' && !single_character_escape(reader_.peek(1))) {
      reader_.next();
      const auto escape = read_class_escape(reader_);
      if (escape) escapes_.addAll(*escape);
      return escape.has_value();
    }
    const auto from = read_character(reader_);
    if (!from) return false;
    const bool is_range =
        reader_.peek() == U'-' && reader_.peek(1) != U'[' && reader_.peek(1) != U']';
    if (!is_range) {
      characters_.add(static_cast<UChar32>(*from));
      return true;
    }
    reader_.next();
    const auto to = read_character(reader_);
    if (!to || *to < *from) return false;
    characters_.add(static_cast<UChar32>(*from), static_cast<UChar32>(*to));
    return true;
  }

  /// A bare hyphen stands for itself only at the start and at the end of a group.
  bool read_hyphen(bool first) {
    reader_.next();
    const bool last = reader_.peek() == U']' || (reader_.peek() == U'-' && reader_.peek(1) == U'[');
    if (!first && !last) return false;
    // "[--a]" would be a range from a bare hyphen.
    if (first && reader_.peek() == U'-' && !last) return false;
    characters_.add(U'-');
    return true;
  }

  RegexReader& reader_;
  bool case_insensitive_;
  icu::UnicodeSet characters_;
  icu::UnicodeSet escapes_;
};

}  // namespace

std::optional<char32_t> single_character_escape(char32_t letter) {
  switch (letter) {
    case U'n':
      return U'\n';
    case U'r':
      return U'\r';
    case U't':
      return U'\t';
    default:
      if (std::u32string_view(UR"(\|.?*+(){}$-[]^)").find(letter) != std::u32string_view::npos) {
        return letter;
      }
      return std::nullopt;
  }
}

std::optional<icu::UnicodeSet> read_class_escape(RegexReader& reader) {
  if (reader.at_end()) return std::nullopt;
  const char32_t letter = reader.next();
  if (letter == U'p') return read_property(reader);
  if (letter != U'P') return multi_character_escape(letter);
  const auto set = read_property(reader);
  return set ? std::optional(complement(*set)) : std::nullopt;
}

std::optional<icu::UnicodeSet> read_class_expression(RegexReader& reader, bool case_insensitive) {
  return ClassExpression(reader, case_insensitive).read();
}

}  // namespace prosper::sparql::functions
