// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/remote_url.hpp"

#include <algorithm>
#include <charconv>

#include "store/rdf/iri_resolver.hpp"

namespace prosper::endpoint {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view lower_letters = "abcdefghijklmnopqrstuvwxyz";

[[noreturn]] void refuse(std::string_view iri, const char* reason) {
  throw MalformedUrl("<" + std::string(iri) + "> " + reason);
}

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_unreserved(char c) {
  return digits.find(c) != std::string_view::npos ||
         lower_letters.find(to_lower(c)) != std::string_view::npos || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void append_encoded(std::string& out, unsigned char byte) {
  static constexpr std::string_view alphabet = "0123456789ABCDEF";
  out += '%';
  out += alphabet[byte >> 4U];
  out += alphabet[byte & 0xFU];
}

/// Percent-encodings of unreserved characters undone, all others in upper case, and encoded what a
/// URL cannot hold (RFC 3987 §3.1). A path and a query differ in nothing that matters here.
std::string normalise(std::string_view text, std::string_view iri) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      const int high = i + 1 < text.size() ? hexadecimal(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
      if (high < 0 || low < 0) refuse(iri, "holds a broken percent-encoding");
      const char decoded = static_cast<char>(high * 16 + low);
      if (is_unreserved(decoded))
        out += decoded;
      else
        append_encoded(out, static_cast<unsigned char>(decoded));
      i += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      append_encoded(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

/// A registered name, or an IPv4 address in whatever spelling: it is resolved like a name, and what
/// counts is the address that comes out.
std::string read_name(std::string_view host, std::string_view iri) {
  std::string name;
  for (const char c : host) {
    name += to_lower(c);
    if ((static_cast<unsigned char>(c) & 0x80U) != 0)
      refuse(iri, "has a host beyond ASCII; write it in its xn-- form");
    if (!is_unreserved(c) || c == '~') refuse(iri, "has a host that is no name");
  }
  if (name.ends_with('.')) name.pop_back();
  if (name.empty() || name.size() > 253) refuse(iri, "has no host, or one too long");
  return name;
}

std::string read_ipv6(std::string_view host, std::string_view iri) {
  std::string address(host);
  std::transform(address.begin(), address.end(), address.begin(), to_lower);
  if (address.empty() || address.find_first_not_of("0123456789abcdef:.") != std::string::npos)
    refuse(iri, "has a host in brackets that is no IPv6 address");
  return address;
}

int read_port(std::string_view text, std::string_view iri) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || port < 1 || port > 65535)
    refuse(iri, "has a port that is none");
  return port;
}

void read_authority(std::string_view authority, std::string_view iri, RemoteUrl& url) {
  if (authority.find('@') != std::string_view::npos)
    refuse(iri, "has user information before its host");
  url.port = url.is_secure ? 443 : 80;
  std::string_view port;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos) refuse(iri, "has a bracket that does not end");
    url.host = read_ipv6(authority.substr(1, end - 1), iri);
    port = authority.substr(end + 1);
  } else {
    const std::size_t colon = authority.find(':');
    url.host = read_name(authority.substr(0, colon), iri);
    if (colon != std::string_view::npos) port = authority.substr(colon);
  }
  if (!port.empty() && port.front() != ':') refuse(iri, "has something behind its host");
  if (port.size() > 1) url.port = read_port(port.substr(1), iri);
}

}  // namespace

RemoteUrl parse_remote_url(std::string_view iri) {
  RemoteUrl url;
  const std::size_t colon = iri.find(':');
  std::string scheme(iri.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), to_lower);
  url.is_secure = scheme == "https";
  if (colon == std::string_view::npos || (scheme != "http" && scheme != "https"))
    refuse(iri, "is no http or https address");
  std::string_view rest = iri.substr(colon + 1);
  if (!rest.starts_with("//") || !rdf::has_only_iri_characters(iri) || iri.size() > 8000)
    refuse(iri, "is no well-formed address");
  rest.remove_prefix(2);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  read_authority(rest.substr(0, end), iri, url);
  rest.remove_prefix(end);
  const std::size_t question = rest.find('?');
  const std::string path = normalise(rest.substr(0, question), iri);
  // Dots are decoded first: %2e%2e is a parent folder to many servers.
  url.path = rdf::resolve_iri("http://h", path.empty() ? "/" : path).substr(8);
  if (question != std::string_view::npos) url.query = normalise(rest.substr(question + 1), iri);
  return url;
}

std::string RemoteUrl::target() const {
  return query ? path + "?" + *query : path;
}

std::string RemoteUrl::host_header() const {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  const std::string name = is_ipv6 ? "[" + host + "]" : host;
  return port == (is_secure ? 443 : 80) ? name : name + ":" + std::to_string(port);
}

std::string RemoteUrl::text() const {
  return (is_secure ? "https://" : "http://") + host_header() + target();
}

}  // namespace prosper::endpoint
