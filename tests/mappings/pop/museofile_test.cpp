// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mappings/mapping.hpp"
#include "store/rdf/io/parser.hpp"
#include "tests/files/write_file.hpp"

namespace prosper::mappings {
namespace {

const std::filesystem::path shared_data = std::filesystem::path(PROSPER_SHARED_DIR) / "data";

class Notices final : public NoticeSink {
 public:
  void notice(MappedNotice&& notice) override { all.push_back(std::move(notice)); }

  std::vector<MappedNotice> all;
};

MapOptions options() {
  MapOptions chosen;
  chosen.public_base = "http://localhost:7878/";
  return chosen;
}

/// Subject, predicate and object with the base and well-known namespaces cut off.
std::string shorten(std::string text) {
  const std::pair<std::string, std::string> prefixes[] = {
      {"<http://localhost:7878/", "<"},
      {"<http://www.cidoc-crm.org/cidoc-crm/", "<crm:"},
      {"<http://www.opengis.net/ont/geosparql#", "<geo:"},
      {"<http://www.w3.org/2001/XMLSchema#", "<xsd:"},
      {"<http://vocab.getty.edu/aat/", "<aat:"}};
  for (const auto& [full, brief] : prefixes) {
    for (std::size_t at = text.find(full); at != std::string::npos; at = text.find(full))
      text.replace(at, full.size(), brief);
  }
  return text;
}

std::string line_of(const rdf::Triple& triple) {
  return shorten(rdf::to_ntriples(triple.subject) + " " + rdf::to_ntriples(triple.predicate) + " " +
                 rdf::to_ntriples(triple.object));
}

std::vector<std::string> lines_of(const MappedNotice& notice) {
  std::vector<std::string> lines;
  for (const rdf::Triple& triple : notice.triples) lines.push_back(line_of(triple));
  return lines;
}

std::vector<std::string> shared_lines_of(const MappedNotice& notice) {
  std::vector<std::string> lines;
  for (const rdf::Quad& quad : notice.shared)
    lines.push_back(line_of(rdf::triple_of(quad)) + " " + shorten(rdf::to_ntriples(*quad.graph)));
  return lines;
}

using tests::write_file;

const std::string header =
    "Identifiant|Nom_officiel|Adresse|Lieu|Code_postal|Ville|Departement|Region|URL|Telephone|"
    "Categorie|Domaine_thematique|Histoire|Refmer|Annee_creation|Date_de_mise_a_jour|Coordonnees|"
    "Protection_espace|Themes|Couleur\n";
const std::string potteries =
    R"("M9001"|"musée des potiers"|"2 rue du four"|""|"71000"|"Mâcon"|"Saône-et-Loire"|)"
    R"("Bourgogne-Franche-Comté"|"www.potiers.example/musee"|"03 00 00 00 01"|"musée de site ; musée littéraire"|)"
    R"("Histoire;Beaux-arts"|"Ouvert en 1960."|"PA00099999;SPR7100001"|"1960"|"2025-10-13"|"46.3, 4.83"|"Site classé."|"Arts décoratifs : Mobilier"|"rouge")"
    "\n";
const std::string mills =
    R"("M9002"|"musée des moulins"|""|""|"80000"|"Amiens"|"Somme"|"Hauts-de-France"|""|""|""|""|""|""|"Années 1970"|)"
    R"("2024-02-08"|"0, 0"|""|""|"")"
    "\n";

std::vector<MappedNotice> map_text(const std::string& name, const std::string& text) {
  Notices notices;
  map_files("museofile", {write_file(name, text)}, options(), notices);
  return std::move(notices.all);
}

TEST(Museofile, MapsAMuseumFromThePipeLayout) {
  const std::vector<MappedNotice> notices = map_text("museum.csv", header + potteries);
  ASSERT_EQ(notices.size(), 1U);
  const MappedNotice& notice = notices.front();
  EXPECT_EQ(notice.key, "museo/M9001");
  EXPECT_EQ(notice.graph.value, "http://localhost:7878/doc/museo/M9001");
  EXPECT_EQ(notice.hash.size(), 64U);
  const std::vector<std::string> lines = lines_of(notice);
  std::ifstream expected(std::filesystem::path(PROSPER_SOURCE_DIR) /
                         "tests/mappings/pop/museofile_expected.nt");
  std::size_t count = 0;
  for (std::string line; std::getline(expected, line); ++count)
    EXPECT_THAT(lines, testing::Contains(line));
  EXPECT_GT(count, 25U);
}

TEST(Museofile, DescribesSharedNodesInTheirGraphs) {
  const std::vector<MappedNotice> notices = map_text("shared.csv", header + potteries);
  const std::vector<std::string> lines = shared_lines_of(notices.at(0));
  EXPECT_THAT(
      lines,
      testing::Contains(
          R"(<voc/museo/dompal/beaux-arts> <http://www.w3.org/2004/02/skos/core#prefLabel> "Beaux-arts"@fr <graph/voc>)"));
  EXPECT_THAT(lines,
              testing::Contains(testing::HasSubstr("<id/place/dep/71> <crm:P89_falls_within>")));
  EXPECT_THAT(lines, testing::Contains(testing::HasSubstr("<id/time/y1960>")));
}

TEST(Museofile, LeavesOutWhatTheNoticeDoesNotSay) {
  const std::vector<MappedNotice> notices = map_text("mills.csv", header + mills);
  const std::vector<std::string> lines = lines_of(notices.at(0));
  const auto has = [&](const std::string& part) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.find(part) != std::string::npos;
    });
  };
  EXPECT_FALSE(has("geom"));
  EXPECT_FALSE(has("contact"));
  EXPECT_FALSE(has("stmt/HIST"));
  EXPECT_TRUE(
      has("<id/museo/M9002/building> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
          "<crm:E22_Human-Made_Object>"));
  EXPECT_TRUE(has(R"("Années 1970"@fr)"));
}

