// SPDX-License-Identifier: Apache-2.0
#include "endpoint/federation/http_exchange.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <fcntl.h>
#include <httplib.h>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "endpoint/federation/public_address.hpp"
#include "sparql/sparql.hpp"

namespace prosper::endpoint {
namespace {

using sparql::RemoteError;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using Reason = RemoteError::Reason;

constexpr milliseconds connection_time{5000};
constexpr milliseconds look_around{20};
/// For the other thread to notice that nobody waits for it any more.
constexpr milliseconds farewell{60};
/// Threads that are given up may wait for a name server a while longer.
constexpr int maximum_threads = 256;

std::atomic<int> threads{0};

/// One of the threads that may be.
class ThreadPlace {
 public:
  ThreadPlace() {
    if (++threads <= maximum_threads) return;
    --threads;
    throw RemoteError(Reason::Failed, "too many calls are under way");
  }

  ThreadPlace(const ThreadPlace&) = delete;
  ThreadPlace& operator=(const ThreadPlace&) = delete;

  ~ThreadPlace() { --threads; }
};

std::string_view reason_of(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
      return "nobody answers there";
    case httplib::Error::Read:
      return "the answer broke off";
    case httplib::Error::Write:
      return "the request could not be sent";
    case httplib::Error::SSLConnection:
      return "no secure connection came about";
    case httplib::Error::SSLServerVerification:
      return "the certificate is another server's, out of date, or of an unknown authority";
    default:
      return "no valid HTTP answer came";
  }
}

/// What the thread that calls and the one that waits for it share; whoever leaves last drops it.
class Exchange {
 public:
  explicit Exchange(HttpCall call) : call_(std::move(call)), end_(Clock::now() + call_.time) {}

  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  ~Exchange() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  /// On a thread of its own.
  void run() {
    HttpAnswer answer;
    std::exception_ptr error;
    try {
      answer = call();
    } catch (...) {
      error = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      answer_ = std::move(answer);
      // With one owner at a time, nobody frees what the other one reads.
      error_ = std::move(error);
      is_done_ = true;
    }
    done_.notify_all();
  }

  bool is_done() {
    const std::lock_guard lock(mutex_);
    return is_done_;
  }

  HttpAnswer wait(const sparql::CallLimits& limits) {
    std::unique_lock lock(mutex_);
    while (!done_.wait_for(lock, look_around, [this] { return is_done_; })) {
      const bool is_cancelled = limits.cancelled != nullptr && limits.cancelled->load();
      const bool is_late = limits.deadline && Clock::now() >= *limits.deadline;
      const bool is_over = Clock::now() >= end_;
      if (!is_cancelled && !is_late && !is_over) continue;
      give_up(lock);
      if (is_cancelled) throw sparql::QueryCancelled("the request was cancelled");
      if (is_late) throw sparql::QueryCancelled("the request took longer than it may");
      throw RemoteError(Reason::TimedOut,
                        "no answer within " + std::to_string(call_.time.count()) + " ms");
    }
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
    return std::move(answer_);
  }

 private:
  /// Reads and writes of the other thread end at once.
  void give_up(std::unique_lock<std::mutex>& lock) {
    is_given_up_ = true;
    if (descriptor_ >= 0) ::shutdown(descriptor_, SHUT_RDWR);
    done_.wait_for(lock, farewell, [this] { return is_done_; });
  }

  /// A descriptor of our own for the socket: the library may close its own at any time.
  void keep_socket(socket_t socket) {
    const std::lock_guard lock(mutex_);
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
  }

  bool is_given_up() {
    const std::lock_guard lock(mutex_);
    return is_given_up_;
  }

