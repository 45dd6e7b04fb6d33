// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "store/ids/term_tag.hpp"
#include "store/rdf/term.hpp"

namespace prosper::store {

/// A term as the dictionary keeps it: its tag and its bytes, whose bytewise order is the order of
/// terms. Those of a BlankNode are the label, of a BaseIri the IRI after the public base, of an Iri
/// the IRI, of a String the text, 00 and the language, of an OtherLiteral the datatype, 00 and the
/// text. A NUL before that 00 is written 00 FF, which no UTF-8 text can continue.
struct TermText {
  TermTag tag = TermTag::None;
  std::string bytes;
  bool operator==(const TermText&) const = default;
};

/// The inline id of a term, or its dictionary text under this public base.
std::variant<TermId, TermText> encode_term(const rdf::Term& term, std::string_view public_base);

/// The term of dictionary bytes; nothing when they are not laid out as `encode_term` does it.
std::optional<rdf::Term> decode_text(TermTag tag, std::string_view bytes,
                                     std::string_view public_base);

/// A length as LEB128 in front of bytes, for records of two strings.
void append_sized(std::string& out, std::string_view bytes);
/// Takes such bytes off the front; nothing when `in` is shorter than its length says.
std::optional<std::string_view> take_sized(std::string_view& in);

}  // namespace prosper::store
