// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace prosper::rdf {

/// What is wrong with an IRI or a prefixed name; the reader knows its place.
struct NameFault {
  std::string message;
};

/// The base IRI and the prefixes in force (RDF 1.1 Turtle §2.4, §6.3). Throws NameFault.
class TurtleNames {
 public:
  explicit TurtleNames(std::string base) : base_(std::move(base)) {}

  void set_base(std::string_view reference);
  /// Returns the namespace IRI, resolved.
  const std::string& set_prefix(std::string_view name, std::string_view reference);

  /// The absolute IRI; `out` takes it where it is not `reference` itself.
  std::string_view resolve(std::string_view reference, std::string& out) const;
  void expand(std::string_view prefix, std::string_view local, std::string& out);

 private:
  struct Hash {
    using is_transparent = void;

    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  using Prefixes = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

  std::string base_;
  Prefixes prefixes_;
  const Prefixes::value_type* last_ = nullptr;  ///< used: names come in runs
  std::size_t prefix_bytes_ = 0;
};

}  // namespace prosper::rdf
