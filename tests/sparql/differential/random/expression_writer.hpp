// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/sparql/differential/random/dice.hpp"
#include "tests/sparql/differential/random/request_tree.hpp"

namespace prosper::sparql::differential {

/// Which of the functions of §17.4 are called.
enum class Vocabulary { Few, All };

/// Writes expressions (§17): mostly with arguments of the types that functions take, sometimes not.
class ExpressionWriter {
 public:
  /// Leaves are these variables and constants. `dice` must outlive the writer.
  ExpressionWriter(Dice& dice, std::vector<std::string> variables, Vocabulary vocabulary);

  /// Lets conditions have EXISTS: `write` gives its group.
  void write_groups_with(std::function<RequestTree(std::size_t depth)> write) {
    write_group_ = std::move(write);
  }

  /// Says what the variables, in their order, stand for.
  void set_constants(std::vector<std::string> constants) { constants_ = std::move(constants); }

  RequestTree any(std::size_t depth);

  RequestTree condition(std::size_t depth) { return of_type('b', depth); }

  RequestTree number(std::size_t depth) { return of_type('n', depth); }

  RequestTree string(std::size_t depth) { return of_type('s', depth); }

  std::string variable();
  std::string constant();

 private:
  RequestTree of_type(char type, std::size_t depth);
  RequestTree leaf(char type);
  /// `form` with an expression for each of its "%type".
  RequestTree call(std::string_view form, std::size_t depth);

  Dice& dice_;
  std::vector<std::string> variables_;
  std::vector<std::string> constants_;
  Vocabulary vocabulary_;
  std::function<RequestTree(std::size_t depth)> write_group_;
};

}  // namespace prosper::sparql::differential
