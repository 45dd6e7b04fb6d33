// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "store/rdf/term.hpp"

namespace prosper::sparql::algebra {

struct Path;
using PathPtr = std::shared_ptr<const Path>;

/// Property path expressions, §18.2.2.3. A lone link or inverse of a link in a query is translated
/// to a triple pattern, a top-level sequence to a join (§18.2.2.4), so PathPattern only carries the
/// rest.
struct LinkPath {
  rdf::Iri predicate;
};

struct InversePath {
  PathPtr path;
};

struct SequencePath {
  PathPtr first;
  PathPtr second;
};

struct AlternativePath {
  PathPtr left;
  PathPtr right;
};

struct ZeroOrMorePath {
  PathPtr path;
};

struct OneOrMorePath {
  PathPtr path;
};

struct ZeroOrOnePath {
  PathPtr path;
};

/// !(iri|…|^iri|…): the excluded predicates, forward and inverse apart (§18.2.2.3).
struct NegatedPropertySet {
  std::vector<rdf::Iri> forward;
  std::vector<rdf::Iri> inverse;
};

struct Path {
  using Value = std::variant<LinkPath, InversePath, SequencePath, AlternativePath, ZeroOrMorePath,
                             OneOrMorePath, ZeroOrOnePath, NegatedPropertySet>;
  Value value;
};

template <typename T>
PathPtr make_path(T value) {
  return std::make_shared<const Path>(Path{Path::Value{std::move(value)}});
}

/// A path of length zero may match.
bool may_be_empty(const Path& path);
/// How often it then does: how often a node that no triple has is connected with itself.
std::uint64_t count_empty(const Path& path);

}  // namespace prosper::sparql::algebra
