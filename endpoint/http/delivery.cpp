// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http/delivery.hpp"

namespace prosper::endpoint {
namespace {

/// Thrown out of the stream of a HEAD request once its status is certain.
struct BodyNotWanted {};

/// Holds the first bytes back, so that an early error can still become a status.
class HeldBack final : public rdf::ByteSink {
 public:
  HeldBack(const Response& response, Transport& transport, const DeliveryOptions& options)
      : response_(response),
        transport_(transport),
        without_body_(options.without_body),
        may_start_(options.chunks_allowed),
        limit_(options.chunks_allowed ? options.buffer_bytes : options.longest_held) {}

  void write(std::string_view bytes) override {
    buffer_ += bytes;
    if (buffer_.size() < limit_) return;
    if (!may_start_)
      throw HttpError(505, "http-version",
                      "This answer is too long for HTTP/1.0, which needs its length beforehand; "
                      "expected HTTP/1.1.");
    flush();
  }

  void flush() {
    if (!started_) {
      started_ = true;
      transport_.head(response_, std::nullopt);
    }
    if (without_body_) throw BodyNotWanted{};
    if (buffer_.empty()) return;
    sent_ += buffer_.size();
    transport_.piece(buffer_);
    buffer_.clear();
  }

  bool started() const { return started_; }

  std::size_t sent() const { return sent_; }

  const std::string& buffer() const { return buffer_; }

 private:
  const Response& response_;
  Transport& transport_;
  bool without_body_;
  bool may_start_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t sent_ = 0;
  bool started_ = false;
};

Delivery deliver_text(const Response& response, std::string_view body, Transport& transport,
                      bool without_body) {
  Delivery delivery{response.status, without_body ? 0 : body.size(), false};
  transport.head(response, body.size());
  if (!without_body && !body.empty()) transport.piece(body);
  delivery.complete = true;
  return delivery;
}

}  // namespace

Delivery deliver(Response response, Transport& transport, const DeliveryOptions& options,
                 const std::function<Response(std::exception_ptr)>& describe) {
  if (!response.stream) {
    try {
      return deliver_text(response, response.body, transport, options.without_body);
    } catch (const ClientGone&) {
      return {response.status, 0, false};
    }
  }
  HeldBack body(response, transport, options);
  try {
    response.stream(body);
    if (!body.started())
      return deliver_text(response, body.buffer(), transport, options.without_body);
    body.flush();
    transport.end();
    return {response.status, body.sent(), true};
  } catch (const BodyNotWanted&) {
    return {response.status, 0, true};
  } catch (const ClientGone&) {
    return {response.status, body.sent(), false};
  } catch (...) {
    if (body.started()) return {response.status, body.sent(), false};
    Response failure = describe(std::current_exception());
    try {
      return deliver_text(failure, failure.body, transport, options.without_body);
    } catch (const ClientGone&) {
      return {failure.status, 0, false};
    }
  }
}

}  // namespace prosper::endpoint
