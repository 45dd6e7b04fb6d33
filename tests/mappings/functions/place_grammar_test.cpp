// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/place_grammar.hpp"

#include <gtest/gtest.h>

#include "mappings/functions/departments.hpp"

namespace prosper::mappings {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ",") + text;
  return out;
}

TEST(Places, readIndexForms) {
  EXPECT_EQ(name_of_index_form("Tronche (La)"), "La Tronche");
  EXPECT_EQ(name_of_index_form(" Pont-de-Claix (Le) "), "Le Pont-de-Claix");
  EXPECT_EQ(name_of_index_form("Isle-d'Abeau (L')"), "L'Isle-d'Abeau");
  EXPECT_EQ(name_of_index_form("Côtes-d'Arey (Les)"), "Les Côtes-d'Arey");
  EXPECT_EQ(name_of_index_form("Toulouse"), "Toulouse");
  EXPECT_EQ(name_of_index_form("Saint-Denis (Réunion)"), "Saint-Denis (Réunion)");
}

std::string read_places(const std::string& text) {
  const auto mentions = parse_creation_places(text);
  if (!mentions) return "-";
  std::string out;
  for (const PlaceMention& mention : *mentions)
    out += (out.empty() ? "" : " | ") + joined(mention.path) + " [" + joined(mention.roles) + "]" +
           (mention.uncertain ? "?" : "");
  return out;
}

std::string read_discovery(const std::string& text) {
  const auto found = parse_discovery(text);
  if (!found) return "-";
  return found->kind + ": " + (found->place ? joined(found->place->path) : "") + " [" +
         joined(found->dates) + "] [" + joined(found->persons) + "] [" +
         joined(found->circumstances) + "]";
}

TEST(CreationPlaces, tellPathAndRole) {
  EXPECT_EQ(read_places("France, Saône-et-Loire, Autun (lieu de création)"),
            "France,Saône-et-Loire,Autun [creation]");
  EXPECT_EQ(read_places("Vienne : Bonnes (lieu d'exécution)"), "Vienne,Bonnes [execution]");
  EXPECT_EQ(read_places("Italie (lieu de création),Espagne,Alcora (lieu d'exécution)"),
            "Italie [creation] | Espagne,Alcora [execution]");
  EXPECT_EQ(
      read_places("France,Seine-et-Marne,Montereau (?, lieu de création, lieu d'utilisation)"),
      "France,Seine-et-Marne,Montereau [creation,utilisation]?");
  EXPECT_EQ(read_places("Côte-d'Ivoire"), "Côte-d'Ivoire []");
  EXPECT_EQ(read_places("Paris (dans la cour)"), "-");
  EXPECT_EQ(read_places(""), "-");
}

TEST(Discovery, tellsPlaceDatePersonAndCircumstance) {
  EXPECT_EQ(
      read_discovery("France, Saône-et-Loire, Autun (lieu de découverte) ; (19e siècle, date de "
                     "découverte) ; (GAUTHIER, découvreur)"),
      "decouverte: France,Saône-et-Loire,Autun [19e siècle] [GAUTHIER] []");
  EXPECT_EQ(read_discovery("France ; Drôme ; Valence (Lieu de découverte) ; découverte fortuite"),
            "decouverte: France,Drôme,Valence [] [] [découverte fortuite]");
  EXPECT_EQ(read_discovery("France (lieu de provenance)"), "provenance: France [] [] []");
  EXPECT_EQ(
      read_discovery("(SAINT-AMBROIX-SUR-ARNON, lieu de découverte) ; (1910, date de découverte)"),
      "decouverte: SAINT-AMBROIX-SUR-ARNON [1910] [] []");
  EXPECT_EQ(read_discovery("Côte d'Ivoire : Abidjan (TOURNIER J.L., IFAN)"), "-");
}

TEST(Communes, haveTheirDepartmentRegionAndCountry) {
  const auto places = commune_places("38185", "Grenoble", "");
  ASSERT_EQ(places.size(), 4U);
  EXPECT_EQ(places[0].iri, "id/place/insee/38185");
  EXPECT_EQ(places[0].parent_iri, "id/place/dep/38");
  EXPECT_EQ(places[1].label, "Isère");
  EXPECT_EQ(places[2].iri, "id/place/reg/84");
  EXPECT_EQ(places[3].iri, "id/place/pays/fr");
  EXPECT_EQ(commune_places("2A004", "Ajaccio", "")[1].iri, "id/place/dep/2A");
  EXPECT_EQ(commune_places("97411", "Saint-Denis", "")[1].iri, "id/place/dep/974");
  EXPECT_EQ(commune_places("", "Lyon", "Rhône")[0].iri, "id/place/rhone-lyon");
  EXPECT_EQ(commune_places("99999", "Ailleurs", "")[0].iri, "id/place/ailleurs");
  EXPECT_TRUE(commune_places("", "", "").empty());
}

TEST(Departments, areFoundByCodeAndName) {
  EXPECT_EQ(find_department("38")->name, "Isère");
  EXPECT_EQ(find_department_by_name("isere")->code, "38");
  EXPECT_EQ(find_department_by_name("Réunion")->code, "974");
  EXPECT_EQ(find_department("20"), nullptr);
  EXPECT_EQ(department_of_commune("1234"), nullptr);
}

}  // namespace
}  // namespace prosper::mappings
