// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace prosper::tests {

/// Another program with pipes to its input and output; killed when the object goes.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> arguments) {
    int input[2];
    int output[2];
    if (::pipe2(input, O_CLOEXEC) != 0 || ::pipe2(output, O_CLOEXEC) != 0) {
      throw std::runtime_error("pipe2");
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const int failure = ::posix_spawn(&id_, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(input[0]);
    ::close(output[1]);
    input_ = input[1];
    output_ = output[0];
    if (failure != 0) throw std::runtime_error("posix_spawn " + arguments.front());
  }

  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  ~ChildProcess() {
    if (id_ > 0) {
      ::kill(id_, SIGKILL);
      wait();
    }
    close_input();
    ::close(output_);
  }

  pid_t id() const { return id_; }

  /// The next whole line of the output; empty at its end.
  std::string read_line() {
    for (;;) {
      const std::size_t end = read_.find('\n');
      if (end != std::string::npos) {
        std::string line = read_.substr(0, end);
        read_.erase(0, end + 1);
        return line;
      }
      char buffer[4096];
      const ssize_t count = ::read(output_, buffer, sizeof(buffer));
      if (count <= 0) return {};
      read_.append(buffer, static_cast<std::size_t>(count));
    }
  }

  void close_input() {
    if (input_ >= 0) ::close(std::exchange(input_, -1));
  }

  void kill_now() { ::kill(id_, SIGKILL); }

  /// The exit status, or 128 + signal.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(id_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t id_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string read_;
};

}  // namespace prosper::tests
