// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/character_set.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/uchar.h>

namespace prosper::sparql::functions {
namespace {

constexpr UChar32 last_character = 0x10FFFF;
constexpr UChar32 first_surrogate = 0xD800;
constexpr UChar32 last_surrogate = 0xDFFF;

struct Range {
  UChar32 first;
  UChar32 last;
};

/// NameStartChar of XML 1.0 [4].
constexpr std::array<Range, 16> name_start_ranges{{{':', ':'},
                                                   {'A', 'Z'},
                                                   {'_', '_'},
                                                   {'a', 'z'},
                                                   {0xC0, 0xD6},
                                                   {0xD8, 0xF6},
                                                   {0xF8, 0x2FF},
                                                   {0x370, 0x37D},
                                                   {0x37F, 0x1FFF},
                                                   {0x200C, 0x200D},
                                                   {0x2070, 0x218F},
                                                   {0x2C00, 0x2FEF},
                                                   {0x3001, 0xD7FF},
                                                   {0xF900, 0xFDCF},
                                                   {0xFDF0, 0xFFFD},
                                                   {0x10000, 0xEFFFF}}};

/// What NameChar [4a] has beyond NameStartChar.
constexpr std::array<Range, 6> name_ranges{
    {{'-', '-'}, {'.', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

constexpr std::array<std::string_view, 36> categories{
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd",
    "Nl", "No", "P",  "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z",  "Zs",
    "Zl", "Zp", "S",  "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn"};

template <std::size_t size>
void add_ranges(icu::UnicodeSet& set, const std::array<Range, size>& ranges) {
  for (const auto& [first, last] : ranges) set.add(first, last);
}

icu::UnicodeSet without_surrogates(icu::UnicodeSet set) {
  set.remove(first_surrogate, last_surrogate);
  return set;
}

std::optional<icu::UnicodeSet> set_of_property(UProperty property, std::int32_t value) {
  if (value == UCHAR_INVALID_CODE) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeSet set;
  set.applyIntPropertyValue(property, value, status);
  if (U_FAILURE(status)) return std::nullopt;
  return without_surrogates(std::move(set));
}

icu::UnicodeSet category(const char* name) {
  return *set_of_property(UCHAR_GENERAL_CATEGORY_MASK,
                          u_getPropertyValueEnum(UCHAR_GENERAL_CATEGORY_MASK, name));
}

icu::UnicodeSet space() {
  icu::UnicodeSet set;
  set.add(' ').add('\t').add('\n').add('\r');
  return set;
}

icu::UnicodeSet name_start() {
  icu::UnicodeSet set;
  add_ranges(set, name_start_ranges);
  return set;
}

icu::UnicodeSet name() {
  icu::UnicodeSet set = name_start();
  add_ranges(set, name_ranges);
  return set;
}

/// Everything but punctuation, separators and others.
icu::UnicodeSet word() {
  icu::UnicodeSet set = all_characters();
  set.removeAll(category("P")).removeAll(category("Z")).removeAll(category("C"));
  return set;
}

void append_code_point(std::string& out, UChar32 character) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), character, 16);
  out.append("\\x{").append(digits.data(), end.ptr).append("}");
}

}  // namespace

icu::UnicodeSet all_characters() {
  return without_surrogates(icu::UnicodeSet(0, last_character));
}

icu::UnicodeSet complement(const icu::UnicodeSet& set) {
  icu::UnicodeSet result = all_characters();
  result.removeAll(set);
  return result;
}

icu::UnicodeSet with_case_variants(const icu::UnicodeSet& set) {
  icu::UnicodeSet result(set);
  result.closeOver(USET_CASE_INSENSITIVE);
  // Variants of several characters ("ss" of "ß") are not characters.
  result.removeAllStrings();
  return result;
}

std::optional<icu::UnicodeSet> multi_character_escape(char32_t letter) {
  static const icu::UnicodeSet spaces = space();
  static const icu::UnicodeSet name_starts = name_start();
  static const icu::UnicodeSet names = name();
  static const icu::UnicodeSet digits = category("Nd");
  static const icu::UnicodeSet words = word();
  switch (letter) {
    case U's':
      return spaces;
    case U'S':
      return complement(spaces);
    case U'i':
      return name_starts;
    case U'I':
      return complement(name_starts);
    case U'c':
      return names;
    case U'C':
      return complement(names);
    case U'd':
      return digits;
    case U'D':
      return complement(digits);
    case U'w':
      return words;
    case U'W':
      return complement(words);
    default:
      return std::nullopt;
  }
}

std::optional<icu::UnicodeSet> property_set(std::string_view name) {
  if (name.starts_with("Is")) {
    const std::string block(name.substr(2));
    return set_of_property(UCHAR_BLOCK, u_getPropertyValueEnum(UCHAR_BLOCK, block.c_str()));
  }
  if (std::find(categories.begin(), categories.end(), name) == categories.end()) {
    return std::nullopt;
  }
  return category(std::string(name).c_str());
}

std::string to_re2_class(const icu::UnicodeSet& characters) {
  const icu::UnicodeSet set = without_surrogates(characters);
  if (set.isEmpty()) return "[^\\x{0}-\\x{10ffff}]";
  std::string out = "[";
  for (std::int32_t i = 0; i < set.getRangeCount(); ++i) {
    append_code_point(out, set.getRangeStart(i));
    if (set.getRangeStart(i) == set.getRangeEnd(i)) continue;
    out += '-';
    append_code_point(out, set.getRangeEnd(i));
  }
  return out += ']';
}

}  // namespace prosper::sparql::functions
