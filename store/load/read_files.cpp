// SPDX-License-Identifier: Apache-2.0
#include "store/load/read_files.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <mutex>

#include "store/load/piece_source.hpp"
#include "store/rdf/io/line_reader.hpp"
#include "store/rdf/io/parser.hpp"

namespace prosper::store {
namespace {

constexpr std::uint64_t quads_between_looks = 1024;

/// Thrown where reading on is pointless: something before has failed.
struct GivenUp {};

/// One thread: hands quads on, puts triples into their graph, counts.
class ReadingThread final : public rdf::AnyQuadSink {
 public:
  ReadingThread(const std::vector<InputFile>& files, const ReadingOptions& options,
                PieceSource& source, std::mutex& errors, rdf::AnyQuadSink& sink)
      : files_(files), options_(options), source_(source), errors_(errors), sink_(sink) {}

  void run() {
    while (source_.next(job_)) {
      try {
        read();
      } catch (const GivenUp&) {
        return;
      } catch (...) {
        source_.fail(job_.place, std::current_exception());
        return;
      }
    }
  }

  void quad(const rdf::Quad& quad) override { view(rdf::to_view(quad)); }

  void view(const rdf::QuadView& quad) override {
    const std::uint64_t count = count_.load(std::memory_order_relaxed) + 1;
    count_.store(count, std::memory_order_relaxed);
    if (count % quads_between_looks == 0 && source_.is_pointless(job_.place)) throw GivenUp{};
    if (quad.has_graph || options_.graph.empty()) {
      was_without_graph_ = false;
      sink_.view(quad);
      return;
    }
    rdf::QuadView in_graph = quad;
    in_graph.has_graph = true;
    in_graph.graph = {rdf::TermView::Kind::Iri, options_.graph, {}, {}};
    in_graph.same_graph = was_without_graph_;
    was_without_graph_ = true;
    sink_.view(in_graph);
  }

  std::uint64_t count() const { return count_.load(std::memory_order_relaxed); }

 private:
  void read() {
    const InputFile& file = files_[job_.place.file];
    rdf::ParseOptions parse;
    parse.source_name = file.path.string();
    parse.blank_node_prefix = file.blank_node_prefix;
    if (options_.on_bad_line) {
      parse.on_bad_line = [this](const rdf::SyntaxError& error) {
        const std::scoped_lock lock(errors_);
        options_.on_bad_line(error);
      };
    }
    if (job_.is_whole_file) {
      rdf::parse_rdf_file(file.path, file.format, parse, *this);
    } else {
      rdf::LineReader(file.format, parse, *this).read(job_.piece.text, job_.piece.first_line);
    }
  }

  const std::vector<InputFile>& files_;
  const ReadingOptions& options_;
  PieceSource& source_;
  std::mutex& errors_;
  rdf::AnyQuadSink& sink_;
  ReadingJob job_;
  std::atomic<std::uint64_t> count_{0};
  bool was_without_graph_ = false;
};

}  // namespace

std::uint64_t read_files(const std::vector<InputFile>& files, const ReadingOptions& options,
                         std::span<rdf::AnyQuadSink* const> sinks) {
  PieceSource source(files);
  std::mutex errors;
  std::vector<std::unique_ptr<ReadingThread>> threads;
  std::vector<std::future<void>> running;
  const auto count_quads = [&] {
    std::uint64_t quads = 0;
    for (const auto& thread : threads) quads += thread->count();
    return quads;
  };
  for (rdf::AnyQuadSink* sink : sinks) {
    threads.push_back(std::make_unique<ReadingThread>(files, options, source, errors, *sink));
  }
  for (const auto& thread : threads) {
    running.push_back(std::async(std::launch::async, [&thread] { thread->run(); }));
  }
  constexpr std::chrono::milliseconds step{100};
  for (std::future<void>& thread : running) {
    while (thread.wait_for(step) != std::future_status::ready) {
      if (!options.progress) continue;
      try {
        options.progress({source.bytes_read(), source.total_bytes(), count_quads()});
      } catch (...) {
        source.fail({}, std::current_exception());
      }
    }
    thread.get();
  }
  source.rethrow_failure();
  return count_quads();
}

}  // namespace prosper::store
