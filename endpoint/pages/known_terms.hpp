// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

/// Names of classes, properties and units that a store need not describe, from texts/terms.tsv.
std::optional<std::string> known_term_label(std::string_view iri, Language language);

/// "crm:P2_has_type" for an IRI in a namespace of texts/terms.tsv, else the IRI itself.
std::string compact_iri(std::string_view iri);

}  // namespace prosper::endpoint::pages
