// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/departments.hpp"
#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/museum_grammar.hpp"
#include "mappings/functions/place_grammar.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

std::string joined(const Value& value, std::string_view separator) {
  std::string out;
  for (const std::string& text : value.texts())
    if (!trim(text).empty()) out.append(out.empty() ? "" : separator).append(trim(text));
  return out;
}

/// The shared owner node: a commune by INSEE code where it is known, else by name.
std::string owner_iri(const std::string& kind, const std::string& insee, const std::string& commune,
                      const std::string& department) {
  const std::string base = "id/owner/" + kind;
  if (kind == "commune") {
    if (insee.size() == 5) return base + "/" + insee;
    return commune.empty() ? base : base + "/" + slug(commune);
  }
  if (kind == "departement" || kind == "region") {
    const Department* found = insee.size() == 5 ? department_of_commune(insee) : nullptr;
    if (found == nullptr) found = find_department_by_name(department);
    if (found == nullptr) return base;
    return base + "/" + std::string(kind == "region" ? found->region_code : found->code);
  }
  return base;
}

/// Elision: "commune d'Autun".
bool begins_with_vowel(const std::string& name) {
  const std::string folded = fold(name);
  return !folded.empty() && std::string_view("aeiouh").find(folded.front()) != std::string::npos;
}

std::string owner_label(const std::string& kind, const std::string& phrase,
                        const std::string& commune) {
  if (kind == "etat") return "État français";
  if (kind == "commune" && !commune.empty())
    return (begins_with_vowel(commune) ? "commune d'" : "commune de ") + commune;
  return phrase;
}

Record owner_record(const std::string& phrase, const std::string& insee, const std::string& commune,
                    const std::string& department) {
  const std::string kind = owner_kind_of(phrase);
  Record record;
  record.set("owner", owner_iri(kind, insee, commune, department));
  record.set("ownerLabel", owner_label(kind, phrase, commune));
  record.set("status", "voc/statut/" + slug(phrase));
  record.set("statusLabel", phrase);
  return record;
}

/// prf:legalStatus(text): STAT of an object → {owner, ownerLabel, status, statusLabel, mode (slug),
/// modeLabel, modeIri, broaderIri, broaderLabel, purchase, commune, institution, confidence}.
Value legal_status(const Arguments& arguments, FunctionContext& context) {
  const std::string text = joined(arguments[parameter("text")], " ; ");
  if (text.empty()) return {};
  const auto status = parse_legal_status(text);
  context.count("legalStatus", arguments.text(parameter("field")), status.has_value());
  if (!status) return {};
  Record record;
  if (!status->owner_kind.empty())
    record = owner_record(status->owner_label, "", status->commune, "");
  if (!status->mode.empty()) {
    const std::string general = broader_mode_of(status->mode);
    record.set("modeIri", "voc/acquisition/" + slug(status->mode));
    record.set("modeLabel", status->mode);
    if (!general.empty()) {
      record.set("broaderIri", "voc/acquisition/" + general);
      record.set("broaderLabel", general);
    }
    const bool is_purchase = (general.empty() ? slug(status->mode) : general) == "achat";
    record.set("class", std::string("http://www.cidoc-crm.org/cidoc-crm/") +
                            (is_purchase ? "E96_Purchase" : "E8_Acquisition"));
  }
  if (!status->commune.empty()) record.set("commune", status->commune);
  if (!status->institution.empty()) record.set("institution", status->institution);
  if (status->uncertain) record.set("confidence", "uncertain");
  record.set("label", text);
  return Value(List{Value(std::move(record))});
}

/// prf:owners(text, insee, commune, indexForm, department): STAT of a building → one owner record a
/// segment.
Value owners(const Arguments& arguments, FunctionContext& context) {
  const std::string insee = arguments.text(parameter("insee"));
  std::string commune = arguments.text(parameter("commune"));
  if (commune.empty()) commune = name_of_index_form(arguments.text(parameter("indexForm")));
  const std::string department = arguments.text(parameter("department"));
  List records;
  const std::string text = joined(arguments[parameter("text")], ";");
  for (const std::string& part : split_outside_parentheses(text, ";")) {
    const std::string phrase(trim(std::string_view(part).substr(0, part.find("(?)"))));
    const bool known = !owner_kind_of(phrase).empty();
    context.count("owner", arguments.text(parameter("field")), known);
    if (!known) continue;
    Record record = owner_record(phrase, insee, commune, department);
    record.set("n", std::to_string(records.size() + 1));
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:location(text): LOCA → {commune, institution, label, slug, situations: list of {iri,
/// label}}.
Value location(const Arguments& arguments, FunctionContext& context) {
  const std::string text = joined(arguments[parameter("text")], " ; ");
  if (text.empty()) return {};
  const auto found = parse_location(text);
  context.count("location", arguments.text(parameter("field")), found.has_value());
  if (!found) return {};
  Record record;
  if (!found->commune.empty()) record.set("commune", found->commune);
  if (!found->institution.empty()) record.set("institution", found->institution);
  std::string label = found->commune;
  if (!found->institution.empty()) label += (label.empty() ? "" : " ; ") + found->institution;
  if (!label.empty()) {
    record.set("label", label);
    record.set("iri", "id/place/loca/" + slug(label));
    record.set("communeIri", "id/place/" + slug(found->commune));
  }
  List situations;
  for (const std::string& kind : found->situations) {
    Record situation;
    situation.set("iri", "voc/situation/" + kind);
    situation.set("label", kind);
    situations.emplace_back(std::move(situation));
  }
  record.set("situations", std::move(situations));
  return Value(List{Value(std::move(record))});
}

/// prf:deposits(text): DEPO → records {n, kindIri, label, institution, commune, iri}.
Value deposits(const Arguments& arguments, FunctionContext& context) {
  const std::string text = joined(arguments[parameter("text")], " ; ");
  if (text.empty()) return {};
  const auto found = parse_deposits(text);
  context.count("deposits", arguments.text(parameter("field")), found.has_value());
  if (!found) return {};
  List records;
  for (const Deposit& deposit : *found) {
    const std::string label =
        deposit.commune + (deposit.institution.empty() ? "" : " ; " + deposit.institution);
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("kindIri", "voc/depot/" + deposit.kind);
    record.set("kindLabel", deposit.kind);
    record.set("label", label);
    record.set("commune", deposit.commune);
    record.set("institution", deposit.institution);
    record.set("iri", "id/org/" + slug(deposit.commune + " " + deposit.institution));
    records.emplace_back(std::move(record));
  }
  return Value(std::move(records));
}

/// prf:inventoryNumbers(text): INV → records {n, number, kindIri, kindLabel, first}.
Value inventory_numbers(const Arguments& arguments, FunctionContext&) {
  List records;
  for (const InventoryNumber& number :
       parse_inventory_numbers(joined(arguments[parameter("text")], ";"))) {
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("number", number.number);
    record.set("kindIri", number.kind.empty() ? "http://vocab.getty.edu/aat/300312355"
                                              : "voc/id/" + slug(number.kind));
    record.set("kindLabel", number.kind.empty() ? "numéro d'inventaire" : number.kind);
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

}  // namespace

void register_museum_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "legalStatus", legal_status);
  registry.add(ns + "owners", owners);
  registry.add(ns + "location", location);
  registry.add(ns + "deposits", deposits);
  registry.add(ns + "inventoryNumbers", inventory_numbers);
}

}  // namespace prosper::mappings
