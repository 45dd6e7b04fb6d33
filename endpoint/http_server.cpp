// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http_server.hpp"

#include <atomic>
#include <httplib.h>
#include <system_error>

#include "endpoint/client_watch.hpp"
#include "endpoint/http/form.hpp"
#include "endpoint/response_writer.hpp"

namespace prosper::endpoint {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// What the HTTP library reads from and writes to. We write responses ourselves (chunks that can be
/// cut, exact deadlines); what the library would write after that is dropped.
class LibraryStream final : public httplib::Stream {
 public:
  explicit LibraryStream(Connection& connection) : connection_(connection) {}

  bool is_readable() const override { return connection_.is_readable(); }

  bool is_writable() const override { return connection_.is_writable(); }

  ssize_t read(char* bytes, std::size_t size) override { return connection_.read(bytes, size); }

  ssize_t write(const char* bytes, std::size_t size) override {
    return answered ? static_cast<ssize_t>(size) : connection_.write(bytes, size);
  }

  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}

  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}

  // The library only compares it with FD_SETSIZE, which does not concern poll().
  socket_t socket() const override { return 0; }

  Connection& connection() { return connection_; }

  bool answered = false;
  bool close_after = false;
  bool is_http_1_1 = true;
  std::string target;

 private:
  Connection& connection_;
};

/// Worker threads with a bounded queue. A connection that finds it full is worked on at once by the
/// accepting thread, which sees `refusing` and answers 503.
class BoundedQueue final : public httplib::TaskQueue {
 public:
  BoundedQueue(std::size_t workers, std::size_t waiting)
      : pool_(workers), workers_(workers), limit_(waiting) {}

  void enqueue(std::function<void()> task) override {
    if (queued_.load() >= limit_) {
      refusing = true;
      task();
      refusing = false;
      return;
    }
    ++queued_;
    pool_.enqueue([this, task = std::move(task)] {
      --queued_;
      ++busy_;
      task();
      --busy_;
    });
  }

  void shutdown() override { pool_.shutdown(); }

  /// Whether somebody waits for a worker that is busy; an idle one is only on its way.
  bool has_waiting() const { return queued_.load() > 0 && busy_.load() >= workers_; }

  static thread_local bool refusing;

 private:
  httplib::ThreadPool pool_;
  std::size_t workers_;
  std::size_t limit_;
  std::atomic<std::size_t> queued_{0};
  std::atomic<std::size_t> busy_{0};
};

thread_local bool BoundedQueue::refusing = false;

/// The connection a worker is busy with; the library's handlers get no way to it otherwise.
thread_local LibraryStream* current_stream = nullptr;

Request to_request(const httplib::Request& from) {
  Request request;
  request.method = from.method;
  for (const auto& [name, value] : from.headers) request.headers.emplace_back(name, value);
  return request;
}

}  // namespace

class HttpServer::Listener final : public httplib::Server {
 public:
  Listener(ServerOptions options, Answer answer, Describe describe, Log log)
      : options_(std::move(options)),
        answer_(std::move(answer)),
        describe_(std::move(describe)),
        log_(std::move(log)) {
    new_task_queue = [this] {
      queue_ = new BoundedQueue(options_.workers, options_.waiting);
      return queue_;
    };
    set_socket_options([this](socket_t descriptor) {
      const int yes = 1;
      ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      listening_ = descriptor;
    });
    install_handlers();
  }

  int bind() {
    bool bound = true;
    if (options_.port == 0) {
      options_.port = bind_to_any_port(options_.host);
      bound = options_.port > 0;
    } else {
      bound = bind_to_port(options_.host, options_.port);
    }
    if (!bound)
      throw std::system_error(
          errno, std::generic_category(),
          "cannot listen on " + options_.host + " port " + std::to_string(options_.port));
    // The library's backlog of 5 drops connections of any burst.
    constexpr int backlog = 1024;
    ::listen(listening_, backlog);
    return options_.port;
  }

