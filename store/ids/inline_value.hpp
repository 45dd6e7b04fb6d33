// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "store/ids/term_id.hpp"
#include "store/rdf/term.hpp"

namespace prosper::store {

/// The id that holds the whole literal (term_tag.hpp), or nothing when its datatype or the way it
/// is written has none. Thread-safe.
std::optional<TermId> to_inline(const rdf::Literal& literal);
/// The same for the parts of a literal without a language.
std::optional<TermId> to_inline(std::string_view lexical_form, std::string_view datatype);

/// The literal of an inline id, exactly as it was written; nothing when the bits are none that
/// `to_inline` gives.
std::optional<rdf::Literal> from_inline(TermId id);

}  // namespace prosper::store
