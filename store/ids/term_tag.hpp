// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

#include "store/ids/term_id.hpp"

namespace prosper::store {

/// What a TermId of a store stands for, in its four highest bits. The order of the tags is the
/// order of terms of different kinds; within a tag of inline values, id order is value order.
///
///     63  60 59                                                        0
///    ┌──────┬──────────────────────────────────────────────────────────┐
///    │ tag  │ payload                                                  │
///    └──────┴──────────────────────────────────────────────────────────┘
///                     ┌─┬────────────────────────────────────────────────┐
///    dictionary tags  │l│ number of the term, from 1, counted per tag  59 │  l: late, added after
///                     └─┴────────────────────────────────────────────────┘     the bulk load
///    Integer           value + 2^59
///                     ┌───────────────────────────────────────────┬──────┐
///    Decimal          │ value × 10^6 + 2^56                   57  │ n  3 │  n: fraction digits
///                     └───────────────────────────────────────────┴──────┘     written, 0 to 6
///                     ┌────┬─────────┬─────┬─────┬─────┬─────┬─────┬─────┐
///    DateTime         │  0 │ year 21 │ M 4 │ D 5 │ h 5 │ m 6 │ s 6 │ z 1 │  year + 2^20;
///                     ├────┴────┬────┴─────┴┬────┴┬────┴┬────┴─────┴─────┤  z: written with Z
///    Date             │       0 │ year   21 │ M 4 │ D 5 │ z 1            │
///                     ├─────────┴─────┬─────┴─────┴─────┼────────────────┤
///    GYear            │             0 │ year         21 │ z 1            │
///                     └───────────────┴─────────────────┴────────────────┘
///    Boolean           0 false, 1 true
///
/// Only the lexical forms named in docs/storage-format.md are inline, so that every term comes back
/// byte for byte; all others are in the dictionary under OtherLiteral.
enum class TermTag : std::uint8_t {
  None = 0,          ///< the default graph, with payload 0
  BlankNode = 1,     ///< dictionary
  BaseIri = 2,       ///< dictionary: an IRI under the public base, by the text after it
  Iri = 3,           ///< dictionary: any other IRI
  String = 4,        ///< dictionary: xsd:string and rdf:langString
  Integer = 5,       ///< inline
  Decimal = 6,       ///< inline
  GYear = 9,         ///< inline
  Date = 10,         ///< inline
  DateTime = 11,     ///< inline
  Boolean = 13,      ///< inline
  OtherLiteral = 15  ///< dictionary
};

inline constexpr unsigned payload_bits = 60;
inline constexpr std::uint64_t payload_mask = (std::uint64_t{1} << payload_bits) - 1;
inline constexpr std::size_t tag_count = 16;

inline constexpr std::array dictionary_tags = {TermTag::BlankNode, TermTag::BaseIri, TermTag::Iri,
                                               TermTag::String, TermTag::OtherLiteral};

constexpr TermTag tag_of(TermId id) {
  return static_cast<TermTag>(id.bits >> payload_bits);
}

constexpr std::uint64_t payload_of(TermId id) {
  return id.bits & payload_mask;
}

constexpr TermId make_id(TermTag tag, std::uint64_t payload) {
  return TermId{(static_cast<std::uint64_t>(tag) << payload_bits) | payload};
}

/// Set in the ids of terms that came after the bulk load. Only numbers without it are ordered as
/// their terms are.
inline constexpr std::uint64_t late_bit = std::uint64_t{1} << (payload_bits - 1);

/// Of a dictionary tag: whether the term came after the bulk load.
constexpr bool is_late(TermId id) {
  return (id.bits & late_bit) != 0;
}

/// The number of a dictionary id among the ordered or among the late terms of its tag.
constexpr std::uint64_t number_of(TermId id) {
  return payload_of(id) & ~late_bit;
}

constexpr TermId make_late_id(TermTag tag, std::uint64_t number) {
  return make_id(tag, number | late_bit);
}

constexpr bool is_in_dictionary(TermId id) {
  for (const TermTag tag : dictionary_tags) {
    if (tag_of(id) == tag) return true;
  }
  return false;
}

}  // namespace prosper::store
