// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/iri_resolver.hpp"

#include <algorithm>
#include <array>

#include "store/rdf/utf8.hpp"

namespace prosper::rdf {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Length of the scheme before ":", 0 if the text has none (RFC 3986 §3.1).
std::size_t scheme_length(std::string_view text) {
  if (text.empty() || !is_alpha(text.front())) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i;
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

/// The five components of RFC 3986 §3; an absent one differs from an empty one.
struct IriParts {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

IriParts split(std::string_view text) {
  IriParts parts;
  if (const std::size_t length = scheme_length(text); length != 0) {
    parts.scheme = text.substr(0, length);
    text.remove_prefix(length + 1);
  }
  if (const std::size_t hash = text.find('#'); hash != text.npos) {
    parts.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != text.npos) {
    parts.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (text.starts_with("//")) {
    const std::size_t slash = std::min(text.find('/', 2), text.size());
    parts.authority = text.substr(2, slash - 2);
    text.remove_prefix(slash);
  }
  parts.path = text;
  return parts;
}

void drop_last_segment(std::string& out) {
  const std::size_t slash = out.rfind('/');
  out.resize(slash == std::string::npos ? 0 : slash);
}

/// RFC 3986 §5.2.4, rules A to E.
std::string remove_dot_segments(std::string_view in) {
  std::string out;
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./") || in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last_segment(out);
    } else if (in == "/..") {
      in = "/";
      drop_last_segment(out);
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t end = std::min(in.find('/', 1), in.size());
      out += in.substr(0, end);
      in.remove_prefix(end);
    }
  }
  return out;
}

/// RFC 3986 §5.2.3.
std::string merge(const IriParts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  std::string merged(base.path.substr(0, slash == base.path.npos ? 0 : slash + 1));
  return merged += path;
}

/// RFC 3986 §5.3, with the path given apart because it is usually a new one.
std::string recompose(const IriParts& parts, std::string_view path) {
  std::string out;
  if (parts.scheme) out.append(*parts.scheme).append(":");
  if (parts.authority) out.append("//").append(*parts.authority);
  out += path;
  if (parts.query) out.append("?").append(*parts.query);
  if (parts.fragment) out.append("#").append(*parts.fragment);
  return out;
}

constexpr std::array<bool, 256> make_iri_character_table() {
  std::array<bool, 256> allowed{};
  for (std::size_t i = 0x21; i < 256; ++i) allowed[i] = true;
  for (const char c : {'<', '>', '"', '{', '}', '|', '^', '`', '\\'}) {
    allowed[static_cast<unsigned char>(c)] = false;
  }
  return allowed;
}

constexpr std::array<bool, 256> iri_characters = make_iri_character_table();

/// ucschar of RFC 3987 §2.2: what iunreserved adds to unreserved.
bool is_ucschar(char32_t c) {
  if (c < 0x10000) {
    return (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
           (c >= 0xFDF0 && c <= 0xFFEF);
  }
  const char32_t in_plane = c & 0xFFFFU;
  return c <= 0xEFFFD && in_plane <= 0xFFFD && (c < 0xE0000 || in_plane >= 0x1000);
}

}  // namespace

bool is_absolute_iri(std::string_view text) {
  return scheme_length(text) != 0;
}

std::string resolve_iri(std::string_view base, std::string_view reference) {
  const IriParts from = split(base);
  IriParts target = split(reference);
  if (target.scheme) return recompose(target, remove_dot_segments(target.path));
  target.scheme = from.scheme;
  if (target.authority) return recompose(target, remove_dot_segments(target.path));
  target.authority = from.authority;
  if (target.path.empty()) {
    if (!target.query) target.query = from.query;
    return recompose(target, from.path);
  }
  if (target.path.front() == '/') return recompose(target, remove_dot_segments(target.path));
  return recompose(target, remove_dot_segments(merge(from, target.path)));
}

bool has_only_iri_characters(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return iri_characters[static_cast<unsigned char>(c)]; });
}

std::string percent_encode(std::string_view text, bool keep_unicode) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t start = offset;
    const char32_t code_point = next_code_point(text, offset);
    const std::string_view bytes = text.substr(start, offset - start);
    const char c = bytes.front();
    if (is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' ||
        (keep_unicode && is_ucschar(code_point))) {
      out += bytes;
      continue;
    }
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      out += '%';
      out += digits[value >> 4U];
      out += digits[value & 0xFU];
    }
  }
  return out;
}

}  // namespace prosper::rdf
