// SPDX-License-Identifier: Apache-2.0
// The competency questions of this folder, asked of the sample notices (README.md).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "mappings/mapping.hpp"
#include "mappings/shipped_graphs.hpp"
#include "sparql/results/result_writer.hpp"
#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"
#include "store/rdf/io/parser.hpp"
#include "tests/files/write_file.hpp"

namespace prosper {
namespace {

namespace fs = std::filesystem;

constexpr const char* base = "http://localhost:7878/";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

fs::path source_folder(const std::string& name) {
  return fs::path(PROSPER_SOURCE_DIR) / name;
}

class IntoMemory final : public mappings::NoticeSink {
 public:
  explicit IntoMemory(store::MemoryQuadSource& source) : source_(source) {}

  void notice(mappings::MappedNotice&& notice) override {
    for (const rdf::Triple& t : notice.triples)
      source_.insert({t.subject, t.predicate, t.object, rdf::Term(notice.graph)});
    for (const rdf::Quad& quad : notice.shared) source_.insert(quad);
  }

 private:
  store::MemoryQuadSource& source_;
};

void load_shipped_graphs(store::MemoryQuadSource& source) {
  for (const mappings::ShippedGraph& shipped : mappings::shipped_graphs(base))
    for (const rdf::Triple& t : shipped.triples)
      source.insert({t.subject, t.predicate, t.object, rdf::Term(shipped.graph)});
}

/// Maps every file of a sample folder; the folders are named after the profiles, links/ holds RDF.
void load_sample(const fs::path& sample, store::MemoryQuadSource& source) {
  load_shipped_graphs(source);
  rdf::parse_rdf_file(sample / "links/wikidata.trig", rdf::RdfFormat::TriG, {}, source);
  IntoMemory sink(source);
  mappings::MapOptions options;
  options.public_base = base;
  for (const std::string& profile : mappings::profile_names()) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(sample / profile))
      files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    const mappings::Report report = mappings::map_files(profile, files, options, sink);
    ASSERT_EQ(report.rows, report.mapped + report.repeated + report.rejected) << profile;
  }
}

const store::MemoryQuadSource& sample() {
  static store::MemoryQuadSource source;
  if (source.size() == 0) load_sample(source_folder("tests/sample"), source);
  return source;
}

constexpr const char* prefixes = R"(
PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
PREFIX pr: <https://w3id.org/prosper/ontology#>
PREFIX aat: <http://vocab.getty.edu/aat/>
PREFIX mc: <http://data.culture.fr/thesaurus/resource/ark:/67717/>
PREFIX id: <http://localhost:7878/id/>
PREFIX voc: <http://localhost:7878/voc/>
)";

/// The rows of a CSV result, without order; the header apart from them.
using Rows = std::pair<std::string, std::multiset<std::string>>;

Rows rows_of(const std::string& csv) {
  std::istringstream in(csv);
  Rows rows;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (rows.first.empty()) {
      rows.first = line;
    } else {
      rows.second.insert(line);
    }
  }
  return rows;
}

Rows ask(const fs::path& question, const store::QuadSource& source) {
  const sparql::RequestOptions options;
  const auto query = sparql::PreparedQuery::parse(prefixes + read_file(question), options);
  const auto solutions = query.select(source, options);
  rdf::StringSink csv;
  sparql::write_solutions(*solutions, sparql::ResultFormat::Csv, csv);
  return rows_of(csv.text());
}

struct Change {
  std::string file;
  std::string from;
  std::string to;
};

/// "# change: FILE | OLD | NEW"; OLD and NEW may hold '|' only where no blank follows and precedes
/// it.
Change change_of(const std::string& question) {
  const std::string key = "# change: ";
  const std::size_t begin = question.find(key) + key.size();
  const std::string line = question.substr(begin, question.find('\n', begin) - begin);
  const std::size_t first = line.find(" | ");
  const std::size_t second = line.find(" | ", first + 3);
  return {line.substr(0, first), line.substr(first + 3, second - first - 3),
          line.substr(second + 3)};
}

std::vector<std::string> question_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(source_folder("tests/competency")))
    if (entry.path().extension() == ".rq") names.push_back(entry.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

class Competency : public testing::TestWithParam<std::string> {
 protected:
  fs::path question() const { return source_folder("tests/competency") / (GetParam() + ".rq"); }

  Rows expected() const {
    return rows_of(read_file(source_folder("tests/competency") / (GetParam() + ".csv")));
  }
};

TEST_P(Competency, isAnsweredBySample) {
  ASSERT_FALSE(expected().second.empty());
  EXPECT_EQ(ask(question(), sample()), expected());
}

TEST_P(Competency, dependsOnTheCells) {
  const Change change = change_of(read_file(question()));
  const fs::path changed = tests::run_directory() / "sample";
  fs::remove_all(changed);
  fs::copy(source_folder("tests/sample"), changed, fs::copy_options::recursive);
  std::string text = read_file(changed / change.file);
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(change.from, at)) != std::string::npos;
       at += change.to.size(), ++count)
    text.replace(at, change.from.size(), change.to);
  ASSERT_GT(count, 0U) << change.from << " does not stand in " << change.file;
  std::ofstream(changed / change.file, std::ios::binary) << text;

  store::MemoryQuadSource source;
  load_sample(changed, source);
  fs::remove_all(changed);
  EXPECT_NE(ask(question(), source), expected());
}

INSTANTIATE_TEST_SUITE_P(Questions, Competency, testing::ValuesIn(question_names()),
                         [](const auto& question) {
                           std::string name = question.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return "q" + name;
                         });

}  // namespace
}  // namespace prosper
