// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/tables.hpp"

#include "endpoint/pages/embedded_files.hpp"
#include "store/rdf/assert.hpp"

namespace prosper::endpoint::pages {
namespace {

Texts read_texts(std::string_view file_name) {
  const auto file = embedded_file(file_name);
  PROSPER_ASSERT(file.has_value());
  Texts texts;
  for (std::string_view rest = *file; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const std::size_t first = line.find('\t');
    if (line.starts_with("# ") || first == std::string_view::npos) continue;
    const std::size_t second = line.find('\t', first + 1);
    PROSPER_ASSERT(second != std::string_view::npos);
    texts.emplace(line.substr(0, first),
                  std::array{std::string(line.substr(first + 1, second - first - 1)),
                             std::string(line.substr(second + 1))});
  }
  return texts;
}

std::map<std::string, Texts, std::less<>> read_tables() {
  std::map<std::string, Texts, std::less<>> tables;
  for (const std::string_view name : embedded_files())
    if (name.ends_with(".tsv")) tables.emplace(name, read_texts(name));
  return tables;
}

}  // namespace

const Texts& texts_of(std::string_view file_name) {
  static const std::map<std::string, Texts, std::less<>> tables = read_tables();
  const auto found = tables.find(file_name);
  PROSPER_ASSERT(found != tables.end());
  return found->second;
}

std::optional<std::string> find_text(std::string_view file_name, std::string_view key,
                                     Language language) {
  const Texts& texts = texts_of(file_name);
  const auto found = texts.find(key);
  if (found == texts.end()) return std::nullopt;
  return found->second[language == Language::French ? 0 : 1];
}

}  // namespace prosper::endpoint::pages
