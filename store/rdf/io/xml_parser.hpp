// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace prosper::rdf {

/// How deep elements may nest: what is open is kept.
inline constexpr std::size_t max_element_nesting = 1000;

/// The name of an element or attribute (Namespaces in XML 1.0); no namespace is the empty one.
struct XmlName {
  std::string_view ns;
  std::string_view local;
  std::string_view prefix;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};

/// What an event's receiver finds wrong; the parser knows the place.
struct XmlFault {
  std::string message;
};

/// Receives the events of a document. What it throws ends the reading: XmlFault as a SyntaxError
/// with the place, anything else as it is. Views are good until the method returns.
class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;

  /// Before the element that declares it.
  virtual void prefix(std::string_view name, std::string_view iri) = 0;
  virtual void start_element(const XmlName& name, std::span<const XmlAttribute> attributes) = 0;
  virtual void end_element(const XmlName& name) = 0;
  /// Character data, in pieces of any size.
  virtual void text(std::string_view text) = 0;
  virtual void comment(std::string_view text) = 0;
  virtual void instruction(std::string_view target, std::string_view text) = 0;
};

/// Parses XML 1.0 as it comes, with Expat. Entities of the document itself are expanded, within
/// limits; nothing outside is ever opened. Encodings: UTF-8, UTF-16, and those of one byte a
/// character.
class XmlParser {
 public:
  /// `events` must outlive the parser.
  XmlParser(std::string source_name, XmlEvents& events);
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;
  ~XmlParser();

  /// Throws SyntaxError, and what the events throw; the parser is of no use then.
  void feed(std::string_view bytes);
  void finish();

 private:
  class Expat;

  std::unique_ptr<Expat> expat_;
};

}  // namespace prosper::rdf
