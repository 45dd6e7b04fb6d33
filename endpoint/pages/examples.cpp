// SPDX-License-Identifier: Apache-2.0
#include "endpoint/pages/examples.hpp"

#include <algorithm>

#include "endpoint/pages/embedded_files.hpp"

namespace prosper::endpoint::pages {
namespace {

std::string replace_base(std::string_view text, const std::string& base) {
  constexpr std::string_view placeholder = "{B}";
  std::string replaced;
  for (std::size_t at = text.find(placeholder); at != std::string_view::npos;
       at = text.find(placeholder)) {
    replaced.append(text.substr(0, at)).append(base);
    text.remove_prefix(at + placeholder.size());
  }
  return replaced.append(text);
}

Example read_example(std::string_view text, const Frame& frame) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view title = text.substr(0, end);
  title.remove_prefix(std::min(title.find_first_not_of("# "), title.size()));
  constexpr std::string_view separator = " | ";
  if (const std::size_t bar = title.find(separator); bar != std::string_view::npos)
    title = frame.language == Language::French ? title.substr(0, bar)
                                               : title.substr(bar + separator.size());
  return {std::string(title),
          replace_base(text.substr(std::min(end + 1, text.size())), frame.base)};
}

}  // namespace

std::vector<Example> examples(const Frame& frame) {
  std::vector<std::string_view> names;
  for (const std::string_view name : embedded_files())
    if (name.starts_with("examples/")) names.push_back(name);
  std::sort(names.begin(), names.end());
  std::vector<Example> all;
  for (const std::string_view name : names)
    all.push_back(read_example(*embedded_file(name), frame));
  return all;
}

}  // namespace prosper::endpoint::pages
