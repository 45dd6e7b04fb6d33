// SPDX-License-Identifier: Apache-2.0
// The façade on small files: keys, duplicates, rejects, the report, threads.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "mappings/mapping.hpp"
#include "store/rdf/syntax_error.hpp"
#include "tests/files/write_file.hpp"

namespace prosper::mappings {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Notices final : public NoticeSink {
 public:
  void notice(MappedNotice&& notice) override { all.push_back(std::move(notice)); }

  std::vector<MappedNotice> all;
};

using tests::write_file;

MapOptions options(unsigned threads = 2) {
  MapOptions chosen;
  chosen.public_base = "http://localhost:7878/";
  chosen.threads = threads;
  return chosen;
}

struct Mapped {
  Report report;
  std::vector<std::string> keys;
};

Mapped map(std::string_view profile, const std::vector<std::filesystem::path>& files) {
  Notices notices;
  Mapped mapped{map_files(profile, files, options(), notices), {}};
  for (const MappedNotice& notice : notices.all) mapped.keys.push_back(notice.key);
  EXPECT_EQ(mapped.report.rows,
            mapped.report.mapped + mapped.report.repeated + mapped.report.rejected);
  return mapped;
}

TEST(MapFiles, CountsMappedRepeatedAndRejectedRows) {
  const Mapped mapped = map("museofile", {write_file("counts.csv",
                                                     "ref;nomoff;ville_m\n"
                                                     "M1;one;Gap\n"
                                                     "M2;two;Gap\n"
                                                     " M1 ;one;Gap\n"
                                                     "M1;other;Gap\n"
                                                     ";three;Gap\n"
                                                     "M4;four\n")});
  EXPECT_THAT(mapped.keys, ElementsAre("museo/M1", "museo/M2"));
  EXPECT_EQ(mapped.report.rows, 6U);
  EXPECT_EQ(mapped.report.repeated, 1U);
  ASSERT_EQ(mapped.report.rejects.size(), 3U);
  EXPECT_EQ(mapped.report.rejects[0].line, 5U);
  EXPECT_EQ(mapped.report.rejects[0].reason, "duplicate key museo/M1, differs from line 2");
  EXPECT_EQ(mapped.report.rejects[1].reason, "no key: REF is empty");
  EXPECT_EQ(mapped.report.rejects[2].reason, "2 cells, the header has 3");
  EXPECT_EQ(mapped.report.rejects[2].text, "M4;four");
}

TEST(MapFiles, ComparesKeysAcrossFiles) {
  const auto first = write_file("first.csv", "ref;nomoff\nM1;one\nM2;two\n");
  const auto second = write_file("second.csv", "nomoff;ref\nother;M1\ntwo;M2\nthree;M3\n");
  const Mapped mapped = map("museofile", {first, second});
  EXPECT_THAT(mapped.keys, ElementsAre("museo/M1", "museo/M2", "museo/M3"));
  EXPECT_EQ(mapped.report.repeated, 1U);
  ASSERT_EQ(mapped.report.rejects.size(), 1U);
  EXPECT_EQ(mapped.report.rejects[0].reason,
            "duplicate key museo/M1, differs from line 2 of " + first.string());
}

TEST(MapFiles, KeysByMuseumAndInventoryNumberWithoutReference) {
  Notices notices;
  const Report report =
      map_files("joconde",
                {write_file("inventory.csv",
                            "Reference|Code_Museofile|Numero_inventaire|Titre\n\"\"|\"M0810\"|"
                            "\"2005.10/1\"|\"vase\"\n"
                            "\"00A\"|\"M0810\"|\"3\"|\"pot\"\n\"\"|\"M0810\"|\"\"|\"rien\"\n")},
                options(), notices);
  ASSERT_EQ(notices.all.size(), 2U);
  EXPECT_EQ(notices.all[0].key, "joconde/inv/M0810/2005.10%2F1");
  EXPECT_EQ(notices.all[1].key, "joconde/00A");
  EXPECT_EQ(report.inventory_keys, 1U);
  const rdf::Triple flag{notices.all[0].graph,
                         rdf::Iri{"https://w3id.org/prosper/ontology#keyKind"},
                         rdf::make_string("inventory")};
  EXPECT_THAT(notices.all[0].triples, testing::Contains(flag));
  EXPECT_THAT(report.rejects.at(0).reason, HasSubstr("no key"));
}

TEST(MapFiles, NeverEmitsPrivateFieldsAndReportsEveryFate) {
  Notices notices;
  const Report report = map_files(
      "museofile",
      {write_file(
          "private.json",
          R"({"REF":"M1","NOMOFF":"x","CONTACT_MUSEO":"secret@b.example","RESP":"Nom Secret","Couleur":["a","b"]})")},
      options(), notices);
  for (const rdf::Triple& triple : notices.all.at(0).triples)
    EXPECT_THAT(rdf::to_ntriples(triple.object), testing::Not(HasSubstr("ecret")));
  EXPECT_EQ(report.fields.at("CONTACT_MUSEO").fate, FieldCount::Fate::Dropped);
  EXPECT_EQ(report.fields.at("CONTACT_MUSEO").reason, "private");
  EXPECT_EQ(report.fields.at("NOMOFF").fate, FieldCount::Fate::Mapped);
  EXPECT_EQ(report.fields.at("Couleur").fate, FieldCount::Fate::KeptVerbatim);
  EXPECT_EQ(report.fields.at("Couleur").filled, 1U);
}

TEST(MapFiles, GivesTheSameWithAnyNumberOfThreads) {
  std::string text = "ref;nomoff;ville_m;dpt\n";
  for (int i = 0; i < 600; ++i)
    text += "M" + std::to_string(i) + ";musée " + std::to_string(i) + ";Gap;Hautes-Alpes\n";
  const auto path = write_file("threads.csv", text);
  Notices one;
  Notices four;
  map_files("museofile", {path}, options(1), one);
  map_files("museofile", {path}, options(4), four);
  ASSERT_EQ(one.all.size(), 600U);
  ASSERT_EQ(four.all.size(), 600U);
  for (std::size_t i = 0; i < one.all.size(); ++i) {
    EXPECT_EQ(one.all[i].key, "museo/M" + std::to_string(i));
    EXPECT_EQ(one.all[i].triples, four.all[i].triples);
    EXPECT_EQ(one.all[i].hash, four.all[i].hash);
  }
}

TEST(MapFiles, TellsItsProgress) {
  const auto path = write_file("progress.csv", "ref;nomoff\nM1;one\n");
  MapOptions chosen = options();
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  chosen.progress = [&](std::uint64_t now, std::uint64_t all) {
    done = now;
    total = all;
  };
  Notices notices;
  map_files("museofile", {path, path}, chosen, notices);
  EXPECT_EQ(done, total);
  EXPECT_EQ(total, 2 * std::filesystem::file_size(path));
}

TEST(MapFiles, RefusesWhatItCannotStart) {
  Notices notices;
  EXPECT_THROW(map_files("louvre", {}, options(), notices), std::invalid_argument);
  EXPECT_THROW(map_files("museofile", {"/no/such/file.csv"}, options(), notices),
               std::system_error);
  EXPECT_THROW(map_files("museofile", {write_file("what.bin", "what is this")}, options(), notices),
               rdf::SyntaxError);
  EXPECT_THAT(profile_names(), testing::IsSupersetOf({"joconde", "merimee", "museofile"}));
}

/// A sink that cannot take any more.
class FullSink final : public NoticeSink {
 public:
  void notice(MappedNotice&&) override { throw std::runtime_error("disk full"); }
};

TEST(MapFiles, PassesOnWhatTheSinkThrows) {
  FullSink sink;
  EXPECT_THROW(
      map_files("museofile", {write_file("full.csv", "ref;nomoff\nM1;one\n")}, options(), sink),
      std::runtime_error);
}

Report small_report() {
  Report report;
  report.profile = "museofile";
  report.rows = 3;
  report.mapped = 2;
  report.rejected = 1;
  report.fields["NOMOFF"] = {2, FieldCount::Fate::Mapped, ""};
  report.fields["RESP"] = {1, FieldCount::Fate::Dropped, "private"};
  report.grammars[{"dates", "AN_CREAT"}] = {3, 1};
  report.concepts["DOMPAL"] = {1, 4};
  report.rejects.push_back({"a.csv", 4, "no key", "x;\"y\""});
  return report;
}

TEST(Report, IsJson) {
  const std::string json = to_json(small_report());
  for (const char* part : {R"("rows": 3)", R"("fate": "dropped")", R"("reason": "private")",
                           R"("keptAsText": 1)", R"("minted": 4)", R"("line": 4)"})
    EXPECT_THAT(json, HasSubstr(part));
}

TEST(Report, IsATable) {
  const std::string table = to_table(small_report());
  EXPECT_THAT(table, HasSubstr("3 rows = 2 mapped + 0 repeated + 1 rejected"));
  EXPECT_THAT(table, HasSubstr("dropped (private)"));
  EXPECT_THAT(table, HasSubstr("75.0 %"));
  EXPECT_THAT(table, HasSubstr("rejected  a.csv:4: no key"));
}

TEST(Report, WritesRejectsAsCsv) {
  const auto path = tests::run_directory() / "rejects.csv";
  write_rejects(small_report(), path);
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  EXPECT_EQ(text.str(), "file,line,reason,row\n\"a.csv\",4,\"no key\",\"x;\"\"y\"\"\"\n");
  EXPECT_THROW(write_rejects(small_report(), "/no/such/folder/rejects.csv"), std::system_error);
}

}  // namespace
}  // namespace prosper::mappings
