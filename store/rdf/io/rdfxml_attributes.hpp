// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/io/xml_parser.hpp"

namespace prosper::rdf {

/// The attributes of a node or property element, by what they mean (RDF 1.1 XML Syntax §6.1.2,
/// §6.1.4, §7.2.2 to §7.2.7). Views are as good as those of the event.
struct RdfXmlAttributes {
  std::optional<std::string_view> language;  ///< xml:lang
  std::optional<std::string_view> base;      ///< xml:base
  std::optional<std::string_view> id;
  std::optional<std::string_view> about;
  std::optional<std::string_view> node_id;
  std::optional<std::string_view> resource;
  std::optional<std::string_view> datatype;
  std::optional<std::string_view> parse_type;
  std::vector<XmlAttribute> properties;  ///< propertyAttr [7.2.25], with their namespaces

  /// Replaces everything. Throws XmlFault for attributes that stand nowhere.
  void read(std::span<const XmlAttribute> attributes);

  /// True when only xml:lang and xml:base are there.
  bool has_none() const;
};

bool is_rdf(const XmlName& name, std::string_view local);

/// Throw XmlFault for names that stand for no node, or no property (§7.2.5, §7.2.6).
void check_node_name(const XmlName& name);
void check_property_name(const XmlName& name);

/// "<prefix:local>", for messages.
std::string describe(const XmlName& name);

}  // namespace prosper::rdf
