// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/operator_names.hpp"

namespace prosper::sparql::algebra {

std::string_view name_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::Or:
      return "||";
    case BinaryOperator::And:
      return "&&";
    case BinaryOperator::Equal:
      return "=";
    case BinaryOperator::NotEqual:
      return "!=";
    case BinaryOperator::Less:
      return "<";
    case BinaryOperator::Greater:
      return ">";
    case BinaryOperator::LessOrEqual:
      return "<=";
    case BinaryOperator::GreaterOrEqual:
      return ">=";
    case BinaryOperator::Add:
      return "+";
    case BinaryOperator::Subtract:
      return "-";
    case BinaryOperator::Multiply:
      return "*";
    case BinaryOperator::Divide:
      return "/";
  }
  return "?";
}

std::string_view name_of(UnaryOperator op) {
  switch (op) {
    case UnaryOperator::Not:
      return "!";
    case UnaryOperator::Plus:
      return "+";
    case UnaryOperator::Minus:
      return "-";
  }
  return "?";
}

std::string_view name_of(AggregateFunction function) {
  switch (function) {
    case AggregateFunction::Count:
      return "COUNT";
    case AggregateFunction::Sum:
      return "SUM";
    case AggregateFunction::Min:
      return "MIN";
    case AggregateFunction::Max:
      return "MAX";
    case AggregateFunction::Avg:
      return "AVG";
    case AggregateFunction::Sample:
      return "SAMPLE";
    case AggregateFunction::GroupConcat:
      return "GROUP_CONCAT";
  }
  return "?";
}

}  // namespace prosper::sparql::algebra
