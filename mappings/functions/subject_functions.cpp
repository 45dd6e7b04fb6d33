// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <set>

#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/materials.hpp"
#include "mappings/functions/term_grammar.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

/// Heads that say what kind of picture it is rather than what it shows; folded beginnings.
constexpr std::string_view genre_words[] = {
    "portrait",     "paysage",   "nature morte",   "scene",         "figure",
    "vue d'",       "vue de",    "representation", "ornementation", "groupe de figures",
    "autoportrait", "armoiries", "allegorie"};

bool is_genre(const std::string& label) {
  const std::string folded = fold(label);
  return std::any_of(std::begin(genre_words), std::end(genre_words),
                     [&folded](std::string_view word) { return folded.starts_with(word); });
}

/// prf:subjects(text): REPR → records {n, label, genre ("true" for a genre-like head), confidence},
/// each label once.
Value subjects(const Arguments& arguments, FunctionContext&) {
  List records;
  std::set<std::string> seen;
  for (const std::string& text : arguments[parameter("text")].texts()) {
    for (const IndexTerm& term : parse_index_terms(text)) {
      if (!seen.insert(fold(term.label)).second) continue;
      Record record;
      record.set("n", std::to_string(records.size() + 1));
      record.set("label", term.label);
      if (term.depth == 0 && is_genre(term.label)) record.set("genre", "true");
      if (term.uncertain) record.set("confidence", "uncertain");
      records.emplace_back(std::move(record));
    }
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:techniques(text): TECH → records {n, label, technique: label, material: label when it is
/// one}; colours are left to the statement. Each label once.
Value techniques(const Arguments& arguments, FunctionContext&) {
  List records;
  std::set<std::string> seen;
  for (const std::string& text : arguments[parameter("text")].texts()) {
    for (const IndexTerm& term : parse_index_terms(text)) {
      if (is_colour(term.label) || !seen.insert(fold(term.label)).second) continue;
      Record record;
      record.set("n", std::to_string(records.size() + 1));
      record.set("label", term.label);
      if (is_material(term.label)) record.set("material", term.label);
      records.emplace_back(std::move(record));
    }
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:denominations(text): DENO → records {n, label, count, qualifiers, confidence}.
Value denominations(const Arguments& arguments, FunctionContext&) {
  List records;
  for (const std::string& text : arguments[parameter("text")].texts()) {
    for (const Denomination& denomination : parse_denominations(text)) {
      Record record;
      record.set("n", std::to_string(records.size() + 1));
      record.set("label", denomination.label);
      if (denomination.count > 0) record.set("count", std::to_string(denomination.count));
      record.set("qualifiers",
                 List(denomination.qualifiers.begin(), denomination.qualifiers.end()));
      if (denomination.uncertain) record.set("confidence", "uncertain");
      records.emplace_back(std::move(record));
    }
  }
  return records.empty() ? Value() : Value(std::move(records));
}

bool is_mark(const std::string& label) {
  static const std::set<std::string> marks{"poincon",    "marque",    "estampille", "cachet",
                                           "monogramme", "armoiries", "tampon",     "griffe"};
  return marks.contains(fold(label).substr(0, fold(label).find(' ')));
}

/// prf:inscriptions(kinds, details): INSC and PINS → records {n, class, label, text, confidence};
/// the details are joined to the kinds only when there are as many of both.
Value inscriptions(const Arguments& arguments, FunctionContext&) {
  std::vector<std::string> kinds;
  std::vector<std::string> details;
  for (const std::string& text : arguments[parameter("kinds")].texts())
    for (std::string& part : split_outside_parentheses(text, ";,#"))
      kinds.push_back(std::move(part));
  for (const std::string& text : arguments[parameter("details")].texts())
    for (std::string& part : split_outside_parentheses(text, ";#"))
      details.push_back(std::move(part));
  List records;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto terms = parse_denominations(kinds[i]);
    if (terms.empty()) continue;
    Record record;
    record.set("n", std::to_string(i + 1));
    record.set("label", terms.front().label);
    record.set("class", std::string("http://www.cidoc-crm.org/cidoc-crm/") +
                            (is_mark(terms.front().label) ? "E37_Mark" : "E34_Inscription"));
    if (kinds.size() == details.size()) record.set("text", details[i]);
    if (terms.front().uncertain) record.set("confidence", "uncertain");
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

}  // namespace

void register_subject_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "subjects", subjects);
  registry.add(ns + "techniques", techniques);
  registry.add(ns + "denominations", denominations);
  registry.add(ns + "inscriptions", inscriptions);
}

}  // namespace prosper::mappings
