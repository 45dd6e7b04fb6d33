// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <string_view>

#include "endpoint/http/response.hpp"

namespace prosper::endpoint {

/// The client's side of a delivery. Its functions throw ClientGone when nothing can be sent any
/// more.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// Status line and headers; without `length` the body follows in chunks.
  virtual void head(const Response& response, std::optional<std::size_t> length) = 0;
  /// A piece of the body.
  virtual void piece(std::string_view bytes) = 0;
  /// The end of a chunked body; never called for a body that was cut.
  virtual void end() = 0;
};

class ClientGone : public std::runtime_error {
 public:
  ClientGone() : std::runtime_error("the client has left") {}
};

struct Delivery {
  int status = 0;
  std::size_t body_bytes = 0;
  /// False when the body was cut: the connection must be closed.
  bool complete = false;
};

struct DeliveryOptions {
  /// A HEAD request: no body.
  bool without_body = false;
  /// A stream that ends within this many bytes is sent with its length, and its errors get a
  /// status.
  std::size_t buffer_bytes = 64U << 10U;
  /// HTTP/1.0 knows no chunks: the whole body is held, and its length sent.
  bool chunks_allowed = true;
  /// A longer body is refused then (505).
  std::size_t longest_held = std::size_t{64} << 20U;
};

/// Sends a response. An error of its stream before the first byte has left becomes the response
/// that `describe` makes of it; after that the body is cut.
Delivery deliver(Response response, Transport& transport, const DeliveryOptions& options,
                 const std::function<Response(std::exception_ptr)>& describe);

}  // namespace prosper::endpoint
