// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace prosper::sparql::differential {

/// What a piece of a request is: one may stand where another of its kind stands, and a group where
/// an element of a group stands; but not a Request, which is whatever has no kind of its own.
enum class Kind { Text, Request, Group, Element, Path, Expression };

/// A request as the productions that wrote it, so that smaller requests can be made from it.
struct RequestTree {
  RequestTree(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor)

  RequestTree(const char* words) : text(words) {}  // NOLINT(google-explicit-constructor)

  RequestTree(Kind kind_of_parts, std::vector<RequestTree> all_parts)
      : kind(kind_of_parts), parts(std::move(all_parts)) {}

  Kind kind = Kind::Text;
  /// The request can do without it.
  bool is_optional = false;
  std::string text;
  /// What the variable that this expression is stands for, where that is known.
  std::string constant;
  std::vector<RequestTree> parts;
};

RequestTree optional(RequestTree tree);

std::string to_text(const RequestTree& tree);

/// All trees that are one step smaller. Some are no legal requests.
std::vector<RequestTree> smaller_trees(const RequestTree& tree);

}  // namespace prosper::sparql::differential
