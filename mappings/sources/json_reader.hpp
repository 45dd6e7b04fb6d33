// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "mappings/sources/json_records.hpp"
#include "mappings/sources/row_reader.hpp"

namespace prosper::mappings {

/// Notices in JSON. Objects inside a notice become columns "OUTER.inner",
/// points {lat, lon} one cell "lat,lon"; lists of texts stay
/// lists; GeoJSON features give their properties and the column "geometry" with the geometry as
/// WKT, longitude first. A record that is not valid JSON is handed over as an error.
class JsonReader final : public RowReader {
 public:
  explicit JsonReader(const std::filesystem::path& path);

  bool next(SourceRow& row) override;

  std::uint64_t bytes_read() const override;

 private:
  std::string file_;
  std::string text_;
  std::uint64_t file_size_ = 0;
  std::vector<JsonRecord> records_;
  std::size_t next_ = 0;
};

}  // namespace prosper::mappings
