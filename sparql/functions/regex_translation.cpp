// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/regex_translation.hpp"

#include <utility>

#include "sparql/functions/character_set.hpp"
#include "sparql/functions/regex_class.hpp"
#include "sparql/functions/regex_reader.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::sparql::functions {
namespace {

constexpr std::size_t maximum_size = 1U << 20U;
constexpr int maximum_count = 1000;

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += rdf::next_code_point(text, offset);
  return out;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r';
}

/// Flag x: white space outside class expressions is not part of the pattern.
std::u32string without_space(const std::u32string& pattern) {
  std::u32string out;
  int depth = 0;
  bool escaped = false;
  for (const char32_t c : pattern) {
    if (depth == 0 && is_space(c)) continue;
    out += c;
    if (!escaped && c == U'[') ++depth;
    if (!escaped && c == U']' && depth > 0) --depth;
    escaped = !escaped && c == U'\\';
  }
  return out;
}

/// Recursive descent over the grammar; every read_… returns false where the pattern leaves it.
class Translator {
 public:
  Translator(std::u32string pattern, const RegexFlags& flags)
      : reader_(std::move(pattern)), flags_(flags) {}

  std::optional<RegexTranslation> translate() {
    const bool valid = flags_.literal ? read_literal() : read_alternatives() && reader_.at_end();
    if (!valid) return std::nullopt;
    return RegexTranslation{std::move(out_), groups_};
  }

 private:
  bool read_literal() {
    while (!reader_.at_end() && out_.size() <= maximum_size) append_character(reader_.next());
    return reader_.at_end();
  }

  /// regExp ::= branch ( '|' branch )*
  bool read_alternatives() {
    if (!reader_.enter()) return false;
    while (true) {
      if (!read_branch()) return false;
      if (!reader_.take(U'|')) break;
      out_ += '|';
    }
    reader_.leave();
    return true;
  }

  bool read_branch() {
    while (!reader_.at_end() && reader_.peek() != U'|' && reader_.peek() != U')') {
      if (!read_atom() || !read_quantifier() || out_.size() > maximum_size) return false;
    }
    return true;
  }

  bool read_atom() {
    const char32_t c = reader_.next();
    switch (c) {
      case U'(':
        return read_group();
      case U'[':
        return append_set(read_class_expression(reader_, flags_.case_insensitive));
      case U'\\':
        return read_escape();
      case U'.':
        out_ += flags_.dot_all ? "(?s:.)" : "[^\\n\\r]";
        return true;
      case U'^':
        out_ += flags_.multi_line ? "(?m:^)" : "\\A";
        return true;
      case U'$':
        out_ += flags_.multi_line ? "(?m:$)" : "\\z";
        return true;
      case U']':
      case U'{':
      case U'}':
      case U'?':
      case U'*':
      case U'+':
        return false;
      default:
        append_character(c);
        return true;
    }
  }

  bool read_group() {
    if (reader_.take(U'?')) {
      if (!reader_.take(U':')) return false;
      out_ += "(?:";
    } else {
      out_ += '(';
      ++groups_;
    }
    if (!read_alternatives() || !reader_.take(U')')) return false;
    out_ += ')';
    return true;
  }

  /// A digit would be a back-reference: RE2 has none, since they cost exponential time.
  bool read_escape() {
    if (reader_.at_end()) return false;
    if (const auto c = single_character_escape(reader_.peek())) {
      reader_.next();
      append_character(*c);
      return true;
    }
    return append_set(read_class_escape(reader_));
  }

  bool append_set(const std::optional<icu::UnicodeSet>& set) {
    if (set) out_ += to_re2_class(*set);
    return set.has_value();
  }

  /// Under flag i, the character and its case variants.
  void append_character(char32_t c) {
    if (flags_.case_insensitive) {
      const icu::UnicodeSet one(static_cast<UChar32>(c), static_cast<UChar32>(c));
      const icu::UnicodeSet all = with_case_variants(one);
      if (all.size() > 1) {
        out_ += to_re2_class(all);
        return;
      }
    }
    append_quoted(c);
  }

  void append_quoted(char32_t c) {
    const bool is_plain = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') ||
                          (c >= U'a' && c <= U'z') || c == U'_' || c >= 0x80;
    if (c < 0x20 || c == 0x7F) {
      const auto value = static_cast<UChar32>(c);
      out_ += to_re2_class(icu::UnicodeSet(value, value));
      return;
    }
    if (!is_plain) out_ += '\\';
    rdf::append_utf8(out_, c);
  }

  /// [?*+] or {n}, {n,}, {n,m}, each optionally reluctant; nothing is fine too.
  bool read_quantifier() {
    const char32_t c = reader_.peek();
    if (c == U'?' || c == U'*' || c == U'+') {
      out_ += static_cast<char>(reader_.next());
    } else if (c == U'{') {
      reader_.next();
      if (!read_quantity()) return false;
    } else {
      return true;
    }
    if (reader_.take(U'?')) out_ += '?';
    return true;
  }

  bool read_quantity() {
    const auto minimum = read_count();
    if (!minimum) return false;
    out_ += '{' + std::to_string(*minimum);
    if (reader_.take(U',')) {
      out_ += ',';
      if (reader_.peek() != U'}') {
        const auto maximum = read_count();
        if (!maximum || *maximum < *minimum) return false;
        out_ += std::to_string(*maximum);
      }
    }
    out_ += '}';
    return reader_.take(U'}');
  }

  std::optional<int> read_count() {
    if (reader_.peek() < U'0' || reader_.peek() > U'9') return std::nullopt;
    int count = 0;
    while (reader_.peek() >= U'0' && reader_.peek() <= U'9') {
      count = count * 10 + static_cast<int>(reader_.next() - U'0');
      if (count > maximum_count) return std::nullopt;
    }
    return count;
  }

  RegexReader reader_;
  const RegexFlags& flags_;
  std::string out_;
  int groups_ = 0;
};

}  // namespace

std::optional<RegexFlags> parse_regex_flags(std::string_view text) {
  RegexFlags flags;
  for (const char c : text) {
    switch (c) {
      case 's':
        flags.dot_all = true;
        break;
      case 'm':
        flags.multi_line = true;
        break;
      case 'i':
        flags.case_insensitive = true;
        break;
      case 'x':
        flags.ignore_space = true;
        break;
      case 'q':
        flags.literal = true;
        break;
      default:
        return std::nullopt;
    }
  }
  return flags;
}

std::optional<RegexTranslation> translate_regex(std::string_view pattern, const RegexFlags& flags) {
  if (pattern.size() > maximum_size) return std::nullopt;
  std::u32string code_points = to_code_points(pattern);
  if (flags.ignore_space && !flags.literal) code_points = without_space(code_points);
  return Translator(std::move(code_points), flags).translate();
}

}  // namespace prosper::sparql::functions
