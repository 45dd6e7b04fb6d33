// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/xml_literal_writer.hpp"

#include <algorithm>
#include <tuple>

#include "store/rdf/text_escapes.hpp"

namespace prosper::rdf {
namespace {

constexpr std::string_view xml_prefix = "xml";

/// Canonical XML §2.3 for attribute values, where ">" stays; text nodes are as everywhere.
void append_value(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#x9;";
        break;
      case '\n':
        out += "&#xA;";
        break;
      case '\r':
        out += "&#xD;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void XmlLiteralWriter::clear() {
  literal_.clear();
  declared_.clear();
  declared_before_.clear();
}

void XmlLiteralWriter::start_element(const XmlName& name,
                                     std::span<const XmlAttribute> attributes) {
  const std::size_t before = declared_.size();
  declared_before_.push_back(before);
  literal_ += '<';
  write_name(name);
  declare(name);
  attributes_.assign(attributes.begin(), attributes.end());
  std::sort(attributes_.begin(), attributes_.end(),
            [](const XmlAttribute& left, const XmlAttribute& right) {
              return std::tie(left.name.ns, left.name.local) <
                     std::tie(right.name.ns, right.name.local);
            });
  for (const XmlAttribute& attribute : attributes_) {
    if (!attribute.name.prefix.empty()) declare(attribute.name);
  }
  write_declarations(before);
  for (const XmlAttribute& attribute : attributes_) {
    literal_ += ' ';
    write_name(attribute.name);
    literal_ += "=\"";
    append_value(literal_, attribute.value);
    literal_ += '"';
  }
  literal_ += '>';
}

void XmlLiteralWriter::end_element(const XmlName& name) {
  literal_ += "</";
  write_name(name);
  literal_ += '>';
  declared_.resize(declared_before_.back());
  declared_before_.pop_back();
}

void XmlLiteralWriter::text(std::string_view text) {
  append_xml_content(literal_, text);
}

void XmlLiteralWriter::comment(std::string_view text) {
  literal_.append("<!--").append(text).append("-->");
}

void XmlLiteralWriter::instruction(std::string_view target, std::string_view text) {
  literal_.append("<?").append(target);
  if (!text.empty()) literal_.append(" ").append(text);
  literal_ += "?>";
}

/// Declares what the name uses, unless an element around it has.
void XmlLiteralWriter::declare(const XmlName& name) {
  if (name.prefix == xml_prefix) return;
  const auto last = std::find_if(declared_.rbegin(), declared_.rend(),
                                 [&](const Declaration& d) { return d.prefix == name.prefix; });
  const std::string_view in_force = last == declared_.rend() ? std::string_view() : last->ns;
  if (in_force != name.ns) declared_.push_back({std::string(name.prefix), std::string(name.ns)});
}

void XmlLiteralWriter::write_declarations(std::size_t from) {
  const auto first = declared_.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(first, declared_.end(), [](const Declaration& left, const Declaration& right) {
    return left.prefix < right.prefix;
  });
  for (auto declaration = first; declaration != declared_.end(); ++declaration) {
    literal_ += " xmlns";
    if (!declaration->prefix.empty()) literal_.append(":").append(declaration->prefix);
    literal_ += "=\"";
    append_value(literal_, declaration->ns);
    literal_ += '"';
  }
}

void XmlLiteralWriter::write_name(const XmlName& name) {
  if (!name.prefix.empty()) literal_.append(name.prefix).append(":");
  literal_ += name.local;
}

}  // namespace prosper::rdf
