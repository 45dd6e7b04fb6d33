// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/turtle_names.hpp"

#include "store/rdf/iri_resolver.hpp"
#include "store/rdf/turtle_syntax.hpp"

namespace prosper::rdf {
namespace {

/// Prefixes are all that a document of any length makes its reader keep.
constexpr std::size_t most_prefix_bytes = std::size_t{64} << 20U;

}  // namespace

void TurtleNames::set_base(std::string_view reference) {
  std::string base;
  base = std::string(resolve(reference, base));
  base_ = std::move(base);
}

const std::string& TurtleNames::set_prefix(std::string_view name, std::string_view reference) {
  if (!is_prefix_name(name)) throw NameFault{"malformed prefix '" + std::string(name) + ":'"};
  std::string resolved;
  resolved = std::string(resolve(reference, resolved));
  const auto [entry, is_new] = prefixes_.try_emplace(std::string(name));
  prefix_bytes_ += resolved.size() + (is_new ? name.size() : 0) - entry->second.size();
  if (prefix_bytes_ > most_prefix_bytes) throw NameFault{"prefixes of more than 64 megabytes"};
  return entry->second = std::move(resolved);
}

std::string_view TurtleNames::resolve(std::string_view reference, std::string& out) const {
  if (is_absolute_iri(reference)) return reference;
  if (base_.empty()) {
    throw NameFault{"relative IRI <" + std::string(reference) + "> but no base IRI is known"};
  }
  // The reference may lie in `out`.
  std::string resolved = resolve_iri(base_, reference);
  return out = std::move(resolved);
}

void TurtleNames::expand(std::string_view prefix, std::string_view local, std::string& out) {
  if (last_ == nullptr || last_->first != prefix) {
    const auto found = prefixes_.find(prefix);
    if (found == prefixes_.end()) {
      throw NameFault{"undefined prefix '" + std::string(prefix) + ":'"};
    }
    last_ = &*found;
  }
  out.assign(last_->second).append(local);
}

}  // namespace prosper::rdf
