// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/known_terms.hpp"

#include "endpoint/pages/messages.hpp"
#include "endpoint/pages/tables.hpp"
#include "vocabularies/terms/prefixes.hpp"

namespace prosper::endpoint::pages {
std::optional<std::string> known_term_label(std::string_view iri, Language language) {
  return find_text("texts/terms.tsv", compact_iri(iri), language);
}

std::string compact_iri(std::string_view iri) {
  for (const vocabularies::Prefix& prefix : vocabularies::well_known_prefixes)
    if (iri.starts_with(prefix.iri))
      return std::string(prefix.name) + ":" + std::string(iri.substr(prefix.iri.size()));
  return std::string(iri);
}

}  // namespace prosper::endpoint::pages