  HttpAnswer call() {
    const std::vector<std::string> addresses = resolve_host(call_.url.host, call_.allows_private);
    std::string failure = "it has no address";
    for (const std::string& address : addresses) {
      if (is_given_up() || Clock::now() >= end_) break;
      const std::unique_ptr<httplib::ClientImpl> client = make_client();
      client->set_hostname_addr_map({{call_.url.host, address}});
      prepare(*client);
      HttpAnswer answer;
      bool is_too_long = false;
      const httplib::Result result = client->send(make_request(answer, is_too_long));
      if (is_too_long)
        throw RemoteError(Reason::Failed,
                          "the answer is over " + std::to_string(call_.maximum_bytes) + " bytes");
      if (result) return read_head(result.value(), std::move(answer));
      failure = "connection to " + call_.url.host_header() + " failed (" +
                std::string(reason_of(result.error())) + ")";
      if (result.error() != httplib::Error::Connection) break;
    }
    throw RemoteError(Reason::Failed, failure);
  }

  std::unique_ptr<httplib::ClientImpl> make_client() const {
    if (call_.url.is_secure)
      return std::make_unique<httplib::SSLClient>(call_.url.host, call_.url.port);
    return std::make_unique<httplib::ClientImpl>(call_.url.host, call_.url.port);
  }

  void prepare(httplib::ClientImpl& client) {
    const auto left =
        std::max(milliseconds(1), std::chrono::duration_cast<milliseconds>(end_ - Clock::now()));
    client.set_connection_timeout(std::min(left, connection_time));
    // Later than wait() ends, which knows whose time it was.
    client.set_read_timeout(left + 10 * farewell);
    client.set_write_timeout(left + 10 * farewell);
    client.set_url_encode(false);
    client.set_socket_options([this](socket_t socket) { keep_socket(socket); });
  }

  httplib::Request make_request(HttpAnswer& answer, bool& is_too_long) const {
    httplib::Request request;
    request.method = call_.method;
    request.path = call_.url.target();
    request.body = call_.body;
    request.headers.emplace("Host", call_.url.host_header());
    request.headers.emplace("Accept-Encoding", "gzip");
    for (const auto& [name, value] : call_.headers) request.headers.emplace(name, value);
    request.content_receiver = [&, limit = call_.maximum_bytes](const char* bytes, std::size_t size,
                                                                std::uint64_t, std::uint64_t) {
      is_too_long = answer.body.size() + size > limit;
      if (!is_too_long) answer.body.append(bytes, size);
      return !is_too_long;
    };
    return request;
  }

  static HttpAnswer read_head(const httplib::Response& response, HttpAnswer answer) {
    answer.status = response.status;
    answer.location = response.get_header_value("Location");
    std::string type = response.get_header_value("Content-Type");
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ') type.pop_back();
    std::transform(type.begin(), type.end(), type.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    answer.media_type = std::move(type);
    return answer;
  }

  const HttpCall call_;
  const Clock::time_point end_;
  std::mutex mutex_;
  std::condition_variable done_;
  bool is_done_ = false;
  bool is_given_up_ = false;
  int descriptor_ = -1;
  HttpAnswer answer_;
  std::exception_ptr error_;
};

/// OpenSSL writes to a connection that is gone as if nothing were, and the signal would end the
/// program.
void block_broken_pipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

/// Nobody can make a look-up of a name end early, so only a thread whose call is over is waited
/// for: what it leaves behind in OpenSSL is gone then.
class CallingThread {
 public:
  explicit CallingThread(std::shared_ptr<Exchange> exchange)
      : exchange_(std::move(exchange)),
        thread_([shared = exchange_, place = std::make_unique<ThreadPlace>()] {
          block_broken_pipes();
          shared->run();
        }) {}

  CallingThread(const CallingThread&) = delete;
  CallingThread& operator=(const CallingThread&) = delete;

  ~CallingThread() {
    if (exchange_->is_done()) {
      thread_.join();
    } else {
      thread_.detach();
    }
  }

 private:
  const std::shared_ptr<Exchange> exchange_;
  std::thread thread_;
};

}  // namespace

HttpAnswer exchange(const HttpCall& call, const sparql::CallLimits& limits) {
  const auto shared = std::make_shared<Exchange>(call);
  const CallingThread thread(shared);
  return shared->wait(limits);
}

}  // namespace prosper::endpoint
