// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/messages.hpp"

#include "endpoint/pages/tables.hpp"

namespace prosper::endpoint::pages {

std::string message(std::string_view key, Language language) {
  return find_text("texts/messages.tsv", key, language).value_or(std::string(key));
}

std::vector<std::pair<std::string, std::string>> messages(Language language) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [key, texts] : texts_of("texts/messages.tsv"))
    all.emplace_back(key, texts[language == Language::French ? 0 : 1]);
  return all;
}

std::optional<std::string> field_label(std::string_view code, Language language) {
  return find_text("texts/fields.tsv", code, language);
}

}  // namespace prosper::endpoint::pages
