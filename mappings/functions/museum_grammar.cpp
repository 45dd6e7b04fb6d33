// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/museum_grammar.hpp"

#include <algorithm>
#include <iterator>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

struct Phrase {
  std::string_view beginning;
  std::string_view kind;
};

/// Folded beginnings, the longest first where one begins another.
constexpr Phrase owner_phrases[] = {
    {"propriete de l'etat", "etat"},
    {"propriete etat", "etat"},
    {"propriete de la commune", "commune"},
    {"propriete d'une commune", "commune"},
    {"propriete communale", "commune"},
    {"propriete du departement", "departement"},
    {"propriete d'un departement", "departement"},
    {"propriete de la region", "region"},
    {"propriete d'une region", "region"},
    {"propriete de la collectivite", "collectivite"},
    {"propriete d'une collectivite", "collectivite"},
    {"propriete d'un etablissement public", "etablissement-public"},
    {"propriete de l'etablissement public", "etablissement-public"},
    {"propriete d'une association", "association"},
    {"propriete d'une societe privee", "societe-privee"},
    {"propriete d'une personne privee", "prive"},
    {"propriete privee", "prive"},
    {"propriete", "autre"},
};

/// Folded beginnings of modes and the general mode each is a kind of.
constexpr Phrase mode_phrases[] = {
    {"achat", "achat"},
    {"preemption", "achat"},
    {"acquisition", "acquisition"},
    {"don manuel", "don"},
    {"donation", "donation"},
    {"don", "don"},
    {"legs", "legs"},
    {"dation", "dation"},
    {"echange", "echange"},
    {"affectation", "affectation"},
    {"attribution", "attribution"},
    {"ancien fonds", "ancien-fonds"},
    {"fonds ancien", "ancien-fonds"},
    {"saisie", "saisie"},
    {"fouille", "fouilles"},
    {"cession", "cession"},
    {"commande", "commande"},
    {"transfert de propriete", "transfert"},
    {"versement", "versement"},
    {"envoi de l'etat", "envoi"},
    {"archives publiques", "archives-publiques"},
    {"concession", "concession"},
    {"mode d'acquisition inconnu", "inconnu"},
    {"ancienne collection", "ancien-fonds"},
    {"collecte", "collecte"},
    {"depot", "depot"},
    {"restitution", "restitution"},
    {"recuperation artistique", "recuperation"},
};

constexpr Phrase situation_phrases[] = {
    {"manquant", "manquant"},
    {"vole", "vole"},
    {"disparu", "disparu"},
    {"oeuvre disparue", "disparu"},
    {"localisation inconnue", "localisation-inconnue"},
    {"pille", "pille"},
    {"presume detruit", "detruit"},
    {"detruit", "detruit"},
    {"oeuvre detruite", "detruit"},
};

constexpr Phrase deposit_phrases[] = {
    {"en depot", "depot"},
    {"depot", "depot"},
    {"depose", "depot"},
    {"attribution", "attribution"},
    {"affectation", "affectation"},
    {"restitution", "restitution"},
};

/// The first entry whose words begin `folded` as whole words; null when none does.
const Phrase* find_phrase(std::string_view folded, const auto& phrases) {
  const auto* const it =
      std::find_if(std::begin(phrases), std::end(phrases), [folded](const Phrase& phrase) {
        return folded.starts_with(phrase.beginning) &&
               (folded.size() == phrase.beginning.size() ||
                !std::isalpha(static_cast<unsigned char>(folded[phrase.beginning.size()])));
      });
  return it == std::end(phrases) ? nullptr : it;
}

/// "don (?)" → "don".
std::string drop_doubt(std::string_view segment, bool& uncertain) {
  const std::size_t mark = segment.find("(?)");
  if (mark == std::string_view::npos) return std::string(trim(segment));
  uncertain = true;
  return std::string(trim(segment.substr(0, mark)));
}

}  // namespace

std::string owner_kind_of(std::string_view phrase) {
  const Phrase* const found = find_phrase(fold(phrase), owner_phrases);
  return found == nullptr ? "" : std::string(found->kind);
}

bool is_acquisition_mode(std::string_view phrase) {
  return find_phrase(fold(phrase), mode_phrases) != nullptr;
}

