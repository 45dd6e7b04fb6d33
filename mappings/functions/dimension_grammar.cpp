// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/dimension_grammar.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>
#include <utility>

#include "mappings/functions/dimension_tokens.hpp"

namespace prosper::mappings {
namespace {

using TokenKind = DimensionToken::Kind;

/// A measurement before its unit and the reading of a capital L are settled.
struct Measure {
  DimensionKind kind;
  bool capital_l = false;
  std::string number;
  std::optional<DimensionUnit> unit;
  std::string raw;
  std::string qualifier;
};

/// One part: "Avec cadre : H. 34 ; L. 31,5 (en cm)".
class PartReader {
 public:
  PartReader(std::string_view text, LengthUnit default_unit)
      : text_(text), tokens_(tokenize_dimensions(text)), default_unit_(default_unit) {}

  /// False when a token is not understood.
  bool read(std::vector<Dimension>& out);

 private:
  bool at(TokenKind kind, std::size_t ahead = 0) const {
    return i_ + ahead < tokens_.size() && tokens_[i_ + ahead].kind == kind;
  }

  const std::string& word(std::size_t ahead = 0) const { return tokens_[i_ + ahead].text; }

  bool starts_with_dimensions() const {
    return !tokens_.empty() && tokens_[0].text == "Dimensions";
  }

  /// A measurement's name with its number.
  bool is_measure_at(std::size_t k) const {
    return k + 1 < tokens_.size() && dimension_kind_of(tokens_[k].text) &&
           tokens_[k + 1].kind == TokenKind::Number;
  }

  void read_label();
  bool read_measure();
  bool read_prefix_measure();
  bool read_postfix_measure();
  void read_unit(std::optional<DimensionUnit>& unit);
  bool read_unit_phrase();
  bool read_parenthesis();
  bool finish(std::vector<Dimension>& out);

