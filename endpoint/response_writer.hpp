// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "endpoint/connection.hpp"
#include "endpoint/http/delivery.hpp"

namespace prosper::endpoint {

/// Writes a response as HTTP/1.1 (RFC 9112) to a connection: with its length, or in chunks whose
/// end marker only a complete body gets.
class ResponseWriter final : public Transport {
 public:
  ResponseWriter(Connection& connection, bool close_after)
      : connection_(connection), close_after_(close_after) {}

  void head(const Response& response, std::optional<std::size_t> length) override;
  void piece(std::string_view bytes) override;
  void end() override;

  /// The short answer of a server that has no worker left.
  void refuse_busy();

 private:
  void send(std::string_view bytes);

  Connection& connection_;
  bool close_after_;
  bool chunked_ = false;
};

}  // namespace prosper::endpoint
