// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace prosper::rdf {

/// Language tags are kept as written and compared without case (RDF 1.1 Concepts §3.3, RFC 5646
/// §2.1.1), ASCII being all they consist of.
bool are_same_language(std::string_view left, std::string_view right);

/// The tag in lower case: equal exactly for the same language.
std::string fold_language(std::string_view tag);

/// The tag in upper case: before all other spellings, as the folded tag is behind them.
std::string first_spelling(std::string_view tag);

}  // namespace prosper::rdf
