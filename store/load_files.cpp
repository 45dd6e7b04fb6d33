// SPDX-License-Identifier: Apache-2.0
#include "store/load_files.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <random>
#include <thread>

#include "store/rdf/io/parser.hpp"

namespace prosper::store {
namespace {

constexpr std::uint64_t quads_between_reports = 10'000;
constexpr std::uint64_t bulk_share = 4;
// Guesses from files at hand; they only choose between two ways to the same store.
constexpr std::uint64_t line_bytes_a_quad = 150;
constexpr std::uint64_t document_bytes_a_quad = 50;
constexpr std::uint64_t gzip_factor = 10;

std::uint64_t guess_quads(const InputFile& file) {
  std::error_code no_regular_file;
  const std::uint64_t bytes = std::filesystem::file_size(file.path, no_regular_file);
  if (no_regular_file) return 0;
  const std::uint64_t text_bytes = file.path.extension() == ".gz" ? bytes * gzip_factor : bytes;
  return text_bytes /
         (rdf::is_line_format(file.format) ? line_bytes_a_quad : document_bytes_a_quad);
}

std::string fresh_blank_node_prefix() {
  std::random_device random;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "f%08x%08x-", random(), random());
  return text.data();
}

/// Inserts quads into a transaction.
class TransactionSink final : public rdf::QuadSink {
 public:
  TransactionSink(Transaction& transaction, const LoadOptions& options)
      : transaction_(transaction), options_(options) {
    if (!options.graph.empty()) graph_ = rdf::Iri{options.graph};
  }

  void quad(const rdf::Quad& quad) override {
    bool is_new = false;
    if (quad.graph || !graph_) {
      is_new = transaction_.insert(quad);
    } else {
      is_new = transaction_.insert({quad.subject, quad.predicate, quad.object, graph_});
    }
    if (is_new) ++report_.added;
    if (++report_.read % quads_between_reports == 0 && options_.progress) {
      options_.progress({"reading", done_, report_.read});
    }
  }

  void set_done(double done) { done_ = done; }

  const LoadReport& report() const { return report_; }

 private:
  Transaction& transaction_;
  const LoadOptions& options_;
  std::optional<rdf::Term> graph_;
  double done_ = 0;
  LoadReport report_;
};

LoadReport load_in_transaction(Store& store, const std::vector<InputFile>& files,
                               const LoadOptions& options) {
  const auto transaction = store.begin();
  TransactionSink sink(*transaction, options);
  std::size_t files_read = 0;
  for (const InputFile& file : files) {
    rdf::ParseOptions parse;
    parse.source_name = file.path.string();
    parse.blank_node_prefix = file.blank_node_prefix;
    parse.on_bad_line = options.on_bad_line;
    rdf::parse_rdf_file(file.path, file.format, parse, sink);
    sink.set_done(static_cast<double>(++files_read) / static_cast<double>(files.size()));
  }
  transaction->commit();
  return sink.report();
}

LoadReport load_in_bulk(Store& store, const std::vector<InputFile>& files,
                        const LoadOptions& options) {
  BulkOptions bulk;
  bulk.memory = options.memory;
  bulk.feeds = options.threads != 0 ? options.threads
                                    : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  std::uint64_t quads = 0;
  if (options.progress) {
    bulk.progress = [&](std::string_view step, double done) {
      options.progress({step, done, quads});
    };
  }
  ReadingOptions reading;
  reading.graph = options.graph;
  reading.on_bad_line = options.on_bad_line;
  if (options.progress) {
    reading.progress = [&](const ReadingProgress& at) {
      const auto total = static_cast<double>(std::max(at.total_bytes, std::uint64_t{1}));
      options.progress({"reading", static_cast<double>(at.bytes) / total, at.quads});
    };
  }
  const auto load = store.begin_bulk(bulk);
  quads = read_files(files, reading, load->feeds());
  const BulkReport written = load->commit();
  return {written.read, written.added, true};
}

}  // namespace

bool is_worth_bulk(Store& store, const std::vector<InputFile>& files) {
  const std::uint64_t stored = store.snapshot()->quad_count();
  std::uint64_t coming = 0;
  for (const InputFile& file : files) coming += guess_quads(file);
  return stored == 0 || coming > stored / bulk_share;
}

LoadReport load_files(Store& store, std::vector<InputFile> files, const LoadOptions& options) {
  for (InputFile& file : files) {
    if (file.blank_node_prefix.empty()) file.blank_node_prefix = fresh_blank_node_prefix();
  }
  const bool is_bulk = options.way == LoadOptions::Way::Bulk ||
                       (options.way == LoadOptions::Way::Automatic && is_worth_bulk(store, files));
  return is_bulk ? load_in_bulk(store, files, options) : load_in_transaction(store, files, options);
}

}  // namespace prosper::store