std::string broader_mode_of(std::string_view mode) {
  const std::string folded = fold(mode);
  const Phrase* const found = find_phrase(folded, mode_phrases);
  return found == nullptr || found->beginning == folded ? "" : std::string(found->kind);
}

std::optional<LegalStatus> parse_legal_status(std::string_view text) {
  LegalStatus status;
  std::vector<std::string> names;
  for (const std::string& part : split_outside_parentheses(text, ";")) {
    std::string segment = drop_doubt(part, status.uncertain);
    if (const std::string kind = owner_kind_of(segment); !kind.empty()) {
      if (!status.owner_kind.empty()) continue;
      status.owner_kind = kind;
      status.owner_label = std::move(segment);
    } else if (is_acquisition_mode(segment) && status.mode.empty()) {
      status.mode = std::move(segment);
    } else if (fold(segment).starts_with("classe mh") || fold(segment).starts_with("inscrit mh")) {
      status.protection = std::move(segment);
    } else {
      names.push_back(std::move(segment));
    }
  }
  if (status.owner_kind.empty() && status.mode.empty()) return std::nullopt;
  // Commune, then institution; a lone name that begins with a kind of institution is one.
  if (names.size() == 1 && find_phrase(fold(names[0]), owner_phrases) == nullptr) {
    const std::string folded = fold(names[0]);
    const bool is_institution =
        folded.starts_with("muse") || folded.starts_with("chateau") || folded.starts_with("maison");
    (is_institution ? status.institution : status.commune) = names[0];
  } else if (names.size() >= 2) {
    status.commune = names[0];
    status.institution = names[1];
  }
  return status;
}

std::optional<Location> parse_location(std::string_view text) {
  Location location;
  std::vector<std::string> names;
  for (std::string& part : split_outside_parentheses(text, ";")) {
    const std::size_t open = part.find('(');
    const Phrase* const situation = find_phrase(fold(part.substr(0, open)), situation_phrases);
    if (situation == nullptr) {
      names.push_back(std::move(part));
    } else if (std::find(location.situations.begin(), location.situations.end(), situation->kind) ==
               location.situations.end()) {
      location.situations.emplace_back(situation->kind);
    }
  }
  if (names.empty() && location.situations.empty()) return std::nullopt;
  if (!names.empty()) location.commune = names[0];
  for (std::size_t i = 1; i < names.size(); ++i)
    location.institution += (i == 1 ? "" : " ; ") + names[i];
  return location;
}

std::optional<std::vector<Deposit>> parse_deposits(std::string_view text) {
  std::vector<Deposit> deposits;
  for (const std::string& part : split_outside_parentheses(text, ";")) {
    if (const Phrase* const kind = find_phrase(fold(part), deposit_phrases)) {
      deposits.push_back({std::string(kind->kind), "", ""});
    } else if (deposits.empty()) {
      return std::nullopt;
    } else if (deposits.back().commune.empty()) {
      deposits.back().commune = part;
    } else {
      std::string& institution = deposits.back().institution;
      institution += (institution.empty() ? "" : " ; ") + part;
    }
  }
  const bool complete = std::all_of(deposits.begin(), deposits.end(),
                                    [](const Deposit& d) { return !d.commune.empty(); });
  if (deposits.empty() || !complete) return std::nullopt;
  return deposits;
}

std::vector<InventoryNumber> parse_inventory_numbers(std::string_view text) {
  std::vector<InventoryNumber> numbers;
  for (const std::string& part : split_outside_parentheses(text, ";")) {
    InventoryNumber number{part, ""};
    const std::size_t open = part.rfind('(');
    if (open != std::string::npos && open > 0 && part.back() == ')') {
      const std::string inside = part.substr(open + 1, part.size() - open - 2);
      if (fold(inside).find("numero") != std::string::npos || fold(inside).starts_with("cote")) {
        number = {std::string(trim(part.substr(0, open))), inside};
      }
    }
    const std::string folded = fold(number.number);
    if (folded.empty() || folded == "sn" || folded == "sans numero" || folded == "s.n.") continue;
    numbers.push_back(std::move(number));
  }
  return numbers;
}

}  // namespace prosper::mappings
