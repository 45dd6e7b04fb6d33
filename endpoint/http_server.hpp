// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <string>

#include "endpoint/connection.hpp"
#include "endpoint/http/request.hpp"
#include "endpoint/http/response.hpp"

namespace prosper::endpoint {

struct ServerOptions {
  std::string host = "127.0.0.1";
  /// 0: any free port.
  int port = 7878;
  std::size_t workers = 64;
  /// Connections that may wait for a worker; more are answered 503 at once.
  std::size_t waiting = 1024;
  std::size_t body_bytes = 10U << 20U;
  std::chrono::milliseconds idle{5000};
  /// How long requests under way may go on after stop().
  std::chrono::milliseconds grace{5000};
  ConnectionLimits connection;
};

/// One line of the access log.
struct Access {
  std::string method;
  std::string target;
  int status = 0;
  std::size_t bytes = 0;
  std::chrono::milliseconds time{0};
  /// False: the body was cut, or the client left.
  bool complete = true;
};

/// HTTP/1.1 on a socket in front of a function from Request to Response. Every function given is
/// called from many threads at once.
class HttpServer {
 public:
  using Answer = std::function<Response(const Request&)>;
  using Describe = std::function<Response(const Request&, std::exception_ptr)>;
  using Log = std::function<void(const Access&)>;

  /// `describe` turns errors into responses; `log` may be empty.
  HttpServer(ServerOptions options, Answer answer, Describe describe, Log log);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  /// Takes the port and returns it; throws std::system_error when it is taken.
  int bind();
  /// Serves until stop(); requests under way are finished.
  void run();
  /// From any thread.
  void stop();

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace prosper::endpoint
