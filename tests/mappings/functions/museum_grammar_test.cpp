// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/museum_grammar.hpp"

#include <gtest/gtest.h>

#include "mappings/functions/protection_grammar.hpp"
#include "mappings/functions/term_grammar.hpp"

namespace prosper::mappings {
namespace {

std::string read_status(const std::string& text) {
  const auto status = parse_legal_status(text);
  if (!status) return "-";
  return status->owner_kind + " | " + status->mode + " | " + status->commune + " | " +
         status->institution + (status->protection.empty() ? "" : " | " + status->protection) +
         (status->uncertain ? " ?" : "");
}

TEST(LegalStatus, tellsSegmentsByTheirWords) {
  EXPECT_EQ(read_status("propriété de la commune ; don ; Libourne ; musée des beaux-arts"),
            "commune | don | Libourne | musée des beaux-arts");
  EXPECT_EQ(read_status("don (?) ; Grenoble ; musée de Grenoble"),
            " | don | Grenoble | musée de Grenoble ?");
  EXPECT_EQ(
      read_status(
          "propriété de l'Etat ; Saint-Germain-en-Laye ; achat ; musée d'Archéologie nationale"),
      "etat | achat | Saint-Germain-en-Laye | musée d'Archéologie nationale");
  EXPECT_EQ(read_status("propriété de l’État ; legs ; musée du Louvre"),
            "etat | legs |  | musée du Louvre");
  EXPECT_EQ(read_status("propriété de l'Etat ; ministère de la Culture ; classé MH"),
            "etat |  | ministère de la Culture |  | classé MH");
  EXPECT_EQ(read_status("Grenoble ; musée de Grenoble"), "-");
}

TEST(AcquisitionMode, knowsItsGeneralMode) {
  EXPECT_EQ(broader_mode_of("achat avec participation du FRAM"), "achat");
  EXPECT_EQ(broader_mode_of("donation sous réserve d'usufruit"), "donation");
  EXPECT_EQ(broader_mode_of("don"), "");
  EXPECT_FALSE(is_acquisition_mode("Donzère"));
}

TEST(Location, movesTheSituationOut) {
  const auto location = parse_location("Paris;musée du Louvre;oeuvre disparue;manquant");
  ASSERT_TRUE(location.has_value());
  EXPECT_EQ(location->commune, "Paris");
  EXPECT_EQ(location->institution, "musée du Louvre");
  EXPECT_EQ(location->situations, (std::vector<std::string>{"disparu", "manquant"}));
  EXPECT_FALSE(parse_location(""));
}

TEST(Deposits, mayRepeat) {
  const auto deposits =
      parse_deposits("Attribution ; Versailles ; Musée du Château ; en dépôt ; Cholet ; Musée");
  ASSERT_TRUE(deposits.has_value());
  ASSERT_EQ(deposits->size(), 2U);
  EXPECT_EQ((*deposits)[0].kind, "attribution");
  EXPECT_EQ((*deposits)[1].commune, "Cholet");
  EXPECT_FALSE(parse_deposits("Cholet ; Musée"));
  EXPECT_FALSE(parse_deposits("dépôt"));
}

TEST(InventoryNumbers, keepTheirKind) {
  const auto numbers = parse_inventory_numbers("RF 1, recto ; D.951 (numéro de dépôt) ; SN");
  ASSERT_EQ(numbers.size(), 2U);
  EXPECT_EQ(numbers[0].number, "RF 1, recto");
  EXPECT_EQ(numbers[1].number, "D.951");
  EXPECT_EQ(numbers[1].kind, "numéro de dépôt");
}

TEST(Protections, haveDateAndKind) {
  const auto acts = parse_protections("1997/08/25 : inscrit MH partiellement ; 1862:classé MH");
  ASSERT_TRUE(acts.has_value());
  ASSERT_EQ(acts->size(), 2U);
  EXPECT_EQ((*acts)[0].kind, "inscrit MH");
  EXPECT_TRUE((*acts)[0].partial);
  EXPECT_EQ(to_iso((*acts)[0].first), "1997-08-25");
  EXPECT_EQ(to_iso((*acts)[1].last), "1862-12-31");
  EXPECT_TRUE(parse_protections("1910/03/21 classé MH partiellement").value()[0].partial);
  EXPECT_FALSE(parse_protections("01/22 : inscrit MH"));
  EXPECT_FALSE(parse_protections("1997/13/25 : inscrit MH"));
  EXPECT_FALSE(parse_protections("inscrit MH . 2020/09/03 : inscrit MH"));
}

std::string read_terms(const std::string& text) {
  std::string out;
  for (const IndexTerm& term : parse_index_terms(text))
    out += std::string(out.empty() ? "" : " | ") + std::to_string(term.depth) + " " + term.label +
           (term.uncertain ? "?" : "");
  return out;
}

TEST(IndexTerms, flattenNestedValues) {
  EXPECT_EQ(read_terms("scène biblique (Descente de Croix)"),
            "0 scène biblique | 1 Descente de Croix");
  EXPECT_EQ(read_terms("armoiries : Tunisie"), "0 armoiries | 1 Tunisie");
  EXPECT_EQ(read_terms("figure (tête : homme, ?) ; paysage"),
            "0 figure | 1 tête | 2 homme? | 0 paysage");
  EXPECT_EQ(read_terms("a) b ((c"), "0 a | 0 b | 2 c");
  EXPECT_EQ(read_terms(" ; ? "), "");
}

TEST(Denominations, haveCountAndQualifiers) {
  const auto all = parse_denominations("anneau (2);figurine (fragment, ?)");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].label, "anneau");
  EXPECT_EQ(all[0].count, 2);
  EXPECT_EQ(all[1].qualifiers, std::vector<std::string>{"fragment"});
  EXPECT_TRUE(all[1].uncertain);
}

}  // namespace
}  // namespace prosper::mappings
