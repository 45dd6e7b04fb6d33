// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "sparql/sparql.hpp"
#include "store/memory_quad_source.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(PROSPER_SOURCE_DIR) / "tests/golden/plans";

std::string read(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> queries() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".rq") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

rdf::Iri iri(const std::string& name) {
  return {"http://x/" + name};
}

/// Four hundred works by forty makers in eight places, each work in a graph of its own; places lie
/// in each other.
class Works {
 public:
  Works() {
    for (int work = 0; work < 400; ++work) {
      const std::string name = std::to_string(work);
      graph_ = iri("graph" + name);
      add("work" + name, "type", iri(work % 4 == 0 ? "Painting" : "Drawing"));
      add("work" + name, "title", rdf::make_string("Title " + name));
      add("work" + name, "maker", iri("maker" + std::to_string(work % 40)));
      if (work % 5 == 0)
        add("work" + name, "year",
            rdf::make_typed_literal(std::to_string(1800 + work / 4), vocabularies::xsd::integer));
    }
    graph_.reset();
    for (int maker = 0; maker < 40; ++maker)
      add("maker" + std::to_string(maker), "bornIn", iri("place" + std::to_string(maker % 8)));
    for (int place = 1; place < 8; ++place)
      add("place" + std::to_string(place), "within", iri("place" + std::to_string(place / 2)));
  }

  const store::MemoryQuadSource& source() const { return source_; }

 private:
  void add(const std::string& subject, const std::string& predicate, rdf::Term object) {
    source_.insert({iri(subject), iri(predicate), std::move(object), graph_});
  }

  store::MemoryQuadSource source_;
  std::optional<rdf::Term> graph_;
};

/// Each query of tests/golden/plans beside its plan over the same works, with the rows expected and
/// counted. PROSPER_UPDATE_GOLDEN=1 writes the plans anew: read them before you commit.
class PlanGolden : public testing::TestWithParam<fs::path> {};

TEST_P(PlanGolden, IsAsExpected) {
  static const Works works;
  const fs::path file = GetParam();
  RequestOptions options;
  options.base_iri = "http://x/";
  const PreparedQuery query = PreparedQuery::parse(read(file), options);
  const std::string plan = query.explain(works.source(), options, true);
  const fs::path expected = fs::path(file).replace_extension(".plan");
  if (std::getenv("PROSPER_UPDATE_GOLDEN") != nullptr) std::ofstream(expected) << plan;
  EXPECT_EQ(plan, read(expected));
}

INSTANTIATE_TEST_SUITE_P(Files, PlanGolden, testing::ValuesIn(queries()),
                         [](const auto& file) { return file.param.stem().string(); });

}  // namespace
}  // namespace prosper::sparql
