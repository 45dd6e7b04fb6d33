// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/text.hpp"

#include <array>
#include <openssl/sha.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "mappings/functions/calendar.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::mappings {
namespace {

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool decompose) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = decompose ? icu::Normalizer2::getNFDInstance(status)
                                           : icu::Normalizer2::getNFKCInstance(status);
  PROSPER_ASSERT(U_SUCCESS(status));
  icu::UnicodeString out = form->normalize(text, status);
  return U_SUCCESS(status) ? out : text;
}

bool is_apostrophe(UChar32 c) {
  return c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x201B;
}

bool is_blank(UChar32 c) {
  return u_isUWhiteSpace(c) != 0 || u_iscntrl(c) != 0 || c == 0x200B || c == 0xFEFF;
}

icu::UnicodeString norm_unicode(std::string_view text) {
  icu::UnicodeString out;
  bool gap = false;
  const icu::UnicodeString composed = normalized(to_unicode(text), false);
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (is_blank(c)) {
      gap = !out.isEmpty();
      continue;
    }
    if (gap) out.append(UChar32(' '));
    gap = false;
    out.append(is_apostrophe(c) ? UChar32('\'') : c);
  }
  return out;
}

icu::UnicodeString fold_unicode(std::string_view text) {
  icu::UnicodeString lower = norm_unicode(text);
  lower.toLower(icu::Locale::getFrench());
  icu::UnicodeString out;
  const icu::UnicodeString parts = normalized(lower, true);
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (c == 0x0153) {
      out.append(UChar32('o')).append(UChar32('e'));
    } else if (c == 0x00E6) {
      out.append(UChar32('a')).append(UChar32('e'));
    } else {
      out.append(c);
    }
  }
  return out;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string norm(std::string_view text) {
  return to_utf8(norm_unicode(text));
}

std::string fold(std::string_view text) {
  return to_utf8(fold_unicode(text));
}

std::string slug(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string out;
  for (const char c : fold(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  if (!out.empty() && out.size() <= longest) return out;
  out.resize(std::min(out.size(), longest));
  return out + '-' + sha256_hex(norm(text)).substr(0, 6);
}

std::string to_lower(std::string_view text) {
  return to_utf8(to_unicode(text).toLower(icu::Locale::getFrench()));
}

std::string to_upper(std::string_view text) {
  return to_utf8(to_unicode(text).toUpper(icu::Locale::getFrench()));
}

std::string_view trim(std::string_view text) {
  const auto strip_front = [&text] {
    if (text.front() >= 0 && text.front() <= ' ') return text.remove_prefix(1), true;
    if (text.starts_with("\u00A0")) return text.remove_prefix(2), true;
    if (text.starts_with("\u202F") || text.starts_with("\uFEFF"))
      return text.remove_prefix(3), true;
    return false;
  };
  const auto strip_back = [&text] {
    if (text.back() >= 0 && text.back() <= ' ') return text.remove_suffix(1), true;
    if (text.ends_with("\u00A0")) return text.remove_suffix(2), true;
    if (text.ends_with("\u202F") || text.ends_with("\uFEFF")) return text.remove_suffix(3), true;
    return false;
  };
  while (!text.empty() && strip_front()) {
  }
  while (!text.empty() && strip_back()) {
  }
  return text;
}

std::vector<std::string> split_outside_parentheses(std::string_view text,
                                                   std::string_view separators) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  const auto close = [&](std::size_t end) {
    const std::string_view part = trim(text.substr(start, end - start));
    if (!part.empty()) parts.emplace_back(part);
    start = end + 1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') {
      std::size_t depth = 0;
      std::size_t end = i;
      for (; end < text.size(); ++end) {
        if (text[end] == '(') ++depth;
        if (text[end] == ')' && --depth == 0) break;
      }
      if (end < text.size()) i = end;
    } else if (separators.find(text[i]) != std::string_view::npos) {
      close(i);
    }
  }
  close(text.size());
  return parts;
}

std::optional<std::string> iso_date(std::string_view text) {
  text = trim(text);
  if (const std::size_t time = text.find('T'); time != std::string_view::npos && time == 10)
    text = text.substr(0, time);
  std::array<std::string_view, 3> parts;
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t cut = i < 2 ? text.find_first_of("-/.") : text.size();
    if (cut == std::string_view::npos) return std::nullopt;
    parts[i] = trim(text.substr(0, cut));
    if (!is_digits(parts[i])) return std::nullopt;
    text.remove_prefix(i < 2 ? cut + 1 : cut);
  }
  if (parts[0].size() <= 2 && parts[2].size() == 4) std::swap(parts[0], parts[2]);
  if (parts[0].size() != 4 || parts[1].size() > 2 || parts[2].size() > 2) return std::nullopt;
  const Day day{std::stoi(std::string(parts[0])), std::stoi(std::string(parts[1])),
                std::stoi(std::string(parts[2]))};
  if (!is_valid(day)) return std::nullopt;
  return to_iso(day);
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += hex[byte >> 4U];
    out += hex[byte & 15U];
  }
  return out;
}

}  // namespace prosper::mappings
