// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/rdf_format.hpp"

#include <algorithm>
#include <initializer_list>

namespace prosper::rdf {
namespace {

struct FormatNames {
  RdfFormat format;
  bool has_graphs;
  std::initializer_list<std::string_view> media_types;  // the registered one first
  std::initializer_list<std::string_view> extensions;
  std::initializer_list<std::string_view> names;
};

const std::initializer_list<FormatNames> formats = {
    {RdfFormat::Turtle,
     false,
     {"text/turtle", "application/x-turtle"},
     {".ttl"},
     {"turtle", "ttl"}},
    {RdfFormat::TriG, true, {"application/trig", "application/x-trig"}, {".trig"}, {"trig"}},
    {RdfFormat::NTriples, false, {"application/n-triples"}, {".nt"}, {"ntriples", "nt"}},
    {RdfFormat::NQuads, true, {"application/n-quads", "text/x-nquads"}, {".nq"}, {"nquads", "nq"}},
    {RdfFormat::RdfXml,
     false,
     {"application/rdf+xml"},
     {".rdf", ".owl", ".xml"},
     {"rdfxml", "rdf"}},
    {RdfFormat::JsonLd, true, {"application/ld+json"}, {".jsonld"}, {"jsonld"}},
};

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return to_lower(a) == to_lower(b); });
}

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         equals_ignoring_case(text.substr(text.size() - ending.size()), ending);
}

}  // namespace

bool has_graphs(RdfFormat format) {
  return std::any_of(formats.begin(), formats.end(), [format](const FormatNames& entry) {
    return entry.format == format && entry.has_graphs;
  });
}

bool is_line_format(RdfFormat format) {
  return format == RdfFormat::NTriples || format == RdfFormat::NQuads;
}

std::string_view media_type(RdfFormat format) {
  for (const FormatNames& entry : formats) {
    if (entry.format == format) return *entry.media_types.begin();
  }
  return "application/octet-stream";
}

std::optional<RdfFormat> format_of_media_type(std::string_view media_type) {
  for (const FormatNames& entry : formats) {
    for (const std::string_view candidate : entry.media_types) {
      if (equals_ignoring_case(candidate, media_type)) return entry.format;
    }
  }
  return std::nullopt;
}

std::optional<RdfFormat> format_of_file_name(std::string_view file_name) {
  if (ends_with_ignoring_case(file_name, ".gz")) file_name.remove_suffix(3);
  for (const FormatNames& entry : formats) {
    for (const std::string_view extension : entry.extensions) {
      if (ends_with_ignoring_case(file_name, extension)) return entry.format;
    }
  }
  return std::nullopt;
}

std::optional<RdfFormat> format_of_name(std::string_view name) {
  for (const FormatNames& entry : formats) {
    for (const std::string_view candidate : entry.names) {
      if (candidate == name) return entry.format;
    }
  }
  return std::nullopt;
}

}  // namespace prosper::rdf
