// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdfxml_reader.hpp"

#include "store/rdf/io/rdfxml_grammar.hpp"

namespace prosper::rdf {

RdfXmlReader::RdfXmlReader(const ParseOptions& options, DocumentSink& sink)
    : grammar_(std::make_unique<RdfXmlGrammar>(options, sink)),
      parser_(options.source_name, *grammar_) {}

RdfXmlReader::~RdfXmlReader() = default;

}  // namespace prosper::rdf
