// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/jsonld_writer.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/rdf/io/prefix_map.hpp"
#include "store/rdf/text_escapes.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

/// JSON-LD 1.1 §4.1.5: only then is a simple term a prefix.
bool ends_in_delimiter(std::string_view iri) {
  return !iri.empty() && std::string_view(":/?#[]@").find(iri.back()) != std::string_view::npos;
}

class JsonLdWriter final : public Serializer {
 public:
  JsonLdWriter(ByteSink& bytes, const SerializeOptions& options) : bytes_(bytes) {
    for (const auto& [name, iri] : options.prefixes) prefix(name, iri);
  }

  /// Those declared before the first quad stand in the context.
  void prefix(std::string_view name, std::string_view iri) override {
    const bool is_term = !name.empty() && ends_in_delimiter(iri);
    if (!has_started_ && is_term) prefixes_.declare(name, iri);
  }

  void quad(const Quad& quad) override {
    start();
    if (graph_ != quad.graph || subject_ != quad.subject) {
      end_node();
      enter_graph(quad.graph);
      subject_ = quad.subject;
    }
    values_of(quad.predicate, quad.object).push_back(quad.object);
    bytes_.write(text_);
    text_.clear();
  }

  void finish() override {
    start();
    end_node();
    enter_graph(std::nullopt);
    text_ += "\n]}\n";
    bytes_.write(text_);
    text_.clear();
  }

 private:
  struct Property {
    std::string iri;
    bool is_type;
    std::vector<Term> values;
  };

  void start() {
    if (has_started_) return;
    has_started_ = true;
    text_ += "{\"@context\":{";
    std::string_view separator = "\n  ";
    for (const auto& [name, iri] : prefixes_.entries()) {
      text_ += separator;
      append_json_string(text_, name);
      text_ += ':';
      append_json_string(text_, iri);
      separator = ",\n  ";
    }
    text_ += "},\n\"@graph\":[";
  }

  void enter_graph(const std::optional<Term>& graph) {
    if (graph == graph_) return;
    if (graph_) text_ += "]}";
    graph_ = graph;
    if (!graph) return;
    text_ += needs_comma_ ? ",\n{\"@id\":" : "\n{\"@id\":";
    write_identifier(*graph);
    text_ += ",\"@graph\":[";
    needs_comma_ = false;
  }

  /// rdf:type becomes @type unless its value is a literal, which @type cannot hold.
  std::vector<Term>& values_of(const Term& predicate, const Term& object) {
    const std::string& iri = std::get<Iri>(predicate).value;
    const bool is_type = iri == vocabularies::rdf::type && !is_literal(object);
    const auto found =
        std::find_if(properties_.begin(), properties_.end(), [&](const Property& property) {
          return property.is_type == is_type && property.iri == iri;
        });
    if (found != properties_.end()) return found->values;
    return properties_.emplace_back(Property{iri, is_type, {}}).values;
  }

  void end_node() {
    if (!subject_) return;
    text_ += needs_comma_ ? ",\n{\"@id\":" : "\n{\"@id\":";
    needs_comma_ = true;
    write_identifier(*subject_);
    for (const Property& property : properties_) {
      text_ += ",\n  ";
      append_json_string(text_, property.is_type ? "@type" : compact(property.iri));
      std::string_view separator = ":[";
      for (const Term& value : property.values) {
        text_ += separator;
        separator = ",";
        property.is_type ? write_identifier(value) : write_value(value);
      }
      text_ += ']';
    }
    text_ += '}';
    properties_.clear();
    subject_.reset();
  }

  void write_identifier(const Term& term) {
    if (const auto* iri = std::get_if<Iri>(&term)) {
      append_json_string(text_, compact(iri->value));
    } else {
      append_json_string(text_, to_ntriples(term));
    }
  }

  void write_value(const Term& term) {
    const auto* literal = std::get_if<Literal>(&term);
    if (literal == nullptr) {
      text_ += "{\"@id\":";
      write_identifier(term);
    } else {
      text_ += "{\"@value\":";
      append_json_string(text_, literal->lexical_form);
      if (!literal->language.empty()) {
        text_ += ",\"@language\":";
        append_json_string(text_, literal->language);
      } else if (literal->datatype != vocabularies::xsd::string) {
        text_ += ",\"@type\":";
        append_json_string(text_, compact(literal->datatype));
      }
    }
    text_ += '}';
  }

  /// A reader expands "name:rest" if `name` is a term and `rest` does not start with "//"
  /// (JSON-LD 1.1 API §5.2.2).
  std::string compact(const std::string& iri) const {
    const auto split = prefixes_.split(iri);
    if (split && !split->local.starts_with("//")) {
      return std::string(split->prefix) + ":" + std::string(split->local);
    }
    const std::size_t colon = iri.find(':');
    const std::string_view scheme = std::string_view(iri).substr(0, colon);
    const auto& entries = prefixes_.entries();
    const bool is_prefix = std::any_of(entries.begin(), entries.end(),
                                       [&](const auto& entry) { return entry.first == scheme; });
    if (is_prefix && !std::string_view(iri).substr(colon + 1).starts_with("//")) {
      throw SerializeError("JSON-LD would expand the IRI <" + iri + "> by the prefix '" +
                           std::string(scheme) + "'; name the prefix otherwise");
    }
    return iri;
  }

  ByteSink& bytes_;
  PrefixMap prefixes_;
  std::string text_;
  std::optional<Term> graph_;
  std::optional<Term> subject_;
  std::vector<Property> properties_;
  bool needs_comma_ = false;
  bool has_started_ = false;
};

}  // namespace

std::unique_ptr<Serializer> make_jsonld_writer(ByteSink& bytes, const SerializeOptions& options) {
  return std::make_unique<JsonLdWriter>(bytes, options);
}

}  // namespace prosper::rdf
