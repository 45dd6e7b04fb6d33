// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http/delivery.hpp"

#include <gtest/gtest.h>

namespace prosper::endpoint {
namespace {

class RecordedTransport final : public Transport {
 public:
  void head(const Response& response, std::optional<std::size_t> length) override {
    status = response.status;
    announced = length;
    ++heads;
  }

  void piece(std::string_view bytes) override {
    if (gone) throw ClientGone();
    body += bytes;
  }

  void end() override { ended = true; }

  int status = 0;
  int heads = 0;
  std::optional<std::size_t> announced;
  std::string body;
  bool ended = false;
  bool gone = false;
};

class DeliveryTest : public testing::Test {
 protected:
  Delivery deliver_stream(std::function<void(rdf::ByteSink&)> stream) {
    Response response;
    response.stream = std::move(stream);
    return deliver(std::move(response), transport_, options_,
                   [](std::exception_ptr) { return make_response(503, "text/plain", "too late"); });
  }

  RecordedTransport transport_;
  DeliveryOptions options_{false, 10, true};
};

TEST_F(DeliveryTest, SendsAShortBodyWithItsLength) {
  const Delivery sent = deliver_stream([](rdf::ByteSink& bytes) { bytes.write("short"); });
  EXPECT_TRUE(sent.complete);
  EXPECT_EQ(transport_.announced, 5U);
  EXPECT_EQ(transport_.body, "short");
  EXPECT_FALSE(transport_.ended);
}

TEST_F(DeliveryTest, SendsALongBodyInChunksWithAnEnd) {
  const Delivery sent = deliver_stream([](rdf::ByteSink& bytes) {
    for (int i = 0; i < 5; ++i) bytes.write("12345678");
  });
  EXPECT_TRUE(sent.complete);
  EXPECT_EQ(transport_.announced, std::nullopt);
  EXPECT_EQ(transport_.body.size(), 40U);
  EXPECT_TRUE(transport_.ended);
}

TEST_F(DeliveryTest, AnEarlyErrorBecomesAStatus) {
  const Delivery sent = deliver_stream([](rdf::ByteSink& bytes) {
    bytes.write("begun");
    throw std::runtime_error("deadline");
  });
  EXPECT_EQ(sent.status, 503);
  EXPECT_TRUE(sent.complete);
  EXPECT_EQ(transport_.status, 503);
  EXPECT_EQ(transport_.heads, 1);
  EXPECT_EQ(transport_.body, "too late");
}

TEST_F(DeliveryTest, ALateErrorCutsTheBody) {
  const Delivery sent = deliver_stream([](rdf::ByteSink& bytes) {
    bytes.write("more than ten bytes");
    throw std::runtime_error("deadline");
  });
  EXPECT_FALSE(sent.complete);
  EXPECT_EQ(transport_.status, 200);
  EXPECT_FALSE(transport_.ended);
}

TEST_F(DeliveryTest, AHeadRequestGetsNoBody) {
  options_.without_body = true;
  int written = 0;
  const Delivery sent = deliver_stream([&](rdf::ByteSink& bytes) {
    for (; written < 100; ++written) bytes.write("12345678");
  });
  EXPECT_TRUE(sent.complete);
  EXPECT_EQ(transport_.body, "");
  EXPECT_LT(written, 100) << "evaluation stops once the status is certain";
}

TEST_F(DeliveryTest, WithoutChunksTheWholeBodyIsHeld) {
  options_.chunks_allowed = false;
  deliver_stream([](rdf::ByteSink& bytes) {
    for (int i = 0; i < 5; ++i) bytes.write("12345678");
  });
  EXPECT_EQ(transport_.announced, 40U);
}

TEST_F(DeliveryTest, WithoutChunksALongBodyIsRefused) {
  options_.chunks_allowed = false;
  options_.longest_held = 1000;
  int written = 0;
  const Delivery sent = deliver_stream([&](rdf::ByteSink& bytes) {
    for (; written < 1000; ++written) bytes.write("12345678");
  });
  EXPECT_TRUE(sent.complete);
  EXPECT_EQ(transport_.announced, transport_.body.size());
  EXPECT_LE(written, 125);
}

TEST_F(DeliveryTest, AClientThatLeftEndsTheStream) {
  transport_.gone = true;
  const Delivery sent =
      deliver_stream([](rdf::ByteSink& bytes) { bytes.write("more than ten bytes"); });
  EXPECT_FALSE(sent.complete);
}

}  // namespace
}  // namespace prosper::endpoint
