// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "sparql/algebra/variable.hpp"

namespace prosper::sparql {

/// The variables the parser invents (see algebra::Variable), numbered by kind within one request.
class FreshVariables {
 public:
  algebra::Variable blank_node() { return numbered(".b", blank_nodes_); }

  /// The joint of a path sequence (§18.2.2.4).
  algebra::Variable joint() { return numbered(".p", joints_); }

  algebra::Variable aggregate() { return numbered(".a", aggregates_); }

  algebra::Variable expression() { return numbered(".e", expressions_); }

  /// A blank node with a label; "_" keeps it apart from the numbered ones.
  static algebra::Variable labelled(std::string_view label) {
    return algebra::Variable{".b_" + std::string(label)};
  }

 private:
  static algebra::Variable numbered(const char* kind, std::size_t& counter) {
    return algebra::Variable{kind + std::to_string(counter++)};
  }

  std::size_t blank_nodes_ = 0;
  std::size_t joints_ = 0;
  std::size_t aggregates_ = 0;
  std::size_t expressions_ = 0;
};

}  // namespace prosper::sparql
