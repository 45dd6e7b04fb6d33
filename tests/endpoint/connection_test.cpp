// SPDX-License-Identifier: Apache-2.0
#include "endpoint/connection.hpp"

#include <array>
#include <gmock/gmock.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "endpoint/client_watch.hpp"
#include "endpoint/response_writer.hpp"

namespace prosper::endpoint {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;

bool never(milliseconds /*waited*/) {
  return false;
}

class ConnectionTest : public testing::Test {
 protected:
  ConnectionTest() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()), 0); }

  ~ConnectionTest() override {
    if (client() >= 0) ::close(client());
  }

  int client() const { return ends_[1]; }

  void say(std::string_view bytes) {
    EXPECT_EQ(::send(client(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  }

  std::string hear() {
    std::array<char, 65536> bytes;
    const ssize_t count = ::recv(client(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    return count > 0 ? std::string(bytes.data(), static_cast<std::size_t>(count)) : std::string();
  }

  void leave() {
    ::close(client());
    ends_[1] = -1;
  }

  ConnectionLimits limits_{milliseconds(100), 1000, 100};
  std::array<int, 2> ends_{};
};

TEST_F(ConnectionTest, ReadsWhatWasSent) {
  Connection connection(ends_[0], limits_);
  say("hello");
  ASSERT_TRUE(connection.await_request(milliseconds(500), never));
  std::array<char, 3> bytes{};
  EXPECT_EQ(connection.read(bytes.data(), 3), 3);
  EXPECT_TRUE(connection.is_readable());
  EXPECT_EQ(connection.read(bytes.data(), 3), 2);
  EXPECT_FALSE(connection.is_readable());
}

TEST_F(ConnectionTest, ASilentClientIsNotWaitedFor) {
  Connection connection(ends_[0], limits_);
  EXPECT_FALSE(connection.await_request(milliseconds(50), never));
  EXPECT_FALSE(connection.await_request(milliseconds(60'000), [](milliseconds) { return true; }));
}

TEST_F(ConnectionTest, ATrickleDoesNotStretchTheDeadline) {
  Connection connection(ends_[0], limits_);
  std::atomic<bool> done{false};
  std::thread trickle([&] {
    while (!done.load()) {
      say("x");
      std::this_thread::sleep_for(milliseconds(20));
    }
  });
  ASSERT_TRUE(connection.await_request(milliseconds(500), never));
  const auto start = std::chrono::steady_clock::now();
  char byte = 0;
  while (connection.read(&byte, 1) == 1) {
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, milliseconds(1500));
  done = true;
  trickle.join();
}

TEST_F(ConnectionTest, AClientThatTakesNothingIsCutOff) {
  // What the kernel takes on its behalf counts as taken: at 1 MB/s, a fifth of a second.
  limits_.bytes_per_second = 1'000'000;
  Connection connection(ends_[0], limits_);
  const std::string much(16U << 20U, 'x');
  EXPECT_EQ(connection.write(much.data(), much.size()), -1);
}

TEST_F(ConnectionTest, AHeadThatIsTooLongEndsInBlankLines) {
  Connection connection(ends_[0], limits_);
  say(std::string(200, 'x'));
  ASSERT_TRUE(connection.await_request(milliseconds(500), never));
  std::string head;
  for (char byte = 0; !head.ends_with("\r\n\r\n"); head += byte)
    ASSERT_EQ(connection.read(&byte, 1), 1);
  EXPECT_TRUE(connection.head_overflow());
  EXPECT_EQ(head.size(), 104U);
}

TEST_F(ConnectionTest, ABodyMayBeLonger) {
  Connection connection(ends_[0], limits_);
  say(std::string(200, 'x'));
  ASSERT_TRUE(connection.await_request(milliseconds(500), never));
  connection.begin_body();
  std::array<char, 200> bytes;
  EXPECT_EQ(connection.read(bytes.data(), bytes.size()), 200);
  EXPECT_FALSE(connection.head_overflow());
}

TEST_F(ConnectionTest, TheWatchNoticesWhoLeaves) {
  Connection connection(ends_[0], limits_);
  ClientWatch watch;
  std::atomic<bool> gone{false};
  const ClientWatch::Watching watching(watch, connection.descriptor(), &gone);
  std::this_thread::sleep_for(milliseconds(60));
  EXPECT_FALSE(gone.load());
  leave();
  for (int i = 0; i < 100 && !gone.load(); ++i) std::this_thread::sleep_for(milliseconds(10));
  EXPECT_TRUE(gone.load());
}

TEST_F(ConnectionTest, ResponsesAreWrittenAsHttp) {
  Connection connection(ends_[0], limits_);
  Response response = make_response(404, "text/plain", "nothing");
  response.set("X-From-Data", "a\r\nSet-Cookie: evil");
  ResponseWriter writer(connection, true);
  writer.head(response, 7);
  writer.piece(response.body);
  const std::string text = hear();
  EXPECT_THAT(text, testing::StartsWith("HTTP/1.1 404 Not Found\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nContent-Length: 7\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nConnection: close\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nSet-Cookie")));
  EXPECT_THAT(text, testing::EndsWith("\r\n\r\nnothing"));
}

TEST_F(ConnectionTest, OnlyACompleteBodyGetsTheLastChunk) {
  Connection connection(ends_[0], limits_);
  ResponseWriter writer(connection, false);
  writer.head(make_response(200, "text/plain", ""), std::nullopt);
  writer.piece("0123456789abcdef");
  EXPECT_THAT(hear(), testing::EndsWith("\r\n10\r\n0123456789abcdef\r\n"));
  writer.end();
  EXPECT_EQ(hear(), "0\r\n\r\n");
}

}  // namespace
}  // namespace prosper::endpoint
