// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdfxml_writer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "store/rdf/io/prefix_map.hpp"
#include "store/rdf/text_escapes.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

constexpr std::string_view xml_namespaces[] = {"http://www.w3.org/XML/1998/namespace",
                                               "http://www.w3.org/2000/xmlns/"};

/// RDF 1.1 XML §6.1.4 and rdf:li, which would come back as rdf:_1.
constexpr std::array<std::string_view, 12> not_property_names = {
    "RDF",      "ID",          "about", "parseType", "resource",        "nodeID",
    "datatype", "Description", "li",    "aboutEach", "aboutEachPrefix", "bagID"};

bool is_ncname_start(char32_t c) {
  return is_name_start(c) || c == '_';
}

/// Where the longest NCName at the end of the IRI starts; the IRI's size if there is none.
std::size_t local_name_start(std::string_view iri) {
  std::size_t start = iri.size();
  std::size_t offset = 0;
  while (offset < iri.size()) {
    const std::size_t at = offset;
    const char32_t c = next_code_point(iri, offset);
    if (!is_name_character(c) && c != '.') {
      start = iri.size();
    } else if (start == iri.size() && is_ncname_start(c)) {
      start = at;
    }
  }
  return start;
}

bool is_ncname(std::string_view text) {
  return !text.empty() && local_name_start(text) == 0;
}

std::string code_point_name(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name = "U+";
  for (unsigned shift = 16; shift > 0; shift -= 4) name += digits[(c >> (shift - 4U)) & 0xFU];
  return name;
}

class RdfXmlWriter final : public Serializer {
 public:
  RdfXmlWriter(ByteSink& bytes, const SerializeOptions& options) : bytes_(bytes) {
    for (const auto& [name, iri] : options.prefixes) prefix(name, iri);
  }

  /// Those declared before the first quad stand in the root element.
  void prefix(std::string_view name, std::string_view iri) override {
    const bool is_reserved = name == "rdf" || name.starts_with("xml") || name.starts_with("XML") ||
                             std::find(std::begin(xml_namespaces), std::end(xml_namespaces), iri) !=
                                 std::end(xml_namespaces);
    if (!has_started_ && !is_reserved) prefixes_.declare(name, iri);
  }

  void quad(const Quad& quad) override {
    text_.clear();
    start();
    if (subject_ != quad.subject) {
      end_subject();
      text_ += "  <rdf:Description";
      write_reference("about", quad.subject);
      text_ += ">\n";
      subject_ = quad.subject;
    }
    write_property(std::get<Iri>(quad.predicate).value, quad.object);
    bytes_.write(text_);
  }

  void finish() override {
    text_.clear();
    start();
    end_subject();
    text_ += "</rdf:RDF>\n";
    bytes_.write(text_);
  }

 private:
  void start() {
    if (has_started_) return;
    has_started_ = true;
    text_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF";
    write_attribute("xmlns:rdf", vocabularies::rdf::ns);
    for (const auto& [name, iri] : prefixes_.entries()) {
      text_ += "\n   ";
      write_attribute(name.empty() ? "xmlns" : "xmlns:" + name, iri);
    }
    text_ += ">\n";
  }

  void end_subject() {
    if (subject_) text_ += "  </rdf:Description>\n";
    subject_.reset();
  }

  void write_attribute(std::string_view name, std::string_view value) {
    check(value);
    text_.append(" ").append(name).append("=\"");
    append_xml_attribute(text_, value);
    text_ += '"';
  }

  /// `attribute` is "about" or "resource".
  void write_reference(std::string_view attribute, const Term& term) {
    if (const auto* iri = std::get_if<Iri>(&term)) {
      write_attribute("rdf:" + std::string(attribute), iri->value);
    } else {
      write_attribute("rdf:nodeID", node_id(std::get<BlankNode>(term).label));
    }
  }

  /// Labels may start with a digit, NCNames may not: those, and labels that look like their
  /// replacement, get "_" in front.
  static std::string node_id(const std::string& label) {
    const std::size_t start = std::min(label.find_first_not_of('_'), label.size());
    const bool has_digit = start < label.size() && label[start] >= '0' && label[start] <= '9';
    std::string id = has_digit ? "_" + label : label;
    if (!is_ncname(id)) throw SerializeError("RDF/XML cannot write the blank node _:" + label);
    return id;
  }

  void write_property(const std::string& iri, const Term& object) {
    const std::string name = start_property(iri);
    if (const auto* literal = std::get_if<Literal>(&object)) {
      if (!literal->language.empty()) {
        write_attribute("xml:lang", literal->language);
      } else if (literal->datatype != vocabularies::xsd::string) {
        write_attribute("rdf:datatype", literal->datatype);
      }
      check(literal->lexical_form);
      text_ += '>';
      append_xml_content(text_, literal->lexical_form);
      text_.append("</").append(name).append(">\n");
    } else {
      write_reference("resource", object);
      text_ += "/>\n";
    }
  }

  /// Writes the start tag up to its attributes and returns the element's name.
  std::string start_property(const std::string& iri) {
    std::string name;
    std::string_view declared;
    const auto split = prefixes_.split(iri);
    if (iri.starts_with(vocabularies::rdf::ns)) {
      const std::string local = iri.substr(vocabularies::rdf::ns.size());
      const bool is_forbidden = std::find(not_property_names.begin(), not_property_names.end(),
                                          local) != not_property_names.end();
      if (is_forbidden || !is_ncname(local)) refuse_predicate(iri);
      name = "rdf:" + local;
    } else if (split && is_ncname(split->local)) {
      name.append(split->prefix).append(split->prefix.empty() ? "" : ":").append(split->local);
    } else {
      const std::size_t start = local_name_start(iri);
      declared = std::string_view(iri).substr(0, start);
      const bool is_reserved = std::find(std::begin(xml_namespaces), std::end(xml_namespaces),
                                         declared) != std::end(xml_namespaces);
      if (start == iri.size() || start == 0 || is_reserved) refuse_predicate(iri);
      name = "ns:" + iri.substr(start);
    }
    text_.append("    <").append(name);
    if (!declared.empty()) write_attribute("xmlns:ns", declared);
    return name;
  }

  [[noreturn]] static void refuse_predicate(const std::string& iri) {
    throw SerializeError("RDF/XML cannot write the predicate <" + iri +
                         ">: it does not end in an XML name; use another format");
  }

  static void check(std::string_view text) {
    if (const auto c = find_non_xml_character(text)) {
      throw SerializeError("XML cannot hold the character " + code_point_name(*c) +
                           "; use another format");
    }
  }

  ByteSink& bytes_;
  PrefixMap prefixes_;
  std::string text_;
  std::optional<Term> subject_;
  bool has_started_ = false;
};

}  // namespace

std::unique_ptr<Serializer> make_rdfxml_writer(ByteSink& bytes, const SerializeOptions& options) {
  return std::make_unique<RdfXmlWriter>(bytes, options);
}

}  // namespace prosper::rdf
