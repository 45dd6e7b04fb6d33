// SPDX-License-Identifier: Apache-2.0
#include "mappings/notice_key.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

/// IRIs of notices stay short enough to be keys and URLs.
constexpr std::size_t longest_reference = 1000;

std::vector<std::string> texts_of(const Record& cells, const std::string& code) {
  const Value* value = cells.find(code);
  return value == nullptr ? std::vector<std::string>() : value->texts();
}

}  // namespace

NoticeKey make_notice_key(const Layout& layout, const Record& cells) {
  NoticeKey key;
  const std::vector<std::string> references = texts_of(cells, layout.reference());
  if (references.size() > 1) {
    key.problem = std::to_string(references.size()) + " references in " + layout.reference();
    return key;
  }
  std::vector<std::string> segments = references;
  if (!references.empty()) {
    key.reference = references.front();
  } else {
    key.is_inventory = true;
    for (const std::string& code : layout.inventory()) {
      const std::vector<std::string> texts = texts_of(cells, code);
      if (texts.size() == 1) segments.push_back(texts.front());
    }
  }
  const bool complete = !references.empty() || (!layout.inventory().empty() &&
                                                segments.size() == layout.inventory().size());
  if (!complete) {
    key.problem = "no key: " + layout.reference() + " is empty";
    for (const std::string& code : layout.inventory())
      if (texts_of(cells, code).size() != 1) key.problem += ", " + code + " holds no single value";
    return key;
  }
  std::string path = layout.base();
  if (key.is_inventory) path += "/inv";
  for (const std::string& segment : segments) {
    if (segment.size() > longest_reference) {
      key.problem = "a key longer than " + std::to_string(longest_reference) +
                    " bytes: " + segment.substr(0, 60) + "…";
      return key;
    }
    path += "/" + percent_encode(segment);
  }
  key.path = std::move(path);
  return key;
}

std::string hash_notice(const Record& cells) {
  std::vector<std::string> lines;
  for (const auto& [code, value] : cells.fields) {
    std::string line = code;
    for (const std::string& text : value.texts()) (line += '\x1F') += text;
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  std::string canonical;
  for (const std::string& line : lines) (canonical += line) += '\x1E';
  return sha256_hex(canonical);
}

}  // namespace prosper::mappings
