// SPDX-License-Identifier: Apache-2.0
// Size and speed of a dictionary of the terms of a file of quads.
//   dictionary_bench FILE [DIRECTORY]
// Builds it from the sorted terms, finds texts, reads ids one by one and together, then adds late
// terms and forgets some of both. Times are of the processor.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "store/dictionary/dictionary_builder.hpp"
#include "store/dictionary/dictionary_writer.hpp"
#include "store/rdf/io/parser.hpp"

namespace prosper::store {
namespace {

using Text = std::pair<TermTag, std::string>;

/// Collects the texts of the terms of all quads, each once.
class TextCollector final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& added) override {
    add_term(added.subject);
    add_term(added.predicate);
    add_term(added.object);
    if (added.graph) add_term(*added.graph);
  }

  std::vector<Text> texts() const { return {texts_.begin(), texts_.end()}; }

 private:
  void add_term(const rdf::Term& term) {
    auto encoded = encode_term(term, "http://localhost:7878/");
    if (auto* text = std::get_if<TermText>(&encoded)) {
      texts_.emplace(text->tag, std::move(text->bytes));
    }
  }

  std::set<Text> texts_;
};

class Bench {
 public:
  Bench(std::vector<Text> texts, const std::filesystem::path& directory)
      : texts_(std::move(texts)),
        environment_(lmdb::Environment::open(directory, {std::uint64_t{64} << 30U, true})),
        tables_(make_tables(*environment_)) {}

  void run() {
    build();
    report_size();
    read();
    change();
  }

 private:
  static DictionaryTables make_tables(lmdb::Environment& environment) {
    const auto specs = dictionary_table_specs();
    return assemble_dictionary(environment.create_tables({specs.begin(), specs.end()}), 0);
  }

  static void time(const char* what, std::size_t count, const std::function<void()>& action) {
    const std::clock_t begin = std::clock();
    action();
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%-44s %9zu terms  %8.2f M/s  %7.3f us each\n", what, count,
                static_cast<double>(count) / took / 1e6, took * 1e6 / static_cast<double>(count));
  }

  void build() {
    lmdb::WriteTransaction transaction(environment_);
    time("build", texts_.size(), [&] {
      DictionaryBuilder builder(transaction, tables_);
      for (const auto& [tag, bytes] : texts_) ids_.push_back(builder.append(tag, bytes));
      builder.finish();
    });
    transaction.commit();
  }

  void report_size() const {
    const lmdb::ReadTransaction transaction(environment_);
    constexpr double page = 4096;
    std::size_t raw = 0;
    for (const auto& [tag, bytes] : texts_) raw += bytes.size();
    const auto count = static_cast<double>(texts_.size());
    std::printf("%zu terms, raw %.1f bytes each\n", texts_.size(),
                static_cast<double>(raw) / count);
    for (const auto& [table, name] :
         {std::pair(tables_.terms, "terms"), std::pair(tables_.separators, "separators"),
          std::pair(tables_.symbols, "symbols")}) {
      std::printf("  %-12s %8.2f bytes each\n", name,
                  static_cast<double>(transaction.pages(table)) * page / count);
    }
  }

  void read() {
    const lmdb::ReadTransaction transaction(environment_);
    const Dictionary dictionary(transaction, tables_);
    std::vector<std::size_t> places(texts_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    const auto find_all = [&](const std::string& suffix) {
      std::size_t found = 0;
      for (const std::size_t place : places) {
        found += dictionary.find({texts_[place].first, texts_[place].second + suffix}) ? 1U : 0U;
      }
      sum_ += found;
    };
    const auto read_all = [&] {
      for (const std::size_t place : places) sum_ += dictionary.bytes(ids_[place])->size();
    };
    time("find, in order", texts_.size(), [&] { find_all(""); });
    time("text of one id, in order", texts_.size(), read_all);
    std::shuffle(places.begin(), places.end(), std::mt19937(1));
    time("find, shuffled", texts_.size(), [&] { find_all(""); });
    time("find what is not there, shuffled", texts_.size(), [&] { find_all("~"); });
    time("text of one id, shuffled", texts_.size(), read_all);
    const auto add = [&](std::size_t /*place*/, std::string_view bytes) { sum_ += bytes.size(); };
    time("decode all ids together", ids_.size(), [&] { dictionary.decode(ids_, add); });
    std::vector<TermId> some;
    for (std::size_t i = 0; i < places.size(); i += 20) some.push_back(ids_[places[i]]);
    std::sort(some.begin(), some.end());
    time("decode every twentieth together", some.size(), [&] { dictionary.decode(some, add); });
  }

  void change() {
    lmdb::WriteTransaction transaction(environment_);
    NextNumbers next;
    next.fill(1);
    DictionaryWriter writer(transaction, tables_, next);
    std::vector<TermId> late;
    const std::size_t count = texts_.size() / 10;
    time("intern and flush new terms, every tenth", count, [&] {
      for (std::size_t i = 0; i < count; ++i) {
        late.push_back(writer.intern({texts_[10 * i].first, texts_[10 * i].second + "~"}));
      }
      writer.flush();
    });
    const auto ignore = [](TermId /*id*/, std::string_view /*bytes*/) {};
    std::vector<TermId> leaving;
    for (std::size_t i = 0; i < count; ++i) leaving.push_back(ids_[10 * i]);
    time("forget every tenth ordered term", count, [&] { writer.forget(leaving, ignore); });
    std::sort(late.begin(), late.end());
    time("forget the late terms", count, [&] { writer.forget(late, ignore); });
  }

  std::vector<Text> texts_;
  std::vector<TermId> ids_;
  std::shared_ptr<lmdb::Environment> environment_;
  DictionaryTables tables_;
  std::size_t sum_ = 0;
};

}  // namespace
}  // namespace prosper::store

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: %s FILE [DIRECTORY]\n", arguments[0]);
    return 2;
  }
  prosper::store::TextCollector collector;
  prosper::rdf::parse_rdf_file(arguments[1], prosper::rdf::RdfFormat::NQuads, {}, collector);
  const std::filesystem::path directory =
      count > 2 ? std::filesystem::path(arguments[2])
                : std::filesystem::temp_directory_path() / "dictionary_bench";
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  prosper::store::Bench(collector.texts(), directory).run();
  std::filesystem::remove_all(directory);
}
