// SPDX-License-Identifier: Apache-2.0
// Loading files in bulk gives the store that inserting them gives, however little memory there is;
// a load that fails leaves the store as it was.
#include "store/load_files.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "store/rdf/io/serializer.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"

namespace prosper::store {
namespace {

using Way = LoadOptions::Way;

rdf::Term random_object(std::mt19937& random) {
  const std::string number = std::to_string(random() % 200);
  switch (random() % 8) {
    case 0:
      return rdf::BlankNode{"o" + number};
    case 1:
      return rdf::make_typed_literal(number, vocabularies::xsd::integer);
    case 2:
      return rdf::make_typed_literal("0" + number, vocabularies::xsd::integer);
    case 3:
      return rdf::make_typed_literal(number + ".50", vocabularies::xsd::decimal);
    case 4:
      return rdf::make_language_string("mot " + number, random() % 2 == 0 ? "fr" : "fr-FR");
    case 5:
      return rdf::make_string(std::string("nul\0", 4) + number);
    case 6:
      return rdf::make_string("texte " + number + std::string(random() % 3 * 1500, 'x'));
    default:
      return rdf::Iri{"http://localhost:7878/id/" + number};
  }
}

std::vector<rdf::Quad> random_quads(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<rdf::Quad> quads;
  for (std::size_t i = 0; i < count; ++i) {
    rdf::Quad quad;
    const std::string number = std::to_string(random() % (count / 4 + 1));
    quad.subject = rdf::Iri{"http://localhost:7878/id/" + number};
    if (random() % 10 == 0) quad.subject = rdf::BlankNode{"s" + number};
    quad.predicate = rdf::Iri{"http://example.org/p" + std::to_string(random() % 12)};
    quad.object = random_object(random);
    if (random() % 5 > 0) quad.graph = rdf::Iri{"http://localhost:7878/doc/" + number};
    quads.push_back(quad);
  }
  return quads;
}

std::string text_of(const std::vector<rdf::Quad>& quads) {
  rdf::StringSink text;
  const auto serializer = rdf::make_serializer(rdf::RdfFormat::NQuads, text, {});
  for (const rdf::Quad& quad : quads) serializer->quad(quad);
  serializer->finish();
  return text.text();
}

class LoadFiles : public testing::Test {
 protected:
  InputFile write(const std::string& name, const std::string& text) {
    const auto path = directory_.path() / name;
    if (path.extension() == ".gz") {
      gzFile file = gzopen(path.c_str(), "wb");
      gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
      gzclose(file);
    } else {
      std::ofstream(path, std::ios::binary) << text;
    }
    return {path, rdf::format_of_file_name(name).value(), "f-"};
  }

  std::unique_ptr<Store> open(const std::string& name) {
    return Store::open(directory_.path() / name, tests::writing());
  }

  static LoadOptions options(Way way, std::uint64_t memory = std::uint64_t{64} << 10U) {
    LoadOptions options;
    options.way = way;
    options.memory = memory;
    options.threads = 2;
    return options;
  }

  static std::set<rdf::Quad> content(Store& store) {
    const auto snapshot = store.snapshot();
    std::set<rdf::Quad> quads = tests::scan_quads(*snapshot);
    EXPECT_EQ(quads.size(), snapshot->quad_count());
    return quads;
  }

  static void expect_equal(Store& bulk, Store& inserted) {
    EXPECT_TRUE(content(bulk) == content(inserted));
    EXPECT_THAT(bulk.check().problems, testing::IsEmpty());
    const StoreStatistics left = bulk.statistics();
    const StoreStatistics right = inserted.statistics();
    EXPECT_EQ(left.quads, right.quads);
    EXPECT_EQ(left.terms, right.terms);
    EXPECT_EQ(left.named_graphs, right.named_graphs);
    EXPECT_THAT(left.predicates, testing::UnorderedElementsAreArray(right.predicates));
  }

  std::vector<std::string> generations(const std::string& store) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(directory_.path() / store)) {
      const std::string name = entry.path().filename();
      if (name.starts_with("gen-")) names.push_back(name);
    }
    return names;
  }

