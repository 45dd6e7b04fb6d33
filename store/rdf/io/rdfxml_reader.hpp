// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "store/rdf/io/document_sink.hpp"
#include "store/rdf/io/parser.hpp"
#include "store/rdf/io/xml_parser.hpp"

namespace prosper::rdf {

/// Reads RDF 1.1 XML as it comes. Keeps what is open, and the values of rdf:ID, which no two
/// elements may share. One thread at a time.
class RdfXmlReader {
 public:
  /// `options` and `sink` must outlive the reader.
  RdfXmlReader(const ParseOptions& options, DocumentSink& sink);
  RdfXmlReader(const RdfXmlReader&) = delete;
  RdfXmlReader& operator=(const RdfXmlReader&) = delete;
  ~RdfXmlReader();

  /// Throws SyntaxError; the reader is of no use then.
  void feed(std::string_view bytes) { parser_.feed(bytes); }

  void finish() { parser_.finish(); }

 private:
  std::unique_ptr<XmlEvents> grammar_;
  XmlParser parser_;
};

}  // namespace prosper::rdf
