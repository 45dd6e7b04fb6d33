// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdfxml_attributes.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "vocabularies/terms/rdf.hpp"

namespace prosper::rdf {
namespace {

constexpr std::string_view xml_ns = "http://www.w3.org/XML/1998/namespace";

constexpr std::array<std::string_view, 7> core_terms{"RDF",      "ID",     "about",   "parseType",
                                                     "resource", "nodeID", "datatype"};
constexpr std::array<std::string_view, 3> old_terms{"aboutEach", "aboutEachPrefix", "bagID"};

template <class Terms>
bool is_one_of(const Terms& terms, std::string_view local) {
  return std::find(terms.begin(), terms.end(), local) != terms.end();
}

bool starts_with_xml(std::string_view text) {
  constexpr std::string_view xml = "xml";
  return text.size() >= xml.size() &&
         std::equal(xml.begin(), xml.end(), text.begin(),
                    [](char lower, char c) { return c == lower || c == lower - 'a' + 'A'; });
}

/// Reserved names: all that begin with "xml", or have a prefix that does.
bool is_reserved(const XmlName& name) {
  return starts_with_xml(name.prefix) ||
         (name.prefix.empty() && name.ns.empty() && starts_with_xml(name.local));
}

/// The few names that RDF/XML of 1999 wrote without a prefix (§6.1.4).
bool is_old_style(const XmlName& name) {
  constexpr std::array<std::string_view, 5> names{"ID", "about", "resource", "parseType", "type"};
  return name.ns.empty() && is_one_of(names, name.local);
}

void set(std::optional<std::string_view>& slot, const XmlAttribute& attribute) {
  if (slot) {
    throw XmlFault{"the attribute rdf:" + std::string(attribute.name.local) +
                   " a second time, once with and once without prefix"};
  }
  slot = attribute.value;
}

[[noreturn]] void fail(const XmlAttribute& attribute) {
  throw XmlFault{"the attribute rdf:" + std::string(attribute.name.local) +
                 ", expected a property or one of rdf:ID, rdf:about, rdf:nodeID, rdf:resource, "
                 "rdf:datatype, rdf:parseType"};
}

void require_namespace(const XmlName& name) {
  if (name.ns.empty()) {
    throw XmlFault{"the element " + describe(name) + " without a namespace"};
  }
}

void read_rdf(RdfXmlAttributes& read, const XmlAttribute& attribute) {
  const std::string_view local = attribute.name.local;
  if (local == "ID") {
    set(read.id, attribute);
  } else if (local == "about") {
    set(read.about, attribute);
  } else if (local == "nodeID") {
    set(read.node_id, attribute);
  } else if (local == "resource") {
    set(read.resource, attribute);
  } else if (local == "datatype") {
    set(read.datatype, attribute);
  } else if (local == "parseType") {
    set(read.parse_type, attribute);
  } else if (local == "RDF" || local == "Description" || local == "li" ||
             is_one_of(old_terms, local)) {
    fail(attribute);
  } else {
    read.properties.push_back(
        {{vocabularies::rdf::ns, local, attribute.name.prefix}, attribute.value});
  }
}

}  // namespace

void RdfXmlAttributes::read(std::span<const XmlAttribute> attributes) {
  properties.clear();
  for (auto* slot : {&language, &base, &id, &about, &node_id, &resource, &datatype, &parse_type}) {
    slot->reset();
  }
  for (const XmlAttribute& attribute : attributes) {
    const XmlName& name = attribute.name;
    if (name.ns == xml_ns && name.local == "lang") {
      language = attribute.value;
    } else if (name.ns == xml_ns && name.local == "base") {
      base = attribute.value;
    } else if (is_reserved(name)) {
      continue;
    } else if (name.ns == vocabularies::rdf::ns || is_old_style(name)) {
      read_rdf(*this, attribute);
    } else if (name.ns.empty()) {
      throw XmlFault{"the attribute '" + std::string(name.local) +
                     "' without a namespace, expected a property or an rdf: attribute"};
    } else {
      properties.push_back(attribute);
    }
  }
}

bool RdfXmlAttributes::has_none() const {
  return !id && !about && !node_id && !resource && !datatype && !parse_type && properties.empty();
}

bool is_rdf(const XmlName& name, std::string_view local) {
  return name.local == local && name.ns == vocabularies::rdf::ns;
}

std::string describe(const XmlName& name) {
  std::string text = "<";
  if (!name.prefix.empty()) text.append(name.prefix).append(":");
  return text.append(name.local).append(">");
}

void check_node_name(const XmlName& name) {
  require_namespace(name);
  if (name.ns != vocabularies::rdf::ns) return;
  if (is_one_of(core_terms, name.local) || is_one_of(old_terms, name.local) || name.local == "li") {
    throw XmlFault{"expected a node, rdf:Description or a class, found " + describe(name)};
  }
}

void check_property_name(const XmlName& name) {
  require_namespace(name);
  if (name.ns != vocabularies::rdf::ns) return;
  if (is_one_of(core_terms, name.local) || is_one_of(old_terms, name.local) ||
      name.local == "Description") {
    throw XmlFault{"expected a property, found " + describe(name)};
  }
}

}  // namespace prosper::rdf
