// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/path.hpp"

#include "sparql/algebra/visit.hpp"

namespace prosper::sparql::algebra {

std::uint64_t count_empty(const Path& path) {
  return std::visit(
      Overloaded{
          [](const LinkPath&) -> std::uint64_t { return 0; },
          [](const InversePath& p) { return count_empty(*p.path); },
          [](const SequencePath& p) { return count_empty(*p.first) * count_empty(*p.second); },
          [](const AlternativePath& p) { return count_empty(*p.left) + count_empty(*p.right); },
          [](const ZeroOrMorePath&) -> std::uint64_t { return 1; },
          [](const OneOrMorePath& p) -> std::uint64_t { return count_empty(*p.path) > 0 ? 1 : 0; },
          [](const ZeroOrOnePath&) -> std::uint64_t { return 1; },
          [](const NegatedPropertySet&) -> std::uint64_t { return 0; },
      },
      path.value);
}

bool may_be_empty(const Path& path) {
  return count_empty(path) > 0;
}

}  // namespace prosper::sparql::algebra
