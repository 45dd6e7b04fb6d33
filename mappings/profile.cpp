// SPDX-License-Identifier: Apache-2.0
#include "mappings/profile.hpp"

#include <algorithm>
#include <stdexcept>

#include "mappings/embedded_files.hpp"
#include "mappings/mapping.hpp"
#include "mappings/rml/compile.hpp"
#include "mappings/rml/mapping_error.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view folder = "pop/";
constexpr std::string_view table_suffix = ".columns.tsv";
constexpr std::string_view document_suffix = ".rml.ttl";

rml::Document compile(std::string_view file, const std::string& public_base) {
  const std::string name(file.substr(folder.size()));
  rml::Document document = rml::compile_document(
      *documents::embedded_file(file), {name, public_base, &FunctionRegistry::standard()});
  if (document.makes_blank_nodes)
    throw rml::MappingError(name, "term types", "a notice has no blank nodes; IRIs were expected");
  return document;
}

}  // namespace

std::vector<std::string> profile_names() {
  std::vector<std::string> names;
  for (std::string_view file : documents::embedded_files()) {
    if (!file.ends_with(table_suffix)) continue;
    file.remove_suffix(table_suffix.size());
    names.emplace_back(file.substr(folder.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Profile load_profile(std::string_view name, const std::string& public_base) {
  const std::string stem = std::string(folder) + std::string(name);
  const auto table = documents::embedded_file(stem + std::string(table_suffix));
  if (!table) {
    std::string known;
    for (const std::string& one : profile_names()) known += (known.empty() ? "" : ", ") + one;
    throw std::invalid_argument("unknown profile \"" + std::string(name) + "\"; one of " + known +
                                " was expected");
  }
  Profile profile{std::string(name), Layout(*table, stem + std::string(table_suffix)), {}, {}};
  for (const std::string_view file : documents::embedded_files()) {
    if (!file.starts_with(stem + ".") || !file.ends_with(document_suffix)) continue;
    profile.documents.push_back(compile(file, public_base));
    const auto& columns = profile.documents.back().columns;
    profile.mapped_columns.insert(columns.begin(), columns.end());
  }
  return profile;
}

}  // namespace prosper::mappings
