# SPDX-License-Identifier: Apache-2.0
set(table "")

foreach(file IN LISTS FILES)
  file(READ "${BASE}/${file}" hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR bytes "${length} / 2")
  # 16 bytes a line of \x escapes, cut into adjacent literals so that no escape runs into the next.
  string(REGEX REPLACE "(................................)" "\\1\n" lines "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" lines "${lines}")
  string(REGEX REPLACE "([^\n]+)" "\"\\1\"" lines "${lines}")
  if(bytes EQUAL 0)
    set(lines "\"\"")
  endif()
  string(APPEND table "    {\"${file}\", std::string_view(\n${lines}, ${bytes})},\n")
endforeach()
file(WRITE "${HEADER}" "#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace ${NAMESPACE} {
std::optional<std::string_view> embedded_file(std::string_view name);
std::vector<std::string_view> embedded_files();
}
")
file(WRITE "${SOURCE}" "#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace ${NAMESPACE} {
std::optional<std::string_view> embedded_file(std::string_view name);
std::vector<std::string_view> embedded_files();
namespace {
constexpr std::pair<std::string_view, std::string_view> table[] = {
${table}};
}
std::optional<std::string_view> embedded_file(std::string_view name) {
  for (const auto& [key, text] : table)
    if (key == name) return text;
  return std::nullopt;
}
std::vector<std::string_view> embedded_files() {
  std::vector<std::string_view> names;
  for (const auto& entry : table) names.push_back(entry.first);
  return names;
}
}
")
