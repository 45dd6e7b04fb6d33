// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/local_vocabulary.hpp"

namespace prosper::sparql::execution {

store::TermId LocalVocabulary::id_of(const rdf::Term& term) {
  if (const std::optional<store::TermId> id = source_.find(term)) return *id;
  const auto [entry, is_new] = ids_.try_emplace(term, store::TermId{local_bit | terms_.size()});
  if (is_new) {
    constexpr std::size_t bytes_per_term = 256;
    const auto* literal = std::get_if<rdf::Literal>(&term);
    held_.add(0, bytes_per_term + 2 * (literal != nullptr ? literal->lexical_form.size() : 0));
    terms_.push_back(term);
  }
  return entry->second;
}

}  // namespace prosper::sparql::execution
