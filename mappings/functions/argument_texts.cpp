// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/argument_texts.hpp"

#include "mappings/functions/text.hpp"

namespace prosper::mappings {

const Value& argument(const Arguments& arguments, std::string_view name) {
  return arguments[std::string(function_ns) + std::string(name)];
}

std::vector<std::string> texts_of(const Arguments& arguments, std::string_view name) {
  std::vector<std::string> texts;
  for (const std::string& text : argument(arguments, name).texts())
    if (const std::string_view trimmed = trim(text); !trimmed.empty()) texts.emplace_back(trimmed);
  return texts;
}

std::string text_of(const Arguments& arguments, std::string_view name) {
  const std::vector<std::string> texts = texts_of(arguments, name);
  return texts.empty() ? std::string() : texts.front();
}

std::string cell_of(const Arguments& arguments, std::string_view name) {
  std::string cell;
  for (const std::string& text : texts_of(arguments, name)) {
    if (!cell.empty()) cell += " ; ";
    cell += text;
  }
  return cell;
}

}  // namespace prosper::mappings
