// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/materials.hpp"

#include <algorithm>
#include <iterator>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

// Both lists are folded (lower case, no accents) and sorted for binary search.
// clang-format off
constexpr std::string_view materials[] = {
    "acajou", "acier", "albatre", "alliage", "alliage cuivreux", "alliage ferreux",
    "alliage precieux", "aluminium", "ambre", "ardoise", "argent", "argent massif", "argile",
    "bakelite", "bambou", "basalte", "beton", "biscuit", "bitume", "bois", "bois fruitier",
    "bouleau", "brique", "bronze", "burgau", "cachemire", "calcaire", "calcedoine", "calcite",
    "caoutchouc", "carton", "celluloid", "ceramique", "chanvre", "chene", "cheveu", "cheveux",
    "chevreau", "ciment", "cire", "citrine", "contreplaque", "coquillage", "corail", "corde",
    "corne", "coton", "craie", "crin", "crin de cheval", "cristal", "cuir", "cuir d'agneau",
    "cuir de cerf", "cuir de chevre", "cuir de chevreau", "cuir de daim", "cuir de porc",
    "cuir de veau", "cuivre", "diamant", "ebene", "ecaille", "ecaille blonde", "ecaille brune",
    "ecorce", "elastomere", "eponge", "erable", "etain", "faience", "faience egyptienne",
    "faience fine", "faience fine feldspathique", "faience stannifere", "fanon de baleine", "fer",
    "feuille d'or", "fibre cellulosique", "fibre vegetale", "ficelle", "fil d'argent", "fil d'or",
    "fil de fer", "fil de laine", "fonte", "fourrure", "granit", "granite", "grenat", "gres",
    "gres ceramique", "isorel", "ivoire", "jade", "jais", "jaspe", "jonc", "laine", "laiton",
    "lapis-lazuli", "liege", "lin", "maillechort", "majolique", "marbre", "marbre blanc",
    "maroquin", "matiere plastique", "matiere synthetique", "metal", "metal cuivreux", "miroir",
    "molasse", "nacre", "nacre blanche", "nacre grise", "noyer", "opale", "or", "os", "osier",
    "paille", "palissandre", "papier", "papier albumine", "papier baryte", "papier bristol",
    "papier calque", "papier cartonne", "papier chiffon", "papier de soie", "papier fort",
    "papier journal", "papier metallise", "papier peint", "papier raboute", "papier velin",
    "papier verge", "parchemin", "pate de verre", "peau", "peau de chamois", "perle fine",
    "perle synthetique", "peuplier", "pierre", "platine", "platre", "plomb", "plume d'autruche",
    "plume d'oiseau", "plume de coq", "plume de paon", "poil", "porcelaine", "porcelaine dure",
    "porcelaine opaque", "porcelaine tendre", "porphyre", "quartz", "quartzite", "ramie",
    "raphia", "resine", "rotin", "rubis", "sapin", "schiste", "serpentine", "silex", "soie",
    "strass", "stuc", "tapa", "terre", "terre crue", "terre cuite", "tilleul", "toile",
    "toile ciree", "tole", "troca", "tuffeau", "turquoise", "velin", "velours de soie", "vermeil",
    "verre", "zamak", "zinc",
};

constexpr std::string_view colours[] = {
    "?", "beige", "blanc", "blanche", "bleu", "brun", "brune", "gris", "grise", "jaune",
    "monochrome", "noir", "noire", "orange", "polychrome", "rose", "rouge", "vert", "violet",
};
// clang-format on

bool contains(const auto& words, std::string_view label) {
  return std::binary_search(std::begin(words), std::end(words), fold(label));
}

}  // namespace

bool is_material(std::string_view label) {
  return contains(materials, label);
}

bool is_colour(std::string_view label) {
  return contains(colours, label);
}

}  // namespace prosper::mappings
