// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prosper::mappings {

/// STAT of a museum object: "propriété de la commune ; don ; Libourne ; musée des beaux-arts". The
/// order of segments varies; each is told by its words.
struct LegalStatus {
  /// etat, commune, departement, region, prive, association, …; empty when the notice names none.
  std::string owner_kind;
  std::string owner_label;
  std::string mode;
  std::string commune;
  std::string institution;
  /// "classé MH" among the segments.
  std::string protection;
  bool uncertain = false;
};

/// Nothing when the text has neither an owner nor a mode of acquisition.
std::optional<LegalStatus> parse_legal_status(std::string_view text);

/// The kind of an owner phrase ("propriété privée" → prive); empty when it is none.
std::string owner_kind_of(std::string_view phrase);
/// True when the phrase is a mode of acquisition ("achat avec participation du FRAM").
bool is_acquisition_mode(std::string_view phrase);
/// The general mode it is narrower than (achat, don, donation…); empty when it is general itself.
std::string broader_mode_of(std::string_view mode);

/// LOCA: "Chantilly;musée Condé", with the situation POP moves to MANQUANT.
struct Location {
  std::string commune;
  std::string institution;
  /// manquant, vole, disparu, detruit…; empty when the object is where it should be.
  std::vector<std::string> situations;
};

std::optional<Location> parse_location(std::string_view text);

/// One step of DEPO: "en dépôt ; Cholet ; Musée".
struct Deposit {
  std::string kind;
  std::string commune;
  std::string institution;
};

/// Nothing when a segment comes before any kind, or a step names no place.
std::optional<std::vector<Deposit>> parse_deposits(std::string_view text);

/// One number of INV: "D.951 (numéro de dépôt)".
struct InventoryNumber {
  std::string number;
  /// "ancien numéro"; empty for the number itself.
  std::string kind;
};

/// In order; "SN" and "Sans numéro" are no identifiers. Never fails: what is odd stays in the
/// number.
std::vector<InventoryNumber> parse_inventory_numbers(std::string_view text);

}  // namespace prosper::mappings
