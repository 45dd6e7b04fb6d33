// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mappings/layout.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::mappings {
namespace {

using testing::ElementsAre;

const std::string table =
    "# comment\n"
    "@base\tjoconde\n@reference\tREF\n@inventory\tMUSEO\tINV\n"
    "REF\tREF\t-\n"
    "DOMN\tDOMN\t; ,\n"
    "Domaine\tDOMN\n"
    "Dénomination_*\tDENO\t;\n"
    "Coordonnees\tlat+lon\t,\n"
    "Date_d_acquisition\tDACQ\t-\n"
    "=ADRESSE\tADRESSE\n"
    "Adresse\tADRL1\n"
    "Contact\tdrop\tprivate\n";

SourceRow row(std::initializer_list<std::pair<const char*, Value>> cells) {
  SourceRow made;
  for (const auto& [name, value] : cells) made.cells.fields.emplace_back(name, value);
  return made;
}

std::vector<std::string> texts(const NormalisedRow& row, const std::string& code) {
  const Value* value = row.cells.find(code);
  return value == nullptr ? std::vector<std::string>() : value->texts();
}

TEST(Layout, FindsColumnsByAnySpelling) {
  const Layout layout(table, "table");
  for (const char* name : {"domaine", "DOMAINE", "Domn"})
    EXPECT_EQ(layout.code_of(name), "DOMN") << name;
  for (const char* name : {"Date d'acquisition", "date_d_acquisition", "Date-d’acquisition"})
    EXPECT_EQ(layout.code_of(name), "DACQ") << name;
  EXPECT_EQ(layout.code_of("denomination_12"), "DENO");
  EXPECT_EQ(layout.code_of("ADRESSE"), "ADRESSE");
  EXPECT_EQ(layout.code_of("adresse"), "ADRL1");
  EXPECT_EQ(layout.code_of("DENO"), "DENO");
  EXPECT_EQ(layout.code_of("Couleur"), "");
  EXPECT_EQ(layout.base(), "joconde");
  EXPECT_EQ(layout.reference(), "REF");
  EXPECT_THAT(layout.inventory(), ElementsAre("MUSEO", "INV"));
}

TEST(Layout, BringsARowToCodes) {
  Layout layout(table, "table");
  const NormalisedRow made =
      layout.normalise(row({{"Domaine", Value("peinture, dessin (encre, lavis)")},
                            {"Denomination_1", Value("vase;pot")},
                            {"Denomination_2", Value("pot")},
                            {"Coordonnees", Value("45.5, 4.8")},
                            {"Contact", Value("a@b.example")},
                            {"Contact.nom", Value("Nom")},
           {"Couleur", Value("rouge;bleu")}}));
  EXPECT_THAT(texts(made, "DOMN"), ElementsAre("peinture", "dessin (encre, lavis)"));
  EXPECT_THAT(texts(made, "DENO"), ElementsAre("vase", "pot"));
  EXPECT_THAT(texts(made, "lat"), ElementsAre("45.5"));
  EXPECT_THAT(texts(made, "lon"), ElementsAre("4.8"));
  EXPECT_THAT(texts(made, "Couleur"), ElementsAre("rouge;bleu"));
  ASSERT_EQ(made.dropped.size(), 2U);
  EXPECT_EQ(made.dropped[0].reason, "private");
  EXPECT_EQ(made.cells.find("Contact"), nullptr);
}

TEST(Layout, KeepsWhatDoesNotFitUnderTheColumnsName) {
  Layout layout(table, "table");
  const NormalisedRow made = layout.normalise(row({{"Coordonnees", Value("45.5")}}));
  EXPECT_EQ(made.cells.find("lat"), nullptr);
  EXPECT_THAT(texts(made, "Coordonnees"), ElementsAre("45.5"));
}

TEST(Layout, CutsTheItemsOfLists) {
  Layout layout(table, "table");
  const NormalisedRow made =
      layout.normalise(row({{"DOMN", Value(List{Value("a;b"), Value("c"), Value(" ")})}}));
  EXPECT_THAT(texts(made, "DOMN"), ElementsAre("a", "b", "c"));
}

struct Cut {
  std::string cell;
  std::vector<std::string> separators;
  std::vector<std::string> parts;
};

class SplitCell : public testing::TestWithParam<Cut> {};

TEST_P(SplitCell, CutsOutsideParentheses) {
  EXPECT_EQ(split_cell(GetParam().cell, GetParam().separators), GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(Cells, SplitCell,
                         testing::Values(Cut{"a;b, c", {";", ","}, {"a", "b, c"}},
                                         Cut{"a, b", {";", ","}, {"a", "b"}},
                                         Cut{"a (x;y) ; b", {";"}, {"a (x;y)", "b"}},
                                         Cut{"a (x;y", {";"}, {"a (x", "y"}},
                                         Cut{"a;;;b;c", {";;;", ";"}, {"a", "b;c"}},
                                         Cut{" ; a ;", {";"}, {"a"}}, Cut{"a#b", {"#"}, {"a", "b"}},
                                         Cut{"a", {}, {"a"}}, Cut{"", {";"}, {}}));

TEST(Layout, NamesMistakesInTheTable) {
  const std::string head = "@base\tx\n@reference\tREF\n";
  for (const std::string& wrong :
       {std::string("REF\tREF\n"), head + "DOMN\n", head + "A\tdrop\n", head + "@bas\tx\n",
        head + "A\tX\nA\tY\n", head + "A\tX\t;\nà\tX\t,\n"})
    EXPECT_THROW(Layout(wrong, "table"), rdf::SyntaxError) << wrong;
  EXPECT_NO_THROW(Layout(head + "Région\tREG\t;\nRegion\tREG\n", "table"));
}

}  // namespace
}  // namespace prosper::mappings
