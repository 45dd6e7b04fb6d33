// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/prefix_map.hpp"

#include <algorithm>

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"

namespace prosper::rdf {

bool PrefixMap::declare(std::string_view name, std::string_view iri) {
  if (!is_prefix_name(name) || !is_absolute_iri(iri) || !has_only_iri_characters(iri)) return false;
  const auto same_name = std::find_if(entries_.begin(), entries_.end(),
                                      [name](const auto& entry) { return entry.first == name; });
  if (same_name != entries_.end()) {
    if (same_name->second == iri) return false;
    entries_.erase(same_name);
  }
  const auto place = std::find_if(entries_.begin(), entries_.end(), [iri](const auto& entry) {
    return entry.second.size() < iri.size();
  });
  entries_.emplace(place, name, iri);
  return true;
}

std::optional<PrefixMap::Split> PrefixMap::split(std::string_view iri) const {
  for (const auto& [name, start] : entries_) {
    if (iri.starts_with(start)) return Split{name, iri.substr(start.size())};
  }
  return std::nullopt;
}

}  // namespace prosper::rdf
