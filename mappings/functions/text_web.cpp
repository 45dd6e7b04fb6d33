// SPDX-License-Identifier: Apache-2.0
// Markup and URLs of notice cells.
#include <array>
#include <charconv>
#include <unicode/unistr.h>
#include <utility>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> named_references{{
    {"amp", "&"},   {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},  {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"agrave", "à"},
    {"acirc", "â"}, {"ccedil", "ç"}, {"ocirc", "ô"},  {"ugrave", "ù"}, {"ucirc", "û"},
    {"icirc", "î"}, {"iuml", "ï"},   {"euml", "ë"},   {"Eacute", "É"}, {"laquo", "«"},
    {"raquo", "»"}, {"rsquo", "’"},
}};

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += hex_digits[byte >> 4U];
  out += hex_digits[byte & 15U];
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The character "&name;" or "&#12;" stands for; nothing when it is no reference.
std::optional<std::string> resolve_reference(std::string_view name) {
  for (const auto& [known, text] : named_references)
    if (known == name) return std::string(text);
  if (!name.starts_with('#') || name.size() < 2) return std::nullopt;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF)
    return std::nullopt;
  std::string out;
  icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(out);
  return out;
}

bool begins_tag(std::string_view rest) {
  if (rest.size() < 2) return false;
  const char c = rest[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
}

bool is_block_tag(std::string_view tag) {
  const std::string name = to_lower(tag.substr(0, tag.find_first_of(" />", 1)));
  for (const std::string_view block : {"<br", "<p", "<div", "<li", "<td", "<tr", "<h"})
    if (name.starts_with(block)) return true;
  return tag.starts_with("</");
}

bool is_host_char(char c) {
  return is_unreserved(c) || c == ':' || c == '@' || c == '%';
}

}  // namespace

std::string strip_html(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.front() == '<' && begins_tag(rest)) {
      const std::size_t end = rest.find('>');
      if (end != std::string_view::npos) {
        if (is_block_tag(rest.substr(0, end)) && rest.substr(0, 3) != "</a" &&
            rest.substr(0, 3) != "</A")
          out += ' ';
        i += end;
        continue;
      }
    }
    if (rest.front() == '&') {
      const std::size_t end = rest.find(';');
      if (end <= 10) {  // also not npos
        if (const auto character = resolve_reference(rest.substr(1, end - 1))) {
          out += *character;
          i += end;
          continue;
        }
      }
    }
    out += rest.front();
  }
  std::string collapsed;
  for (const char c : out) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (blank && (collapsed.empty() || collapsed.back() == ' ')) continue;
    collapsed += blank ? ' ' : c;
  }
  return std::string(trim(collapsed));
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      append_encoded(out, c);
    }
  }
  return out;
}

std::optional<std::string> valid_url(std::string_view text) {
  text = trim(text);
  const std::string lower = to_lower(text.substr(0, 8));
  const std::size_t scheme = lower.starts_with("https://")  ? 8
                             : lower.starts_with("http://") ? 7
                                                            : 0;
  if (scheme == 0 || text.size() > 4096) return std::nullopt;
  const std::size_t end = std::min(text.find_first_of("/?#", scheme), text.size());
  const std::string_view host = text.substr(scheme, end - scheme);
  if (host.empty() || host.front() == '.' || host.front() == ':') return std::nullopt;
  for (const char c : host)
    if (!is_host_char(c)) return std::nullopt;
  std::string out = lower.substr(0, scheme) + std::string(host);
  constexpr std::string_view safe = "/?#[]@!$&'()*+,;=:";
  bool fragment = false;
  for (std::size_t i = end; i < text.size(); ++i) {
    const char c = text[i];
    const bool escaped =
        c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    // A second '#', and brackets outside the host, are no IRI characters (RFC 3986 §3.3–3.5).
    const bool allowed =
        is_unreserved(c) || escaped ||
        (safe.find(c) != std::string_view::npos && c != '[' && c != ']' && !(c == '#' && fragment));
    fragment = fragment || c == '#';
    if (allowed) {
      out += c;
    } else {
      append_encoded(out, c);
    }
  }
  return out;
}

}  // namespace prosper::mappings
