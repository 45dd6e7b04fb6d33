// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>

#include "sparql/results/result_writer.hpp"

namespace prosper::sparql {
namespace {

struct FormatNames {
  ResultFormat format;
  std::initializer_list<std::string_view> media_types;  // the registered one first
  std::initializer_list<std::string_view> names;
};

const std::initializer_list<FormatNames> formats = {
    {ResultFormat::Json, {"application/sparql-results+json", "application/json"}, {"json", "srj"}},
    {ResultFormat::Xml,
     {"application/sparql-results+xml", "application/xml", "text/xml"},
     {"xml", "srx"}},
    {ResultFormat::Csv, {"text/csv"}, {"csv"}},
    {ResultFormat::Tsv, {"text/tab-separated-values"}, {"tsv"}},
    {ResultFormat::Table, {"text/plain"}, {"table"}},
};

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

}  // namespace

std::string_view media_type(ResultFormat format) {
  for (const FormatNames& entry : formats) {
    if (entry.format == format) return *entry.media_types.begin();
  }
  return "application/octet-stream";
}

std::optional<ResultFormat> result_format_of_media_type(std::string_view media_type) {
  for (const FormatNames& entry : formats) {
    for (const std::string_view candidate : entry.media_types) {
      if (equals_ignoring_case(candidate, media_type)) return entry.format;
    }
  }
  return std::nullopt;
}

std::optional<ResultFormat> result_format_of_name(std::string_view name) {
  for (const FormatNames& entry : formats) {
    for (const std::string_view candidate : entry.names) {
      if (candidate == name) return entry.format;
    }
  }
  return std::nullopt;
}

}  // namespace prosper::sparql
