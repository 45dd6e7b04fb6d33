// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/remote_call.hpp"

#include "endpoint/federation/federation.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using Reason = RemoteError::Reason;

/// What a stranger sent must not steer a terminal.
std::string first_words(const std::string& text) {
  constexpr std::size_t maximum = 200;
  std::string words = text.substr(0, maximum);
  for (char& c : words)
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7f') c = ' ';
  while (!words.empty() && static_cast<unsigned char>(words.back()) >= 0x80) words.pop_back();
  return words;
}

}  // namespace

RemoteUrl allowed_url(const std::string& iri, const AllowList& allowed, const char* option) {
  RemoteUrl url;
  try {
    url = parse_remote_url(iri);
  } catch (const MalformedUrl& error) {
    throw RemoteError(Reason::Refused, error.what());
  }
  if (!allowed.allows(url))
    throw RemoteError(Reason::Refused,
                      "refused by configuration; none of the prefixes given with " +
                          std::string(option) + " covers " + url.text());
  return url;
}

std::vector<std::pair<std::string, std::string>> call_headers(const sparql::CallLimits& limits) {
  constexpr unsigned maximum_depth = 3;
  if (limits.depth >= maximum_depth)
    throw RemoteError(Reason::TooDeep, "the request has passed " + std::to_string(limits.depth) +
                                           " endpoints; it may go in a circle");
  return {{"User-Agent", "Prosper/0.1"}, {call_depth_header, std::to_string(limits.depth + 1)}};
}

RemoteError status_error(const HttpAnswer& answer) {
  std::string message = "answered with status " + std::to_string(answer.status);
  if (!answer.location.empty())
    message +=
        " (redirections are not followed; this one leads to " + first_words(answer.location) + ")";
  else if (!answer.body.empty() && answer.media_type != "text/html")
    message += ": " + first_words(answer.body);
  const bool is_timeout = answer.status == 504 || answer.status == 408;
  return {is_timeout ? Reason::TimedOut : Reason::Failed, message};
}

}  // namespace prosper::endpoint
