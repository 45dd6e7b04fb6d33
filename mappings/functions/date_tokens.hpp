// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings::dates {

/// A word, number or sign of a date phrase, folded: lower case, no accents.
struct Token {
  enum class Kind { Number, Word, Mark, BeforeChrist, AfterChrist };
  Kind kind = Kind::Mark;
  std::string text;
  /// Of a Number.
  int value = 0;
};

using Tokens = std::span<const Token>;

/// Letters and digits are cut apart ("19e" → 19, e), "av. J.-C." and its spellings become one
/// token.
std::vector<Token> tokenize(std::string_view phrase);

/// Texts joined by one blank, without hyphens, apostrophes and full stops: the key of a named
/// period.
std::string joined(Tokens tokens);

/// Reads tokens from the left; a failed read leaves the place as it was.
class TokenCursor {
 public:
  explicit TokenCursor(Tokens tokens) : tokens_(tokens) {}

  bool at_end() const { return place_ == tokens_.size(); }

  std::size_t place() const { return place_; }

  void move_to(std::size_t place) { place_ = place; }

  Tokens rest() const { return tokens_.subspan(place_); }

  /// Takes a word or sign with this text.
  bool accept(std::string_view text);
  /// Takes the first of `texts` that stands here.
  bool accept_any(std::initializer_list<std::string_view> texts);
  bool accept(Token::Kind kind);
  /// Takes a number with that many digits.
  std::optional<int> accept_number(std::size_t least_digits, std::size_t most_digits);

 private:
  Tokens tokens_;
  std::size_t place_ = 0;
};

/// "XIV" → 14; nothing for anything but a well-formed Roman number (any case).
std::optional<int> from_roman(std::string_view text);
std::string to_roman(int number);

}  // namespace prosper::mappings::dates
