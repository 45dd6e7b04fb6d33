// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <pthread.h>
#include <thread>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/federation_options.hpp"
#include "endpoint/cli/store_options.hpp"
#include "endpoint/http_server.hpp"
#include "endpoint/routes/router.hpp"
#include "endpoint/routes/write_access.hpp"

namespace prosper::endpoint::cli {
namespace {

struct Options {
  StoreOptions store;
  ServerOptions server;
  RequestLimits limits;
  FederationRules federation;
  std::string default_graph = "union";
  std::string token_file;
  bool open_writes = false;
  bool verbose = false;
  unsigned query_seconds = 60;
  std::size_t evaluations = 0;
};

std::string read_token(const std::string& file_name) {
  std::string token;
  if (!file_name.empty()) {
    std::ifstream file(file_name);
    if (!file) throw std::system_error(errno, std::generic_category(), "cannot read " + file_name);
    std::getline(file, token);
  } else if (const char* variable = std::getenv("PROSPER_WRITE_TOKEN"); variable != nullptr) {
    token = variable;
  }
  while (!token.empty() && (token.back() == '\r' || token.back() == ' ')) token.pop_back();
  if (token.empty() && !file_name.empty()) throw UsageError(file_name + " holds no token");
  return token;
}

WriteAccess write_access(const Options& options) {
  WriteAccess access;
  access.token = read_token(options.token_file);
  if (options.open_writes) {
    if (!is_loopback_host(options.server.host))
      throw UsageError("--open-writes needs a loopback --host; use --write-token-file instead");
    access.mode = WriteAccess::Mode::Open;
  } else if (!access.token.empty()) {
    access.mode = WriteAccess::Mode::Token;
  }
  return access;
}

/// What a client sent must not steer the terminal.
std::string printable(std::string text) {
  for (char& c : text)
    if (c < ' ' || c == '\x7f') c = '?';
  return text;
}

void log_access(const Access& access) {
  std::fprintf(stderr, "%s %s %d %zu bytes %lld ms%s\n", access.method.c_str(),
               printable(access.target.substr(0, 500)).c_str(), access.status, access.bytes,
               static_cast<long long>(access.time.count()), access.complete ? "" : " CUT");
}

/// Stops the server on SIGINT and SIGTERM. The signals must be blocked in all threads.
class StopOnSignal {
 public:
  explicit StopOnSignal(HttpServer& server)
      : thread_([this, &server] {
          int signal = 0;
          sigwait(&set_, &signal);
          server.stop();
        }) {}

  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  ~StopOnSignal() {
    // Wakes the thread when the server ended without a signal; a thread that has ended ignores it.
    pthread_kill(thread_.native_handle(), SIGTERM);
    thread_.join();
  }

  static void block_signals() {
    const sigset_t set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
  }

 private:
  static sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
  }

  sigset_t set_ = stop_signals();
  std::thread thread_;
};

void announce(const Options& options, const store::Store& store, int port) {
  const bool is_v6 = options.server.host.find(':') != std::string::npos;
  const std::string host = is_v6 ? "[" + options.server.host + "]" : options.server.host;
  std::cout << "Prosper serves " << options.store.directory << " at http://" << host << ":" << port
            << "/ (public base " << store.public_base() << "); Ctrl-C stops it" << std::endl;
}

int run_serve(const Options& options) {
  StopOnSignal::block_signals();
  WriteAccess access = write_access(options);
  const auto store = open_store(options.store, Opening::WriteOrMake, std::chrono::seconds(5));
  const std::size_t cores = std::max(2U, std::thread::hardware_concurrency());
  EvaluationSlots slots(options.evaluations > 0 ? options.evaluations : cores, 64);
  WriteGroups writers(64);
  Site site{
      *store,         slots, writers, default_graph_mode(options.default_graph), std::move(access),
      options.limits, {},    {}};
  const Federation federation = make_federation(options.federation);
  site.services = federation.services.get();
  site.documents = federation.documents.get();
  site.limits.query_time = std::chrono::seconds(options.query_seconds);
  ServerOptions server_options = options.server;
  server_options.body_bytes = options.limits.body_bytes;
  HttpServer server(
      server_options, [&](const Request& request) { return respond(site, request); },
      [&](const Request& request, std::exception_ptr error) {
        return describe_failure(site, request, std::move(error));
      },
      options.verbose ? HttpServer::Log(log_access) : HttpServer::Log());
  const int port = server.bind();
  const StopOnSignal stop(server);
  announce(options, *store, port);
  server.run();
  return Done;
}

}  // namespace

void add_serve(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "serve", "Serve a store over HTTP: query page, SPARQL, linked data; Ctrl-C stops it");
  add_store_options(*command, options->store);
  command->add_option("--host", options->server.host, "Address to listen on")
      ->capture_default_str();
  command->add_option("--port", options->server.port, "Port; 0: any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  add_default_graph(*command, options->default_graph);
  CLI::Option* token =
      command->add_option("--write-token-file", options->token_file,
                          "Take writes with the token in this file (or in PROSPER_WRITE_TOKEN)");
  token->type_name("FILE");
  command
      ->add_flag("--open-writes", options->open_writes,
                 "Take writes from any program on this machine (loopback only)")
      ->excludes(token);
  add_service_options(*command, options->federation);
  add_load_option(*command, options->federation);
  command->add_option("--query-timeout", options->query_seconds, "Seconds a query may take")
      ->check(CLI::Range(1U, 86400U))
      ->capture_default_str();
  command->add_option("--max-body", options->limits.body_bytes, "Bytes a request body may have")
      ->capture_default_str();
  command->add_option("--evaluations", options->evaluations,
                      "Requests that evaluate at once (default: one a core)");
  command->add_flag("--verbose", options->verbose, "Log every request to standard error");
  command->footer("Example:\n  prosper serve --store my-store --port 7878");
  command->callback([options, &run] { run = [options] { return run_serve(*options); }; });
}

}  // namespace prosper::endpoint::cli
