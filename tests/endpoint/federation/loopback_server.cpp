// SPDX-License-Identifier: Apache-2.0
#include "tests/endpoint/federation/loopback_server.hpp"

#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace prosper::endpoint {
namespace {

/// Head and body are there.
bool is_complete(const std::string& request) {
  const std::size_t end = request.find("\r\n\r\n");
  if (end == std::string::npos) return false;
  const std::size_t length = request.find("Content-Length: ");
  const std::size_t bytes =
      length < end ? std::stoul(request.substr(length + std::string("Content-Length: ").size()))
                   : 0;
  return request.size() >= end + 4 + bytes;
}

}  // namespace

LoopbackServer::LoopbackServer(std::function<std::string(const std::string&)> answer)
    : answer_(std::move(answer)), listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listening_, 16) != 0 || ::pipe(wake_) != 0 ||
      ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

LoopbackServer::~LoopbackServer() {
  ::close(wake_[1]);
  thread_.join();
  ::close(wake_[0]);
  ::close(listening_);
}

std::string LoopbackServer::address() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

void LoopbackServer::run() {
  while (true) {
    std::array<pollfd, 2> entries{{{listening_, POLLIN, 0}, {wake_[0], POLLIN, 0}}};
    ::poll(entries.data(), entries.size(), -1);
    if (entries[1].revents != 0) return;
    const int connection = ::accept(listening_, nullptr, nullptr);
    if (connection < 0) continue;
    answer_one(connection);
    ::close(connection);
  }
}

void LoopbackServer::answer_one(int connection) {
  std::string request;
  std::array<char, 4096> bytes;
  bool is_silent = false;
  while (true) {
    std::array<pollfd, 2> entries{{{connection, POLLIN, 0}, {wake_[0], POLLIN, 0}}};
    ::poll(entries.data(), entries.size(), -1);
    if (entries[1].revents != 0) return;
    const ssize_t count = ::recv(connection, bytes.data(), bytes.size(), 0);
    if (count <= 0) return;
    request.append(bytes.data(), static_cast<std::size_t>(count));
    if (is_silent || !is_complete(request)) continue;
    const std::string response = answer_(request);
    is_silent = response.empty();
    if (is_silent) continue;
    ::send(connection, response.data(), response.size(), MSG_NOSIGNAL);
    return;
  }
}

std::string http_response(const std::string& status, const std::string& media_type,
                          const std::string& body, const std::string& headers) {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + media_type +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

}  // namespace prosper::endpoint