TEST(Museofile, LayoutsGiveTheSameNotice) {
  const std::vector<MappedNotice> pipe =
      map_text("pipe.csv", "Identifiant|Nom_officiel|Ville\n\"M9003\"|\"musée\"|\"Gap\"\n");
  const std::vector<MappedNotice> codes =
      map_text("codes.csv", "ref;nomoff;ville_m\nM9003;musée;Gap\n");
  const std::vector<MappedNotice> json = map_text(
      "api.json",
      R"([{"REF":"M9003","NOMOFF":"musée","VILLE_M":"Gap","CONTACT_MUSEO":"a@b.example"}])");
  const std::vector<MappedNotice> pilot =
      map_text("pilot.txt", "REF\r\nM9003\r\nNOMOFF\r\nmusée\r\nVILLE_M\r\nGap\r\n//\r\n");
  for (const auto* other : {&codes, &json, &pilot}) {
    ASSERT_EQ(other->size(), 1U);
    EXPECT_EQ(other->front().hash, pipe.front().hash);
    EXPECT_EQ(other->front().triples, pipe.front().triples);
    EXPECT_EQ(other->front().shared, pipe.front().shared);
  }
}

TEST(Museofile, OtherNoticesStayAsTheyAreWhenARowIsInsertedOrMoved) {
  const std::vector<MappedNotice> before = map_text("before.csv", header + potteries + mills);
  const std::string third = "\"M9004\"" + mills.substr(mills.find('|'));
  const std::vector<MappedNotice> after = map_text("after.csv", header + third + mills + potteries);
  ASSERT_EQ(after.size(), 3U);
  EXPECT_EQ(after.at(0).key, "museo/M9004");
  for (const MappedNotice& notice : before) {
    const auto again = std::find_if(after.begin(), after.end(), [&](const MappedNotice& other) {
      return other.key == notice.key;
    });
    ASSERT_NE(again, after.end());
    EXPECT_EQ(again->hash, notice.hash);
    EXPECT_EQ(again->triples, notice.triples);
    EXPECT_EQ(again->shared, notice.shared);
  }
}

struct RealLayout {
  std::string file;
  std::uint64_t rows;
};

class MuseofileRealData : public testing::TestWithParam<RealLayout> {};

TEST_P(MuseofileRealData, EveryRowMaps) {
  const auto path = shared_data / "museofile" / GetParam().file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
  Notices notices;
  const Report report = map_files("museofile", {path}, options(), notices);
  EXPECT_EQ(report.rows, GetParam().rows);
  EXPECT_EQ(report.mapped + report.repeated + report.rejected, report.rows);
  EXPECT_EQ(report.mapped, GetParam().rows) << to_table(report);
  EXPECT_EQ(notices.all.size(), report.mapped);
  for (const auto& [name, count] : report.fields) {
    EXPECT_NE(count.fate, FieldCount::Fate::KeptVerbatim) << name << " has no place in the mapping";
  }
  const GrammarCount& coordinates = report.grammars.at({"coordinates", "POP_COORDONNEES"});
  EXPECT_EQ(coordinates.kept_as_text, 0U);
  for (const MappedNotice& notice : notices.all) {
    EXPECT_TRUE(std::is_sorted(notice.triples.begin(), notice.triples.end()));
    EXPECT_EQ(std::adjacent_find(notice.triples.begin(), notice.triples.end()),
              notice.triples.end());
  }
}

INSTANTIATE_TEST_SUITE_P(Layouts, MuseofileRealData,
                         testing::Values(RealLayout{"museofile_2025_pipe.csv", 1222},
                                         RealLayout{"museofile_2024_codes.csv", 1227},
                                         RealLayout{"museofile_2024_labels.csv", 1228}),
                         [](const auto& layout) {
                           const std::string& file = layout.param.file;
                           return file.substr(0, file.find('.'));
                         });

}  // namespace
}  // namespace prosper::mappings
