// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace prosper::rdf {

/// The prefixes a writer may use.
class PrefixMap {
 public:
  struct Split {
    std::string_view prefix;
    std::string_view local;
  };

  /// A later declaration of a name replaces the earlier one. False when nothing changed or the
  /// prefix is unusable: the name is no PN_PREFIX or the IRI has characters IRIs may not have.
  bool declare(std::string_view name, std::string_view iri);

  /// The longest namespace the IRI starts with; the rest may be anything.
  std::optional<Split> split(std::string_view iri) const;

  /// Name and namespace IRI, longest namespace first.
  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace prosper::rdf
