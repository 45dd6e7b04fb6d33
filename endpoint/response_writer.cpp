// SPDX-License-Identifier: Apache-2.0
#include "endpoint/response_writer.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace prosper::endpoint {
namespace {

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm time{};
  gmtime_r(&now, &time);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &time)};
}

/// Header values come from data as well: a line break must not start a header of its own.
std::string without_breaks(std::string_view value) {
  std::string safe(value);
  for (char& c : safe)
    if (c == '\r' || c == '\n' || c == '\0') c = ' ';
  return safe;
}

}  // namespace

void ResponseWriter::send(std::string_view bytes) {
  if (connection_.write(bytes.data(), bytes.size()) < 0) throw ClientGone();
}

void ResponseWriter::head(const Response& response, std::optional<std::size_t> length) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " ";
  text += std::string(reason_phrase(response.status)) + "\r\nDate: " + http_date() + "\r\n";
  for (const auto& [name, value] : response.headers)
    text += name + ": " + without_breaks(value) + "\r\n";
  const bool has_body = response.status != 204 && response.status != 304;
  chunked_ = !length;
  if (chunked_)
    text += "Transfer-Encoding: chunked\r\n";
  else if (has_body)
    text += "Content-Length: " + std::to_string(*length) + "\r\n";
  if (close_after_) text += "Connection: close\r\n";
  send(text + "\r\n");
}

void ResponseWriter::piece(std::string_view bytes) {
  if (bytes.empty()) return;
  if (!chunked_) return send(bytes);
  std::array<char, 24> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
  send(std::string(size.data()).append(bytes).append("\r\n"));
}

void ResponseWriter::end() {
  if (chunked_) send("0\r\n\r\n");
}

void ResponseWriter::refuse_busy() {
  Response response =
      make_response(503, "application/json",
                    "{\"status\":503,\"code\":\"server-full\","
                    "\"message\":\"All connections are taken; try again in a moment.\"}\n");
  response.set("Retry-After", "5");
  try {
    head(response, response.body.size());
    piece(response.body);
  } catch (const ClientGone&) {
    return;
  }
}

}  // namespace prosper::endpoint
