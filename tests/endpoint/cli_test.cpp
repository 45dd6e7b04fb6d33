// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "endpoint/cli/ingest_sink.hpp"
#include "endpoint/cli/load_meter.hpp"
#include "endpoint/cli/program.hpp"
#include "endpoint/cli/source_excerpt.hpp"
#include "tests/endpoint/memory_store.hpp"

namespace prosper::endpoint::cli {
namespace {

int run(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "prosper");
  return run_program(static_cast<int>(arguments.size()), arguments.data());
}

TEST(SourceExcerpt, PutsACaretBelowThePlace) {
  EXPECT_EQ(source_excerpt("SELECT ?x\nWHERE }", 2, 7), "  WHERE }\n        ^\n");
  EXPECT_EQ(source_excerpt("\"é\" x", 1, 5), "  \"é\" x\n      ^\n");
  EXPECT_EQ(source_excerpt("\tx", 1, 2), "  \tx\n  \t^\n");
  EXPECT_EQ(source_excerpt("a\rb\r\nc d", 3, 3), "  c d\n    ^\n");
  EXPECT_EQ(source_excerpt("漢字 e\u0301 x", 1, 7), "  漢字 e\u0301 x\n         ^\n");
  EXPECT_EQ(source_excerpt("ab", 1, 3), "  ab\n    ^\n");
  EXPECT_EQ(source_excerpt("x", 3, 1), "");
  EXPECT_EQ(source_excerpt("x", 0, 0), "");
}

TEST(SourceExcerpt, ShowsAPartOfALongLine) {
  const std::string line = std::string(500, 'a') + "!" + std::string(500, 'b');
  EXPECT_EQ(source_excerpt(line, 1, 501), "  …" + std::string(59, 'a') + "!" +
                                              std::string(40, 'b') + "…\n  " +
                                              std::string(60, ' ') + "^\n");
  EXPECT_EQ(source_excerpt(line, 1, 3), "  " + std::string(100, 'a') + "…\n    ^\n");
  EXPECT_EQ(source_excerpt(line, 1, 1002),
            "  …" + std::string(59, 'b') + "\n  " + std::string(60, ' ') + "^\n");
}

TEST(SourceExcerpt, SendsNoControlCharacterToTheTerminal) {
  EXPECT_EQ(source_excerpt("a\x1b[2Jb\x80 c", 1, 8), "  a\uFFFD[2Jb\uFFFD c\n         ^\n");
}

TEST(Program, WrongUsageIsExitCode2) {
  EXPECT_EQ(run({}), 2);
  EXPECT_EQ(run({"fly"}), 2);
  EXPECT_EQ(run({"query"}), 2);
  EXPECT_EQ(run({"query", "--store", "x", "--default-graph", "both", "ASK {}"}), 2);
  EXPECT_EQ(run({"serve", "--store", "x", "--open-writes", "--host", "0.0.0.0"}), 2);
  EXPECT_EQ(run({"ingest", "--store", "x", "--profile", "nothing", "/dev/null"}), 2);
}

TEST(Program, HelpIsExitCode0) {
  EXPECT_EQ(run({"--help"}), 0);
  for (const char* command :
       {"ingest", "load", "map", "query", "update", "dump", "check", "stats", "serve"})
    EXPECT_EQ(run({command, "--help"}), 0) << command;
}

TEST(Program, AMissingStoreIsExitCode1) {
  EXPECT_EQ(run({"stats", "--store", "/nonexistent/store"}), 1);
}

class IngestSinkTest : public testing::Test {
 protected:
  IngestCounts ingest(const std::string& hash, const std::string& title, bool remap = false) {
    const std::string base = store_.public_base();
    mappings::MappedNotice notice;
    notice.key = "joconde/X";
    notice.graph = {base + "doc/joconde/X"};
    notice.hash = hash;
    notice.triples = {
        {rdf::Iri{base + "id/joconde/X"}, rdf::Iri{"http://p"}, rdf::make_string(title)},
        {rdf::Iri{base + "id/joconde/X"}, rdf::Iri{"http://q"}, rdf::make_string("same")}};
    notice.shared = {{rdf::Iri{base + "id/actor/a"}, rdf::Iri{"http://p"}, rdf::make_string("A"),
                      rdf::Iri{base + "graph/actors"}}};
    IngestSink sink(store_, remap);
    sink.notice(std::move(notice));
    sink.finish();
    return sink.counts();
  }

  MemoryStore store_;
};

TEST_F(IngestSinkTest, ANewNoticeIsWritten) {
  const IngestCounts counts = ingest("1", "one");
  EXPECT_EQ(counts.added, 1U);
  EXPECT_EQ(counts.quads_added, 3U);
  EXPECT_EQ(store_.import_states["joconde/X"], "1");
}

TEST_F(IngestSinkTest, AnUnchangedNoticeIsLeftAlone) {
  ingest("1", "one");
  const IngestCounts counts = ingest("1", "never looked at");
  EXPECT_EQ(counts.unchanged, 1U);
  EXPECT_EQ(counts.quads_added + counts.quads_removed, 0U);
  EXPECT_EQ(ingest("1", "looked at", true).changed, 1U);
}

TEST_F(IngestSinkTest, AChangedNoticeWritesTheDifference) {
  ingest("1", "one");
  const IngestCounts counts = ingest("2", "two");
  EXPECT_EQ(counts.changed, 1U);
  EXPECT_EQ(counts.quads_added, 1U);
  EXPECT_EQ(counts.quads_removed, 1U);
}

TEST_F(IngestSinkTest, ADroppedGraphComesBack) {
  ingest("1", "one");
  const auto graph = store_.quads->find(rdf::Iri{store_.public_base() + "doc/joconde/X"});
  store_.begin()->clear(store::GraphScope::one(*graph));
  EXPECT_EQ(ingest("1", "one").quads_added, 2U);
}

TEST(LoadMeter, NeverGoesBack) {
  double before = -1;
  for (const char* step : {"reading", "stored quads", "terms", "quads", "orders", "disk"}) {
    for (const double done : {0.0, 0.5, 1.0, 1.5}) {
      const double share = LoadMeter::share_done({step, done, 0});
      EXPECT_GE(share, before) << step;
      before = share;
    }
  }
  EXPECT_DOUBLE_EQ(before, 1.0);
}

TEST(WithSeparators, GroupsDigits) {
  EXPECT_EQ(with_separators(0), "0");
  EXPECT_EQ(with_separators(999), "999");
  EXPECT_EQ(with_separators(1000), "1,000");
  EXPECT_EQ(with_separators(12345678), "12,345,678");
}

}  // namespace
}  // namespace prosper::endpoint::cli