  void run() {
    while (!stopping_.load()) {
      listen_after_bind();
      // accept() fails for one aborted connection, and the library gives up: take the port again.
      if (!stopping_.load()) bind();
    }
  }

  void stop_serving() {
    stopping_.store(true);
    grace_ends_ = std::thread([this] {
      for (auto left = options_.grace; left.count() > 0 && is_running(); left -= milliseconds(50))
        std::this_thread::sleep_for(milliseconds(50));
      watch_.cancel_all();
    });
    httplib::Server::stop();
  }

  ~Listener() override {
    if (grace_ends_.joinable()) grace_ends_.join();
  }

 private:
  void install_handlers() {
    using Status = httplib::Server::HandlerResponse;
    set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
      if (takes_body(from)) return Status::Unhandled;
      LibraryStream& stream = *current_stream;
      // A body nobody reads would be taken for the next request.
      if (from.has_header("Content-Length") || from.has_header("Transfer-Encoding"))
        stream.close_after = true;
      answer(to_request(from));
      to.status = 200;
      return Status::Handled;
    });
    const auto with_body = [this](const httplib::Request& from, httplib::Response& to,
                                  const httplib::ContentReader& read) {
      answer_with_body(from, read);
      to.status = 200;
    };
    // setup_request() has put the path aside, so that no expression is matched against it.
    Post("/", with_body);
    Put("/", with_body);
    Patch("/", with_body);
    // The library's own errors: a head it cannot read.
    set_error_handler([this](const httplib::Request& from, httplib::Response& to) {
      if (current_stream->answered) return;
      refuse(to_request(from), library_error(to.status));
    });
  }

  static bool takes_body(const httplib::Request& from) {
    return from.method == "POST" || from.method == "PUT" || from.method == "PATCH";
  }

  /// Exactly one readable statement of the length; a proxy might believe another one (RFC 9112
  /// §6.3).
  static bool has_one_length(const httplib::Request& from) {
    const std::string length = from.get_header_value("Content-Length");
    if (from.has_header("Transfer-Encoding"))
      return !from.has_header("Content-Length") &&
             equal_ignoring_case(from.get_header_value("Transfer-Encoding"), "chunked");
    return from.get_header_value_count("Content-Length") == 1 && !length.empty() &&
           length.size() < 19 && length.find_first_not_of("0123456789") == std::string::npos;
  }

  static HttpError library_error(int status) {
    if (status == 414)
      return {414, "uri-too-long", "The address is over 8,192 bytes; send the query as a POST."};
    return {status == 416 ? 416 : 400, "malformed-request",
            "This is not a well-formed HTTP/1.1 request."};
  }

  void refuse(const Request& request, HttpError error) {
    current_stream->close_after = true;
    deliver_answer(request, [&](const Request&) -> Response { throw error; });
  }

  void answer_with_body(const httplib::Request& from, const httplib::ContentReader& read) {
    LibraryStream& stream = *current_stream;
    Request request = to_request(from);
    if (!from.has_header("Content-Length") && !from.has_header("Transfer-Encoding"))
      return refuse(request, {411, "length-required", "Say how long the body is: Content-Length."});
    if (!has_one_length(from))
      return refuse(request, {400, "malformed-length",
                              "Give one Content-Length in digits, or Transfer-Encoding: chunked."});
    const bool is_long =
        from.get_header_value<std::uint64_t>("Content-Length") > options_.body_bytes;
    stream.connection().begin_body();
    bool too_long = is_long;
    const bool complete = !is_long && read([&](const char* bytes, std::size_t size) {
      too_long = request.body.size() + size > options_.body_bytes;
      if (!too_long) request.body.append(bytes, size);
      return !too_long;
    });
    if (too_long)
      return refuse(request, {413, "body-too-large",
                              "The body is over " + std::to_string(options_.body_bytes) +
                                  " bytes; use prosper load for large files."});
    if (!complete)
      return refuse(request, {400, "body-incomplete", "The body ended before it was complete."});
    answer(std::move(request));
  }

  /// Fills in what our own reading of the target gives, and answers.
  void answer(Request request) {
    LibraryStream& stream = *current_stream;
    if (stream.connection().head_overflow())
      return refuse(request, {431, "head-too-large", "The headers are over 128 KiB."});
    const std::string& target = stream.target;
    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    deliver_answer(request, [&](const Request& plain) {
      if (plain.path.empty() || plain.path[0] != '/')
        throw HttpError(400, "malformed-target", "The request target must begin with /.");
      Request full = plain;
      if (question != std::string::npos) full.query = parse_form(target.substr(question + 1));
      return answer_(full);
    });
  }

  void deliver_answer(Request request, const Answer& make) {
    LibraryStream& stream = *current_stream;
    const auto start = Clock::now();
    std::atomic<bool> gone{false};
    const ClientWatch::Watching watching(watch_, stream.connection().descriptor(), &gone);
    request.cancelled = &gone;
    const auto describe = [&](std::exception_ptr error) { return describe_(request, error); };
    Response response;
    try {
      response = make(request);
    } catch (...) {
      response = describe(std::current_exception());
    }
    if (stopping_.load()) stream.close_after = true;
    ResponseWriter writer(stream.connection(), stream.close_after);
    DeliveryOptions delivery;
    delivery.without_body = request.method == "HEAD";
    delivery.chunks_allowed = stream.is_http_1_1;
    const Delivery sent = deliver(std::move(response), writer, delivery, describe);
    stream.answered = true;
    if (!sent.complete) stream.close_after = true;
    if (log_)
      log_({request.method, stream.target, sent.status, sent.body_bytes,
            std::chrono::duration_cast<milliseconds>(Clock::now() - start), sent.complete});
  }

  bool process_and_close_socket(socket_t descriptor) override {
    Connection connection(descriptor, options_.connection);
    if (BoundedQueue::refusing) {
      ResponseWriter(connection, true).refuse_busy();
      return false;
    }
    bool keep = true;
    // A silent connection makes room when others wait for a worker; a new one has a second to
    // speak.
    milliseconds hospitality{1000};
    const auto give_up = [&](milliseconds waited) {
      return stopping_.load() || (waited >= hospitality && queue_->has_waiting());
    };
    while (keep && connection.await_request(options_.idle, give_up)) {
      hospitality = milliseconds(0);
      LibraryStream stream(connection);
      current_stream = &stream;
      bool closed = false;
      const bool ok = process_request(stream, false, closed, [&](httplib::Request& request) {
        stream.target = request.target;
        request.ranges.clear();
        request.path = "/";
        stream.is_http_1_1 = request.version == "HTTP/1.1";
        stream.close_after =
            !stream.is_http_1_1 || request.get_header_value("Connection") == "close";
      });
      keep = ok && !closed && !stream.close_after;
      current_stream = nullptr;
    }
    connection.close_gently();
    return true;
  }

  ServerOptions options_;
  Answer answer_;
  Describe describe_;
  Log log_;
  ClientWatch watch_;
  std::atomic<bool> stopping_{false};
  socket_t listening_ = -1;
  /// Owned by the library while it listens.
  BoundedQueue* queue_ = nullptr;
  std::thread grace_ends_;
};

HttpServer::HttpServer(ServerOptions options, Answer answer, Describe describe, Log log)
    : listener_(std::make_unique<Listener>(std::move(options), std::move(answer),
                                           std::move(describe), std::move(log))) {}

HttpServer::~HttpServer() = default;

int HttpServer::bind() {
  return listener_->bind();
}

void HttpServer::run() {
  listener_->run();
}

void HttpServer::stop() {
  listener_->stop_serving();
}

}  // namespace prosper::endpoint
