// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_grammar.hpp"

#include <array>
#include <gtest/gtest.h>
#include <iostream>

#include "mappings/functions/text.hpp"
#include "tests/mappings/functions/tables.hpp"

namespace prosper::mappings {
namespace {

std::string show_year(const std::optional<LifeDate>& date) {
  return date && date->year ? std::to_string(*date->year) : "";
}

/// The notation of author_vectors.tsv.
std::string show(const Author& author) {
  constexpr std::array kinds{"person", "group", "anonymous"};
  constexpr std::array relations{"P14", "P15", "former", "commission"};
  constexpr std::array derived{"", " ^atelier", " ^ecole", " ^entourage", " ^suiveur"};
  constexpr std::array types{"", " #population", " #ecole-nationale", " #mouvement", " #atelier"};
  std::string out = author.name + ": " + kinds[static_cast<std::size_t>(author.kind)] + ' ' +
                    relations[static_cast<std::size_t>(author.relation)] +
                    derived[static_cast<std::size_t>(author.derived)] +
                    types[static_cast<std::size_t>(author.group_kind)];
  for (std::size_t i = 0; i < author.roles.size(); ++i)
    out += (i == 0 ? " role=" : ",") + author.roles[i].slug;
  for (std::size_t i = 0; i < author.qualifiers.size(); ++i)
    out += (i == 0 ? " qual=" : ",") + std::string(slug_of(author.qualifiers[i]));
  if (author.is_uncertain) out += " ?";
  if (author.is_conception) out += " !";
  for (const AlternativeName& name : author.alternatives)
    out += " alt=" + name.name + '(' + std::string(slug_of(name.kind)) + ')';
  const std::string birth = show_year(author.life.birth);
  const std::string death = show_year(author.life.death);
  if (!birth.empty() || !death.empty()) out += ' ' + birth + '-' + death;
  return out;
}

std::string show(const std::vector<Author>& authors) {
  std::string out;
  for (const Author& author : authors) out += (out.empty() ? "" : " ++ ") + show(author);
  return out;
}

AuthorOptions options_of(const std::string& cell) {
  AuthorOptions options;
  const std::size_t slash = std::min(cell.find('/'), cell.size());
  const std::string convention = cell.substr(0, slash);
  if (convention == "me") options.convention = AuthorConvention::Merimee;
  if (convention == "mm") options.convention = AuthorConvention::Memoire;
  if (slash < cell.size()) options.domains = split_outside_parentheses(cell.substr(slash + 1), ";");
  return options;
}

TEST(AuthorGrammar, ReadsTheVectors) {
  const auto rows = testing::read_table(testing::test_table("author_vectors.tsv"));
  ASSERT_TRUE(rows);
  ASSERT_GT(rows->size(), 80U);
  for (const auto& row : *rows) {
    ASSERT_EQ(row.size(), 3U) << row[0];
    EXPECT_EQ(show(parse_authors(row[1], options_of(row[0]))), row[2]) << row[1];
  }
}

TEST(AuthorGrammar, KeepsTheTextOfEverySegment) {
  const auto authors = parse_authors("VALADON Marie ; VALADON Suzanne (dite) ; X (graveur)");
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors[0].text, "VALADON Marie ; VALADON Suzanne (dite)");
  EXPECT_EQ(authors[1].text, "X (graveur)");
  EXPECT_EQ(parse_authors("RENI Guido, LE GUIDE (dit)")[0].text, "RENI Guido, LE GUIDE (dit)");
}

TEST(AuthorGrammar, NamesActorsByNameAndYears) {
  const auto path = [](std::string_view text) { return actor_path(parse_authors(text)[0]); };
  EXPECT_EQ(path("HEBERT Ernest"),
            "id/actor/hebert-ernest-" + sha256_hex("HEBERT Ernest||").substr(0, 10));
  EXPECT_EQ(path("Rodin Auguste (1840-1917)"),
            "id/actor/rodin-auguste-" + sha256_hex("Rodin Auguste|1840|1917").substr(0, 10));
  EXPECT_EQ(path("David d’Angers"), path("David  d'Angers"));
  EXPECT_NE(path("HEBERT Ernest"), path("HEBERT Ernest (1817-1908)"));
  EXPECT_EQ(path("anonyme"), "id/actor/anonyme");
  EXPECT_EQ(path("auteur inconnu"), "id/actor/anonyme");
  EXPECT_EQ(path("ANONYME (exécutant)"), "id/actor/anonyme/executant");
  EXPECT_EQ(path("manufacture indéterminée"), "id/actor/anonyme/manufacture");
  const Author workshop = parse_authors("COROT Camille (atelier)")[0];
  EXPECT_EQ(relating_actor_path(workshop), actor_path(workshop) + "/atelier");
  EXPECT_EQ(actor_path(workshop), path("COROT Camille"));
}

TEST(AuthorGrammar, BoundsDottedLifeDates) {
  const Author author = parse_authors("Aquaviva Oscar (19..-19..?)")[0];
  ASSERT_TRUE(author.life.birth);
  EXPECT_FALSE(author.life.birth->year);
  EXPECT_EQ(to_iso(*author.life.birth->span.begin_of_begin), "1900-01-01");
  EXPECT_EQ(to_iso(*author.life.birth->span.end_of_end), "1999-12-31");
  EXPECT_TRUE(author.life.death->span.flags.has(DateFlag::Uncertain));
  EXPECT_FALSE(author.is_uncertain);
  EXPECT_EQ(parse_authors("Chapron Nicolas (1612-1656?)")[0].life.death->year, 1656);
}

TEST(AuthorGrammar, LeadsWithTheDecidingQualifier) {
  const auto leading = [](std::string_view text) {
    const std::vector<Author> authors = parse_authors(text);
    return std::string(slug_of(*leading_qualifier(authors.at(0))));
  };
  EXPECT_EQ(leading("X (attribué, d'après)"), "d-apres");
  EXPECT_EQ(leading("X (atelier, d'après)"), "d-apres");
  EXPECT_EQ(leading("X (attribué à, atelier)"), "atelier");
  EXPECT_EQ(leading_qualifier(parse_authors("X (peintre)")[0]), nullptr);
}

TEST(AuthorGrammar, SurvivesHostileCells) {
  EXPECT_TRUE(parse_authors("").empty());
  EXPECT_TRUE(parse_authors(" ; ;, # ()").empty());
  EXPECT_TRUE(parse_authors(std::string(100000, 'a')).empty());
  EXPECT_EQ(parse_authors(std::string(1000, '(') + "x").size(), 0U);
  EXPECT_TRUE(parse_authors("X (peintre").at(0).is_malformed);
  EXPECT_TRUE(parse_authors("X peintre)").at(0).is_malformed);
  for (const char* text : {")", "(", "?", ":", " : graveur", "(dit)", "dit", "né", "\xff(\xfe)"})
    EXPECT_LE(parse_authors(text).size(), 1U) << text;
}

/// Every segment of the real lists yields a name, and the few broken cells are known as broken.
class RealAuthors : public ::testing::TestWithParam<const char*> {};

TEST_P(RealAuthors, AreRead) {
  const auto values = testing::read_values(GetParam());
  if (!values)
    GTEST_SKIP() << "the lists of real values are not there: ../shared is absent";
  unsigned all = 0;
  unsigned read = 0;
  for (const auto& value : *values) {
    AuthorOptions options;
    if (std::string_view(GetParam()).starts_with("merimee"))
      options.convention = AuthorConvention::Merimee;
    const std::vector<Author> authors = parse_authors(value.text, options);
    const bool sound =
        !authors.empty() && std::none_of(authors.begin(), authors.end(), [](const Author& author) {
          return author.is_malformed || author.name.empty();
        });
    all += value.count;
    read += sound ? value.count : 0;
    if (!sound) std::cout << "  broken: " << value.text << '\n';
  }
  std::cout << GetParam() << ": " << read << " of " << all << " cells read, " << 100.0 * read / all
            << " %\n";
  EXPECT_GE(read * 1000UL, all * 990UL);
}

INSTANTIATE_TEST_SUITE_P(Lists, RealAuthors,
                         ::testing::Values("joconde_auteur.tsv", "merimee_auteurs.tsv"),
                         [](const auto& list) {
                           const std::string name = list.param;
                           return name.substr(0, name.find('.'));
                         });

}  // namespace
}  // namespace prosper::mappings
