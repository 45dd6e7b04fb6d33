// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/write_access.hpp"

#include "endpoint/http/response.hpp"

namespace prosper::endpoint {
namespace {

void require_token(std::string_view token, const Request& request) {
  const std::string_view header = request.header("Authorization").value_or("");
  if (header.empty())
    throw HttpError(401, "token-required",
                    "Writing needs the header Authorization: Bearer <token>.")
        .with("WWW-Authenticate", "Bearer realm=\"prosper\"");
  constexpr std::string_view scheme = "Bearer ";
  const bool is_bearer =
      header.size() > scheme.size() && equal_ignoring_case(header.substr(0, scheme.size()), scheme);
  if (!is_bearer || !equal_in_constant_time(header.substr(scheme.size()), token))
    throw HttpError(401, "token-wrong", "The token in the Authorization header is not valid here.")
        .with("WWW-Authenticate", "Bearer realm=\"prosper\", error=\"invalid_token\"");
}

/// Pages of other sites can make a browser on this machine send requests; they carry an Origin, and
/// with a rebound name a foreign Host.
void require_local_origin(const Request& request) {
  const std::string_view host = request.header("Host").value_or("");
  if (!is_loopback_host(host))
    throw HttpError(403, "foreign-host", "Open writes are only taken under a loopback host name.");
  const auto origin = request.header("Origin");
  if (origin && *origin != std::string("http://").append(host))
    throw HttpError(403, "foreign-origin", "Open writes are not taken from pages of other sites.");
}

}  // namespace

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < left.size(); ++i)
    difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
  return difference == 0;
}

bool is_loopback_host(std::string_view host) {
  if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
  host = host.substr(0, host.find(':'));
  if (equal_ignoring_case(host, "localhost")) return true;
  return host.starts_with("127.") &&
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

void require_write_access(const WriteAccess& access, const Request& request) {
  switch (access.mode) {
    case WriteAccess::Mode::Refused:
      throw HttpError(403, "writes-disabled",
                      "This server is read-only; start it with --write-token-file to write.");
    case WriteAccess::Mode::Token:
      return require_token(access.token, request);
    case WriteAccess::Mode::Open:
      return require_local_origin(request);
  }
}

}  // namespace prosper::endpoint
