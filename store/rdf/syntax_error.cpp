// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/syntax_error.hpp"

#include <utility>

namespace prosper::rdf {
namespace {

std::string place_and_message(const std::string& source, std::size_t line, std::size_t column,
                              const std::string& message) {
  std::string text = source.empty() ? std::string() : source + ":";
  if (line != 0) text += std::to_string(line) + ":";
  if (column != 0) text += std::to_string(column) + ":";
  return text.empty() ? message : text + " " + message;
}

}  // namespace

SyntaxError::SyntaxError(std::string source, std::size_t line, std::size_t column,
                         std::string message)
    : std::runtime_error(place_and_message(source, line, column, message)),
      source_(std::move(source)),
      line_(line),
      column_(column),
      message_(std::move(message)) {}

}  // namespace prosper::rdf
