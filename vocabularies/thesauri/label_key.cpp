// SPDX-License-Identifier: Apache-2.0
#include "vocabularies/thesauri/label_key.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "store/rdf/assert.hpp"

namespace prosper::vocabularies {
namespace {

bool is_count_or_doubt(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); ++i)
    if (!u_isdigit(text.char32At(i)) && text.charAt(i) != u'?') return false;
  return !text.isEmpty();
}

/// "anneau (2)" → "anneau".
void drop_trailing_count(icu::UnicodeString& text) {
  if (!text.endsWith(u")")) return;
  const int32_t open = text.lastIndexOf(u'(');
  if (open <= 0) return;
  icu::UnicodeString inside(text, open + 1, text.length() - open - 2);
  if (!is_count_or_doubt(inside.trim())) return;
  text.truncate(open);
  text.trim();
}

icu::UnicodeString collapse_blanks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  bool blank = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isUWhiteSpace(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.isEmpty()) out.append(u' ');
    blank = false;
    out.append(c == U'’' || c == U'ʼ' ? UChar32{'\''} : c);
  }
  return out;
}

icu::UnicodeString normalized(std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  PROSPER_ASSERT(U_SUCCESS(status));
  icu::UnicodeString text = nfc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                               label.data(), static_cast<int32_t>(label.size()))),
                                           status);
  text.toLower(icu::Locale::getFrench());
  text = collapse_blanks(text);
  drop_trailing_count(text);
  return text;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::string label_key(std::string_view label) {
  return to_utf8(normalized(label));
}

std::string folded_label_key(std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  PROSPER_ASSERT(U_SUCCESS(status));
  const icu::UnicodeString decomposed = nfd->normalize(normalized(label), status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (c == U'œ') {
      out.append(u"oe");
    } else if (c == U'æ') {
      out.append(u"ae");
    } else {
      out.append(c);
    }
  }
  return to_utf8(out);
}

}  // namespace prosper::vocabularies
