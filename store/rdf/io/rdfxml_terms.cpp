// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdfxml_terms.hpp"

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"
#include "store/rdf/utf8.hpp"
#include "vocabularies/terms/rdf.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf {
namespace {

/// Values of rdf:ID are all that a document of any length makes its reader keep.
constexpr std::size_t most_id_bytes = std::size_t{1} << 30U;

/// NCName (Namespaces in XML [4]): its characters are those of Turtle's PN_CHARS and '.'.
void check_ncname(std::string_view text, std::string_view attribute) {
  std::size_t offset = 0;
  bool is_name = !text.empty();
  while (is_name && offset < text.size()) {
    const bool is_first = offset == 0;
    const char32_t c = next_code_point(text, offset);
    is_name = is_first ? is_name_start(c) || c == '_' : is_name_character(c) || c == '.';
  }
  if (is_name) return;
  throw XmlFault{std::string(attribute) + " is '" + std::string(text) +
                 "', expected an XML name without ':'"};
}

void check_iri(std::string_view iri) {
  if (!has_only_iri_characters(iri)) {
    throw XmlFault{"character not allowed in the IRI <" + std::string(iri) + ">"};
  }
}

}  // namespace

void RdfXmlTerms::resolve(std::string_view base, std::string_view reference,
                          std::string& out) const {
  check_iri(reference);
  if (is_absolute_iri(reference)) {
    out.assign(reference);
  } else if (base.empty()) {
    throw XmlFault{"relative IRI <" + std::string(reference) + "> but no base IRI is known"};
  } else {
    out = resolve_iri(base, reference);
  }
}

void RdfXmlTerms::resolve_id(std::string_view base, std::string_view id, std::string& out) {
  check_ncname(id, "rdf:ID");
  resolve(base, "#" + std::string(id), out);
  if (!ids_.insert(out).second) {
    throw XmlFault{"rdf:ID '" + std::string(id) + "' a second time, expected another"};
  }
  id_bytes_ += out.size();
  if (id_bytes_ > most_id_bytes) throw XmlFault{"more than a gigabyte of rdf:ID"};
}

void RdfXmlTerms::label(std::string_view node_id, std::string& out) const {
  check_ncname(node_id, "rdf:nodeID");
  // No label of ours ends in '.', none of XML begins with a digit.
  const std::string ended = "0d" + std::string(node_id) + "_";
  const std::string_view label =
      labels_.written(node_id.ends_with('.') ? std::string_view(ended) : node_id, out);
  if (label.data() != out.data()) out.assign(label);
}

void RdfXmlTerms::name(const XmlName& name, std::string& out) const {
  out.assign(name.ns).append(name.local);
  check_iri(out);
  if (!is_absolute_iri(out)) {
    throw XmlFault{"relative IRI <" + out + ">, expected an absolute one as namespace"};
  }
}

TermView RdfXmlTerms::plain_literal(std::string_view text, std::string_view language) const {
  if (language.empty()) {
    return {TermView::Kind::Literal, text, vocabularies::xsd::string, {}};
  }
  if (!is_language_tag(language)) {
    throw XmlFault{"malformed language tag '" + std::string(language) + "'"};
  }
  return {TermView::Kind::Literal, text, vocabularies::rdf::lang_string, language};
}

}  // namespace prosper::rdf
