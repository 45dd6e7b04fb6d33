// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "mappings/sources/source_row.hpp"

namespace prosper::mappings {

/// Hands over a notice file row by row, in file order, holding one row at a time (JSON: the text of
/// the document, up to `json_document_limit`). Not thread-safe.
class RowReader {
 public:
  RowReader() = default;
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;
  virtual ~RowReader() = default;

  /// False at the end. A damaged row is handed over with its `error`; a file that is damaged as a
  /// whole (a cut JSON document, a broken gzip stream) throws rdf::SyntaxError or
  /// std::system_error.
  virtual bool next(SourceRow& row) = 0;

  /// Bytes of the file on disk consumed so far, for progress.
  virtual std::uint64_t bytes_read() const = 0;
};

enum class SourceFormat { Csv, Json, AjoutPilote };

/// Looks at the beginning of the file (gunzipped if need be). Throws rdf::SyntaxError when it is in
/// none of the known formats, std::system_error when it cannot be read.
SourceFormat sniff_source_format(const std::filesystem::path& path);

/// Opens a notice file in whatever format it is: CSV with any delimiter, POP API JSON,
/// Elasticsearch answers, GeoJSON, Ajout-pilote text, each also gzipped.
std::unique_ptr<RowReader> open_rows(const std::filesystem::path& path);

inline constexpr std::uint64_t json_document_limit = 512ULL << 20;

}  // namespace prosper::mappings