  std::string_view text_;
  std::vector<DimensionToken> tokens_;
  LengthUnit default_unit_;
  std::size_t i_ = 0;
  std::string label_;
  std::vector<Measure> measures_;
  std::optional<DimensionUnit> part_unit_;
};

/// Words before a colon that name what is measured: no digits, not themselves a measurement.
/// "Dimensions hors tout en cm" may do without the colon.
void PartReader::read_label() {
  std::size_t end = 0;
  while (end < tokens_.size() &&
         (tokens_[end].kind == TokenKind::Word || tokens_[end].kind == TokenKind::Parenthesis) &&
         !(starts_with_dimensions() && is_measure_at(end)))
    ++end;
  if (end == 0 || end >= tokens_.size()) return;
  const bool colon = tokens_[end].kind == TokenKind::Colon;
  if (!colon && !(starts_with_dimensions() && is_measure_at(end))) return;
  if (colon && end == 1 && dimension_kind_of(word())) return;
  label_ = std::string(text_.substr(0, tokens_[end - 1].end));
  for (std::size_t k = 0; k < end; ++k)
    if (const auto unit = dimension_unit_of(tokens_[k].text)) part_unit_ = unit;
  i_ = colon ? end + 1 : end;
}

void PartReader::read_unit(std::optional<DimensionUnit>& unit) {
  if (at(TokenKind::Word) && word() == "en" && at(TokenKind::Word, 1) && dimension_unit_of(word(1)))
    ++i_;
  if (!at(TokenKind::Word)) return;
  if (const auto found = dimension_unit_of(word())) {
    unit = found;
    ++i_;
  }
}

/// A parenthesis after a measure: a unit for the whole part, or what the measure is of.
bool PartReader::read_parenthesis() {
  while (at(TokenKind::Parenthesis)) {
    std::string inside = word();
    const std::string unit = inside.rfind("en ", 0) == 0 ? inside.substr(3) : inside;
    if (const auto found = dimension_unit_of(unit)) {
      part_unit_ = found;
    } else if (inside.find_first_not_of("0123456789.,") == std::string::npos) {
      return false;  // "H3 (68)": two numbers, and no word to tell them apart
    } else if (!measures_.empty()) {
      std::string& qualifier = measures_.back().qualifier;
      qualifier += (qualifier.empty() ? "" : ", ") + inside;
    }
    ++i_;
  }
  return true;
}

/// NAME [of what] [en UNIT] NUMBER [UNIT]: "H. 29", "Hauteur de la feuille en cm 31.8". A name with
/// no number after it ("Epaisseur en cm") is an empty measure and dropped.
bool PartReader::read_prefix_measure() {
  if (!at(TokenKind::Word)) return false;
  const bool capital_l = is_capital_l(word());
  const auto kind = dimension_kind_of(word());
  if (!kind) return false;
  const std::size_t first = i_++;
  Measure measure{*kind, capital_l, {}, {}, {}, {}};
  if (at(TokenKind::Colon)) ++i_;
  while (at(TokenKind::Word) && !dimension_unit_of(word()) && word() != "en") {
    if (dimension_kind_of(word()) && word().size() <= 2 && word() != "la") return false;
    measure.qualifier += (measure.qualifier.empty() ? "" : " ") + word();
    ++i_;
  }
  read_unit(measure.unit);
  if (at(TokenKind::Parenthesis) && (at(TokenKind::Number, 1) || at(TokenKind::Colon, 1))) {
    const std::string unit = word().rfind("en ", 0) == 0 ? word().substr(3) : word();
    if (const auto found = dimension_unit_of(unit)) {
      measure.unit = found;
    } else {
      measure.qualifier += (measure.qualifier.empty() ? "" : " ") + word();
    }
    ++i_;
  }
  if (at(TokenKind::Colon)) ++i_;
  if (!at(TokenKind::Number)) return i_ >= tokens_.size() || at(TokenKind::Separator);
  measure.number = word();
  ++i_;
  read_unit(measure.unit);
  measure.raw =
      std::string(text_.substr(tokens_[first].begin, tokens_[i_ - 1].end - tokens_[first].begin));
  measures_.push_back(std::move(measure));
  return true;
}

/// NUMBER [UNIT] NAME: "17 H".
bool PartReader::read_postfix_measure() {
  if (!at(TokenKind::Number)) return false;
  const std::size_t first = i_++;
  Measure measure{DimensionKind::Height, false, tokens_[first].text, {}, {}, {}};
  read_unit(measure.unit);
  if (!at(TokenKind::Word)) return false;
  const auto kind = dimension_kind_of(word());
  if (!kind) return false;
  measure.capital_l = is_capital_l(word());
  measure.kind = *kind;
  ++i_;
  measure.raw =
      std::string(text_.substr(tokens_[first].begin, tokens_[i_ - 1].end - tokens_[first].begin));
  measures_.push_back(std::move(measure));
  return true;
}

/// "en cm" or "cm" on its own at the end: for the whole part.
bool PartReader::read_unit_phrase() {
  const std::size_t before = i_;
  read_unit(part_unit_);
  return i_ != before;
}

bool PartReader::read_measure() {
  if (at(TokenKind::Number)) return read_postfix_measure();
  return read_prefix_measure() || read_unit_phrase();
}

bool PartReader::read(std::vector<Dimension>& out) {
  read_label();
  while (i_ < tokens_.size()) {
    if (at(TokenKind::Separator)) {
      ++i_;
    } else if (at(TokenKind::Parenthesis)) {
      if (!read_parenthesis()) return false;
    } else if (!read_measure()) {
      return false;
    }
  }
  return finish(out);
}

DimensionUnit default_unit_of(LengthUnit unit) {
  switch (unit) {
    case LengthUnit::Millimetre:
      return {false, -1};
    case LengthUnit::Centimetre:
      return {false, 0};
    case LengthUnit::Metre:
      return {false, 2};
  }
  std::abort();
}

bool PartReader::finish(std::vector<Dimension>& out) {
  const auto has = [this](DimensionKind kind) {
    return std::any_of(measures_.begin(), measures_.end(),
                       [kind](const Measure& m) { return m.kind == kind && !m.capital_l; });
  };
  const bool flat = has(DimensionKind::Height) && !has(DimensionKind::Width) &&
                    !has(DimensionKind::Length) && !has(DimensionKind::Depth) &&
                    !has(DimensionKind::Thickness) && !has(DimensionKind::Diameter);
  // The unit after the last number holds for those before it that name none.
  if (!part_unit_ && !measures_.empty() && measures_.back().unit &&
      !measures_.back().unit->is_weight)
    part_unit_ = measures_.back().unit;
  for (Measure& measure : measures_) {
    if (measure.capital_l) measure.kind = flat ? DimensionKind::Width : DimensionKind::Length;
    const bool is_weight = measure.kind == DimensionKind::Weight;
    const DimensionUnit unit = measure.unit ? *measure.unit
                               : is_weight  ? DimensionUnit{true, 0}
                                            : part_unit_.value_or(default_unit_of(default_unit_));
    if (unit.is_weight != is_weight) return false;
    auto value = shift_decimal(measure.number, unit.exponent);
    if (!value || (!is_weight && std::strtod(value->c_str(), nullptr) > 10'000)) return false;
    out.push_back({measure.kind, std::move(*value), std::move(measure.raw),
                   std::move(measure.qualifier), label_});
  }
  return true;
}

/// £, # and line breaks end a part; so does a slash that is not between digits.
std::vector<std::string> split_parts(std::string_view text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    const bool pound = text.compare(i, 2, "£") == 0;
    const bool slash =
        text[i] == '/' && depth <= 0 &&
        !(i > 0 && i + 1 < text.size() && isdigit(text[i - 1]) && isdigit(text[i + 1]));
    if (pound || text[i] == '#' || slash) {
      parts.emplace_back();
      if (pound) ++i;
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

}  // namespace

std::optional<std::vector<Dimension>> parse_dimensions(std::string_view text,
                                                       LengthUnit default_unit) {
  std::string repaired(text);
  static const std::regex no_break_space("\xC2\xA0");
  repaired = std::regex_replace(repaired, no_break_space, " ");
  if (default_unit == LengthUnit::Metre) {
    static const std::regex mangled(R"((\d);(\d{2}\d?)(?!\d))");
    repaired = std::regex_replace(repaired, mangled, "$1,$2");
  }
  std::vector<Dimension> dimensions;
  for (const std::string& part : split_parts(repaired))
    if (!PartReader(part, default_unit).read(dimensions)) return std::nullopt;
  if (dimensions.empty()) return std::nullopt;
  return dimensions;
}

}  // namespace prosper::mappings
