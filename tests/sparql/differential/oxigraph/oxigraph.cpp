// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/oxigraph/oxigraph.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

#include "store/rdf/io/line_reader.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"
#include "tests/sparql/differential/random/random_quads.hpp"

namespace prosper::sparql::differential {

namespace {

using nlohmann::json;

constexpr int patience_in_milliseconds = 20000;
const std::string source_folder =
    std::string(PROSPER_SOURCE_DIR) + "/tests/sparql/differential/oxigraph";

const char* name_of(Form form) {
  constexpr std::array names = {"select", "ask", "construct", "update"};
  return names[static_cast<std::size_t>(form)];
}

Graph read_quads(const std::string& text) {
  conformance::RdfGraph graph;
  rdf::read_lines(text, rdf::RdfFormat::NQuads, {}, 1, graph);
  return graph.quads();
}

Outcome to_outcome(const json& answer) {
  if (answer.contains("error")) return Refusal{answer["error"].get<std::string>()};
  if (answer.contains("solutions"))
    return read_results(answer["solutions"].get<std::string>(), ResultFormat::Json);
  return read_quads(answer[answer.contains("quads") ? "quads" : "triples"].get<std::string>());
}

/// Nothing when all is well, else what was written.
std::optional<std::string> run_installer() {
  const std::string command = source_folder + "/install " PROSPER_OXIGRAPH_DIR " 2>&1";
  FILE* output = popen(command.c_str(), "r");
  if (output == nullptr) return "no shell";
  std::string text;
  std::array<char, 512> piece{};
  while (std::fgets(piece.data(), piece.size(), output) != nullptr) text += piece.data();
  if (pclose(output) == 0) return std::nullopt;
  return text;
}

}  // namespace

struct Oxigraph::Child {
  Child() {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (pipe2(to.data(), O_CLOEXEC) != 0 || pipe2(from.data(), O_CLOEXEC) != 0)
      throw std::runtime_error("no pipes");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    std::string program = "node";
    std::string script = source_folder + "/answers.mjs";
    std::string folder = PROSPER_OXIGRAPH_DIR;
    const std::array<char*, 4> arguments = {program.data(), script.data(), folder.data(), nullptr};
    const int failure =
        posix_spawnp(&process, "node", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(to[0]);
    close(from[1]);
    input = to[1];
    output = from[0];
    if (failure != 0) throw std::runtime_error("node does not start");
  }

  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  ~Child() {
    close(input);
    close(output);
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
  }

  bool write_line(const std::string& line) const {
    for (std::size_t at = 0; at < line.size();) {
      const ssize_t written = write(input, line.data() + at, line.size() - at);
      if (written <= 0) return false;
      at += static_cast<std::size_t>(written);
    }
    return true;
  }

  std::optional<std::string> read_line() const {
    std::string line;
    std::array<char, 65536> piece{};
    while (!line.ends_with('\n')) {
      pollfd waiting{output, POLLIN, 0};
      if (poll(&waiting, 1, patience_in_milliseconds) <= 0) return std::nullopt;
      const ssize_t count = read(output, piece.data(), piece.size());
      if (count <= 0) return std::nullopt;
      line.append(piece.data(), static_cast<std::size_t>(count));
    }
    return line;
  }

  pid_t process = -1;
  int input = -1;
  int output = -1;
};

std::unique_ptr<Oxigraph> Oxigraph::start(std::string& reason) {
  if (auto failure = run_installer()) {
    reason = *failure;
    return nullptr;
  }
  // A child that is gone is seen by the answer that does not come.
  std::signal(SIGPIPE, SIG_IGN);
  std::unique_ptr<Oxigraph> oxigraph(new Oxigraph);
  oxigraph->child_ = std::make_unique<Child>();
  if (oxigraph->answer({{}, "ASK {}", Form::Ask, DefaultGraphMode::Own})) return oxigraph;
  reason = "Oxigraph does not answer";
  return nullptr;
}

Oxigraph::~Oxigraph() = default;

std::optional<Outcome> Oxigraph::answer(const Question& question) {
  const json asked = {{"quads", to_text(question.quads)},
                      {"request", question.request},
                      {"form", name_of(question.form)},
                      {"union", question.default_graph == DefaultGraphMode::Union}};
  if (child_->write_line(asked.dump() + "\n"))
    if (const auto line = child_->read_line()) return to_outcome(json::parse(*line));
  child_ = std::make_unique<Child>();
  return std::nullopt;
}

}  // namespace prosper::sparql::differential
