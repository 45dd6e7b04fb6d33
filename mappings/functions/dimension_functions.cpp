// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/dimension_grammar.hpp"
#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {
namespace {

struct KindTerms {
  const char* type;
  const char* name;
};

/// The Getty AAT concept of a kind, and its French name.
KindTerms terms_of(DimensionKind kind) {
  switch (kind) {
    case DimensionKind::Height:
      return {"300055644", "hauteur"};
    case DimensionKind::Width:
      return {"300055647", "largeur"};
    case DimensionKind::Length:
      return {"300055645", "longueur"};
    case DimensionKind::Depth:
      return {"300072633", "profondeur"};
    case DimensionKind::Thickness:
      return {"300055646", "épaisseur"};
    case DimensionKind::Diameter:
      return {"300055624", "diamètre"};
    case DimensionKind::Weight:
      return {"300056240", "poids"};
  }
  return {"300055642", "dimension"};
}

constexpr const char* aat = "http://vocab.getty.edu/aat/";

Record to_record(const Dimension& dimension, std::size_t n) {
  const bool is_weight = dimension.kind == DimensionKind::Weight;
  const KindTerms terms = terms_of(dimension.kind);
  Record record;
  record.set("n", std::to_string(n));
  record.set("value", dimension.value);
  record.set("unit", std::string(aat) + (is_weight ? "300379225" : "300379098"));
  record.set("type", std::string(aat) + terms.type);
  record.set("label", std::string(terms.name) + " " + dimension.value + (is_weight ? " g" : " cm"));
  record.set("raw", dimension.raw);
  if (!dimension.qualifier.empty()) record.set("qualifier", dimension.qualifier);
  if (!dimension.part.empty()) record.set("part", dimension.part);
  return record;
}

/// prf:dimensions: DIMS → records {n, value, unit, type, label, raw, qualifier, part}.
Value dimensions(const Arguments& arguments, FunctionContext& context) {
  const std::string ns(function_ns);
  const LengthUnit unit =
      arguments.text(ns + "unit") == "m" ? LengthUnit::Metre : LengthUnit::Centimetre;
  List records;
  for (const std::string& text : arguments[ns + "text"].texts()) {
    if (text.empty()) continue;
    const auto parsed = parse_dimensions(text, unit);
    context.count("dimensions", arguments.text(ns + "field"), parsed.has_value());
    if (!parsed) continue;
    for (const Dimension& dimension : *parsed)
      records.emplace_back(to_record(dimension, records.size() + 1));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

}  // namespace

void register_dimension_functions(FunctionRegistry& registry) {
  registry.add(std::string(function_ns) + "dimensions", dimensions);
}

}  // namespace prosper::mappings