  tests::TemporaryDirectory directory_;
};

TEST_F(LoadFiles, BulkEqualsInsertsWithAnyMemory) {
  const auto file = write("a.nq", text_of(random_quads(1, 20'000)));
  const auto inserted = open("inserted");
  const LoadReport update = load_files(*inserted, {file}, options(Way::Update));
  EXPECT_FALSE(update.was_bulk);
  for (const unsigned shift : {12U, 20U, 31U}) {
    const auto bulk = open("bulk" + std::to_string(shift));
    const LoadReport report =
        load_files(*bulk, {file}, options(Way::Bulk, std::uint64_t{1} << shift));
    EXPECT_TRUE(report.was_bulk);
    EXPECT_EQ(report.read, 20'000U);
    EXPECT_EQ(report.added, update.added);
    expect_equal(*bulk, *inserted);
  }
}

TEST_F(LoadFiles, BulkKeepsWhatTheStoreHas) {
  const auto bulk = open("bulk");
  const auto inserted = open("inserted");
  for (unsigned seed = 1; seed <= 4; ++seed) {
    const auto file = write(std::to_string(seed) + ".nq", text_of(random_quads(seed, 1000 * seed)));
    // In turns, so that terms and quads of both kinds are merged.
    const LoadReport left =
        load_files(*bulk, {file}, options(seed % 2 == 0 ? Way::Bulk : Way::Update));
    const LoadReport right = load_files(*inserted, {file}, options(Way::Update));
    EXPECT_EQ(left.added, right.added);
    expect_equal(*bulk, *inserted);
  }
}

TEST_F(LoadFiles, ReadsSeveralFilesOfAllKinds) {
  const auto quads = write("a.nq.gz", text_of(random_quads(3, 5000)));
  const auto triples = write("b.nt", "<u:s> <u:p> \"triple\" .\n<u:s> <u:p> \"triple2\" .\n");
  const auto turtle = write("c.ttl", "<u:s> <u:p> 1, 2, 3 .");
  const auto xml =
      write("d.rdf",
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            "<r:Description r:about='u:s'><p xmlns='u:'>x</p></r:Description></r:RDF>");
  const std::vector<InputFile> files = {turtle, quads, triples, xml};
  const auto bulk = open("bulk");
  const auto inserted = open("inserted");
  LoadOptions into_graph = options(Way::Bulk);
  into_graph.graph = "u:graph";
  const LoadReport report = load_files(*bulk, files, into_graph);
  EXPECT_EQ(report.read, 5006U);
  into_graph.way = Way::Update;
  load_files(*inserted, files, into_graph);
  expect_equal(*bulk, *inserted);
  const rdf::Quad expected{rdf::Iri{"u:s"}, rdf::Iri{"u:p"}, rdf::make_string("triple"),
                           rdf::Iri{"u:graph"}};
  EXPECT_TRUE(content(*bulk).contains(expected));
}

TEST_F(LoadFiles, NamesBlankNodesOfFilesApart) {
  auto first = write("a.nt", "_:x <u:p> \"1\" .");
  auto second = write("b.nt", "_:x <u:p> \"1\" .");
  first.blank_node_prefix.clear();
  second.blank_node_prefix.clear();
  const auto store = open("store");
  EXPECT_EQ(load_files(*store, {first, second}, options(Way::Bulk)).added, 2U);
  EXPECT_EQ(load_files(*store, {first, second}, options(Way::Update)).added, 2U);
}

TEST_F(LoadFiles, SkipsAndReportsBadLinesWhenLenient) {
  std::string text = text_of(random_quads(5, 40'000));
  text += "nonsense\n";
  const auto bad_line = std::count(text.begin(), text.end(), '\n');
  text += text_of(random_quads(6, 40'000));
  const auto file = write("a.nq", text + "<u:s> <u:p> \"\xFF\" .\n");
  for (const Way way : {Way::Bulk, Way::Update}) {
    const auto store = open(way == Way::Bulk ? "bulk" : "update");
    std::vector<std::size_t> lines;
    LoadOptions lenient = options(way, std::uint64_t{1} << 30U);
    lenient.on_bad_line = [&](const rdf::SyntaxError& error) { lines.push_back(error.line()); };
    EXPECT_EQ(load_files(*store, {file}, lenient).read, 80'000U);
    EXPECT_THAT(lines, testing::UnorderedElementsAre(bad_line, 80'002));
  }
}

TEST_F(LoadFiles, FailingLeavesTheStoreAsItWas) {
  const auto store = open("store");
  load_files(*store, {write("a.nq", text_of(random_quads(1, 500)))}, options(Way::Bulk));
  const auto before = content(*store);
  const auto names = generations("store");
  const auto good = write("good.nq", text_of(random_quads(2, 60'000)));
  std::string text = text_of(random_quads(3, 60'000));
  const std::size_t line = 30'001;
  std::size_t place = 0;
  for (std::size_t i = 1; i < line; ++i) place = text.find('\n', place) + 1;
  text.insert(place, "<u:s> <u:p> 'x' .\n");
  const auto bad = write("bad.nq", text + "also bad\n");
  for (const Way way : {Way::Bulk, Way::Update}) {
    try {
      load_files(*store, {good, bad}, options(way));
      ADD_FAILURE() << "accepted";
    } catch (const rdf::SyntaxError& error) {
      EXPECT_EQ(error.source(), bad.path.string());
      EXPECT_EQ(error.line(), line);
      EXPECT_EQ(error.column(), 13U);
    }
    EXPECT_TRUE(content(*store) == before);
    EXPECT_EQ(generations("store"), names);
  }
  EXPECT_THAT(store->check().problems, testing::IsEmpty());
}

TEST_F(LoadFiles, MayBeGivenUpAtEveryStep) {
  const auto store = open("store");
  const auto file = write("a.nq", text_of(random_quads(1, 30'000)));
  for (const std::string_view step : {"stored quads", "terms", "quads", "orders", "disk"}) {
    LoadOptions stopping = options(Way::Bulk);
    stopping.progress = [&](const LoadProgress& at) {
      if (at.step == step) throw std::runtime_error("stop");
    };
    EXPECT_THROW(load_files(*store, {file}, stopping), std::runtime_error) << step;
    EXPECT_EQ(store->snapshot()->quad_count(), 0U);
    EXPECT_EQ(generations("store").size(), 1U);
  }
}

TEST_F(LoadFiles, KilledAtAnyStepLeavesTheOldState) {
  load_files(*open("store"), {write("a.nq", text_of(random_quads(1, 500)))}, options(Way::Bulk));
  const auto before = content(*open("store"));
  const auto file = write("b.nq", text_of(random_quads(2, 30'000)));
  for (const std::string_view step : {"stored quads", "terms", "quads", "orders", "disk"}) {
    const pid_t child = ::fork();
    if (child == 0) {
      LoadOptions dying = options(Way::Bulk);
      dying.progress = [&](const LoadProgress& at) {
        if (at.step == step) ::kill(::getpid(), SIGKILL);
      };
      load_files(*open("store"), {file}, dying);
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << step;
    EXPECT_EQ(generations("store").size(), 2U);
    const auto store = open("store");
    EXPECT_TRUE(content(*store) == before);
    store->begin();
    EXPECT_EQ(generations("store").size(), 1U) << "the next writer removes what was left";
  }
}

TEST_F(LoadFiles, TheAutomaticWayWeighsFilesAgainstTheStore) {
  const auto store = open("store");
  const auto one = write("one.nt", "<u:s> <u:p> <u:o> .");
  EXPECT_TRUE(is_worth_bulk(*store, {one}));
  const auto many = write("many.nq", text_of(random_quads(1, 20'000)));
  EXPECT_TRUE(load_files(*store, {many}, options(Way::Automatic)).was_bulk);
  EXPECT_FALSE(is_worth_bulk(*store, {one}));
  EXPECT_TRUE(is_worth_bulk(*store, {many}));
  EXPECT_FALSE(load_files(*store, {one}, options(Way::Automatic)).was_bulk);
}

}  // namespace
}  // namespace prosper::store
