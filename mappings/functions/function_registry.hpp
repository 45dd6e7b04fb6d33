// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "mappings/functions/value.hpp"

namespace prosper::vocabularies {
class ConceptResolver;
}

namespace prosper::mappings {

/// How well a grammar read the values of one field, for the run's report.
struct ParseCount {
  std::uint64_t parsed = 0;
  std::uint64_t kept_as_text = 0;
};

/// What functions may use and note down during one run. One per worker thread.
struct FunctionContext {
  /// Ends in '/'. Functions return IRIs relative to it ("id/actor/…") unless they are external.
  std::string public_base;
  /// Null: no thesaurus loaded, every label is minted.
  const vocabularies::ConceptResolver* concepts = nullptr;
  /// By grammar name ("dates", "dimensions", …) and field code.
  std::map<std::pair<std::string, std::string>, ParseCount> parse_counts;
  /// By field code: labels resolved to a thesaurus concept, and minted ones.
  std::map<std::string, ParseCount> concept_counts;

  void count(std::string_view grammar, std::string_view field, bool parsed);
};

/// Parameter IRI → value.
class Arguments {
 public:
  void set(std::string parameter, Value value) { values_[std::move(parameter)] = std::move(value); }

  /// Null value when the caller passed nothing.
  const Value& operator[](std::string_view parameter) const;
  /// First text of the parameter, or "".
  std::string text(std::string_view parameter) const;

  /// All of them, by parameter IRI.
  const std::map<std::string, Value, std::less<>>& all() const { return values_; }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

/// One FnO function. Never throws for bad cells: what it does not understand it returns as null and
/// counts. Throws std::invalid_argument only for a wrong call in a mapping document.
using Function = std::function<Value(const Arguments&, FunctionContext&)>;

/// Functions by IRI: ours (https://w3id.org/prosper/function#…, described in functions.ttl) and the
/// general ones mapping documents need (idlab-fn, GREL) — each registered in the file of its
/// family.
class FunctionRegistry {
 public:
  /// All functions Prosper ships.
  static const FunctionRegistry& standard();

  void add(std::string iri, Function function);
  const Function* find(std::string_view iri) const;

 private:
  std::map<std::string, Function, std::less<>> functions_;
};

/// Prefix of our functions and their parameters.
inline constexpr std::string_view function_ns = "https://w3id.org/prosper/function#";

/// Each family registers itself here; called by FunctionRegistry::standard().
void register_text_functions(FunctionRegistry& registry);
void register_general_functions(FunctionRegistry& registry);
void register_date_functions(FunctionRegistry& registry);
void register_author_functions(FunctionRegistry& registry);
void register_dimension_functions(FunctionRegistry& registry);
void register_place_functions(FunctionRegistry& registry);
void register_museum_functions(FunctionRegistry& registry);
void register_subject_functions(FunctionRegistry& registry);
void register_protection_functions(FunctionRegistry& registry);
void register_concept_functions(FunctionRegistry& registry);
void register_field_functions(FunctionRegistry& registry);
void register_reference_functions(FunctionRegistry& registry);

}  // namespace prosper::mappings
