// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <thread>

namespace prosper::endpoint {

/// Takes connections on a port of 127.0.0.1, one after the other: reads a request and sends back,
/// byte for byte, what `answer` makes of it. An empty answer keeps the connection open and silent.
class LoopbackServer {
 public:
  explicit LoopbackServer(std::function<std::string(const std::string& request)> answer);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  /// "http://127.0.0.1:port".
  std::string address() const;

 private:
  void run();
  void answer_one(int connection);

  std::function<std::string(const std::string&)> answer_;
  int listening_;
  int wake_[2];
  int port_ = 0;
  std::thread thread_;
};

/// A whole response with a Content-Length.
std::string http_response(const std::string& status, const std::string& media_type,
                          const std::string& body, const std::string& headers = {});

}  // namespace prosper::endpoint
