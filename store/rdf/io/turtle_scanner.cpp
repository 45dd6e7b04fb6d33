// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_scanner.hpp"

#include <algorithm>
#include <functional>

#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf {
namespace {

/// More than any token needs to see behind its end.
constexpr std::ptrdiff_t look_ahead = 64;
constexpr std::size_t longest_token = std::size_t{1} << 30U;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

TurtleScanner::TurtleScanner(TextWindow& window) : TerminalScanner(window.text()), window_(window) {
  end_name_ = "the end of the document";
  token_place_ = at_;
}

void TurtleScanner::skip_space() {
  for (;;) {
    while (at_ != end_ && is_space(*at_)) ++at_;
    if (at_ != end_ && *at_ == '#') {
      skip_comment();
    } else if (end_ - at_ >= look_ahead || window_.is_last()) {
      break;
    } else {
      read_more();
    }
  }
  check_unbroken();
}

void TurtleScanner::skip_comment() {
  for (;;) {
    while (at_ != end_ && *at_ != '\n' && *at_ != '\r') ++at_;
    if (at_ != end_ || window_.is_last()) return;
    read_more();
  }
}

bool TurtleScanner::take(char c) {
  if (!is_at(c)) return false;
  ++at_;
  skip_space();
  return true;
}

void TurtleScanner::check_unbroken() const {
  if (at_ == end_ && window_.is_broken()) throw TextFault{end_, "invalid UTF-8"};
}

void TurtleScanner::read_more() {
  if (static_cast<std::size_t>(end_ - at_) > longest_token) {
    throw TextFault{at_, "a term of more than a gigabyte"};
  }
  const std::string_view text = window_.text();
  const std::less<> before;
  if (!before(kept_.data(), text.data()) && before(kept_.data(), text.data() + text.size())) {
    kept_text_.assign(kept_);
    kept_ = kept_text_;
  }
  window_.advance(static_cast<std::size_t>(at_ - text.data()));
  at_ = window_.text().data();
  end_ = at_ + window_.text().size();
}

/// What stands behind the last byte looked at cannot change the token.
bool TurtleScanner::is_settled() const {
  const char* const seen = std::max(at_, looked_to_);
  if (seen == end_ && window_.is_broken()) throw TextFault{end_, "invalid UTF-8"};
  return window_.is_last() || end_ - seen >= look_ahead;
}

/// Scans again with more of the document until the token does not end with the window.
template <class Scan>
auto TurtleScanner::token(Scan scan) {
  for (;;) {
    const char* const start = at_;
    token_place_ = at_;
    looked_to_ = at_;
    try {
      const auto found = scan();
      if (is_settled()) return found;
    } catch (const TextFault&) {
      if (is_settled()) throw;
    }
    at_ = start;
    read_more();
  }
}

std::string_view TurtleScanner::iri(std::string& unescaped) {
  return token([&] { return scan_iri(unescaped); });
}

std::string_view TurtleScanner::label() {
  return token([&] { return scan_label(); });
}

std::string_view TurtleScanner::language() {
  return token([&] { return scan_language(); });
}

std::string_view TurtleScanner::at_word() {
  return token([&] {
    const char* const start = ++at_;
    while (at_ != end_ && is_letter(*at_)) ++at_;
    return between(start, at_);
  });
}

std::string_view TurtleScanner::string(std::string& unescaped) {
  return token([&] { return scan_any_string(unescaped); });
}

std::string_view TurtleScanner::scan_any_string(std::string& unescaped) {
  if (is_at("\"\"\"") || is_at("'''")) return scan_long_string(*at_, unescaped);
  const char quote = *at_++;
  return scan_string(quote == '"' ? StringCharacter : SingleStringCharacter, quote, unescaped);
}

/// The first three quotes end the text: it cannot end with one (§6.5 [24], [25]).
std::string_view TurtleScanner::scan_long_string(char quote, std::string& unescaped) {
  const CharacterClass plain = quote == '"' ? LongStringCharacter : LongSingleCharacter;
  const std::string_view three = quote == '"' ? "\"\"\"" : "'''";
  at_ += three.size();
  const char* const start = at_;
  const char* copied = start;
  bool has_escapes = false;
  unescaped.clear();
  for (;;) {
    at_ = skip_class(plain, at_, end_);
    if (at_ == end_) fail_expecting(std::string(three) + " at the end of the string");
    if (*at_ == '\\') {
      has_escapes = true;
      unescaped.append(copied, at_);
      append_escape(unescaped, true);
      copied = at_;
    } else if (is_at(three)) {
      break;
    } else {
      ++at_;
    }
  }
  const char* const end = at_;
  at_ += three.size();
  if (!has_escapes) return between(start, end);
  return unescaped.append(copied, end);
}

bool TurtleScanner::is_at_number() const {
  const char c = look();
  return is_of(Digit, c) || c == '+' || c == '-' ||
         (c == '.' && end_ - at_ > 1 && is_of(Digit, at_[1]));
}

TurtleScanner::Number TurtleScanner::number() {
  return token([&] { return scan_number(); });
}

/// INTEGER [19], DECIMAL [20] or DOUBLE [21], whichever is longest: a '.' that no digit or exponent
/// follows ends the statement.
TurtleScanner::Number TurtleScanner::scan_number() {
  const char* const start = at_;
  if (is_at('+') || is_at('-')) ++at_;
  const char* const digits = at_;
  at_ = skip_class(Digit, at_, end_);
  bool has_digits = at_ != digits;
  std::string_view datatype = vocabularies::xsd::integer;
  if (is_at('.')) {
    const char* const fraction = at_ + 1;
    const char* const end = skip_class(Digit, fraction, end_);
    if (end != fraction) {
      at_ = end;
      has_digits = true;
      datatype = vocabularies::xsd::decimal;
    } else if (has_digits && exponent_end(fraction) != nullptr) {
      at_ = fraction;
    }
  }
  if (!has_digits) {
    at_ = digits;
    fail_expecting("digits of a number");
  }
  if (const char* const end = exponent_end(at_); end != nullptr) {
    at_ = end;
    datatype = vocabularies::xsd::double_;
  }
  return {between(start, at_), datatype};
}

/// Behind EXPONENT [154s], or null where none stands.
const char* TurtleScanner::exponent_end(const char* from) const {
  if (from == end_ || (*from != 'e' && *from != 'E')) return nullptr;
  ++from;
  if (from != end_ && (*from == '+' || *from == '-')) ++from;
  const char* const end = skip_class(Digit, from, end_);
  return end == from ? nullptr : end;
}

TurtleScanner::Name TurtleScanner::name(std::string& unescaped) {
  return token([&] { return scan_name(unescaped); });
}

TurtleScanner::Name TurtleScanner::scan_name(std::string& unescaped) {
  const char* const start = at_;
  at_ = skip_name(NameCharacter, start);
  looked_to_ = at_;
  if (!is_at(':') || (at_ != start && at_[-1] == '.')) {
    while (at_ != start && at_[-1] == '.') --at_;
    return {false, between(start, at_), {}};
  }
  const std::string_view prefix = between(start, at_);
  ++at_;
  return {true, prefix, scan_local(unescaped)};
}

/// At what may begin PN_LOCAL [168s].
bool TurtleScanner::is_at_local() const {
  if (at_ == end_ || *at_ == '-' || *at_ == '.') return false;
  if (static_cast<unsigned char>(*at_) < 0x80) {
    return is_of(LocalCharacter, *at_) || *at_ == '%' || *at_ == '\\';
  }
  std::size_t length = 0;
  return is_name_start(next_code_point(between(at_, end_), length));
}

std::string_view TurtleScanner::scan_local(std::string& unescaped) {
  constexpr std::string_view escapable = "_~.-!$&'()*+,;=/?#@%";
  const char* const start = at_;
  if (!is_at_local()) return {};
  const char* copied = nullptr;   // behind the last escape
  const char* dots_from = start;  // a '.' before is no end of the statement
  for (;; dots_from = at_) {
    at_ = skip_name(LocalCharacter, at_);
    if (is_at('%')) {
      if (end_ - at_ < 3 || hex_value(at_[1]) < 0 || hex_value(at_[2]) < 0) {
        throw TextFault{at_, "expected two hexadecimal digits behind '%' in a name"};
      }
      at_ += 3;
    } else if (is_at('\\')) {
      if (end_ - at_ < 2 || escapable.find(at_[1]) == escapable.npos) {
        throw TextFault{
            at_, "unknown escape in a name, expected '\\' and one of " + std::string(escapable)};
      }
      if (copied == nullptr) {
        unescaped.assign(start, at_);
      } else {
        unescaped.append(copied, at_);
      }
      unescaped += at_[1];
      at_ += 2;
      copied = at_;
    } else {
      break;
    }
  }
  looked_to_ = at_;
  while (at_ != dots_from && at_[-1] == '.') --at_;
  if (copied == nullptr) return between(start, at_);
  return unescaped.append(copied, at_);
}

}  // namespace prosper::rdf
