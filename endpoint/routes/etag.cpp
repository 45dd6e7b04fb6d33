// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/etag.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace prosper::endpoint {
namespace {

/// FNV-1a, 64 bits: enough to tell versions of one document apart.
std::uint64_t hash(std::string_view text, std::uint64_t state) {
  for (const char c : text) {
    state ^= static_cast<unsigned char>(c);
    state *= 0x100000001b3ULL;
  }
  return state;
}

std::string make_etag(const Response& response) {
  std::array<char, 24> text{};
  const std::uint64_t value =
      hash(response.header("Content-Type"), hash(response.body, 0xcbf29ce484222325ULL));
  const int length = std::snprintf(text.data(), text.size(), "\"%016llx\"",
                                   static_cast<unsigned long long>(value));
  return {text.data(), static_cast<std::size_t>(length)};
}

/// If-None-Match holds "*" or a list of tags, weakly compared.
bool matches(std::string_view list, std::string_view etag) {
  if (list == "*") return true;
  for (std::size_t at = list.find(etag); at != std::string_view::npos;
       at = list.find(etag, at + 1)) {
    const std::size_t end = at + etag.size();
    if (end == list.size() || list[end] == ',' || list[end] == ' ') return true;
  }
  return false;
}

}  // namespace

Response with_etag(const Request& request, Response response) {
  const std::string etag = make_etag(response);
  response.set("ETag", etag);
  if (request.is_read() && matches(request.header("If-None-Match").value_or(""), etag)) {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

}  // namespace prosper::endpoint
