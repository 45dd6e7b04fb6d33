// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "mappings/sources/line_reader.hpp"
#include "mappings/sources/row_reader.hpp"

namespace prosper::mappings {

/// True for a line that names a field in Ajout-pilote text: REF, PROT-BAT, NOM_AMI.
bool is_field_code(std::string_view line);

/// The exchange format of the museums: a line with a field code, its value on the next lines ("-"
/// at a line's end: goes on without a break), "//" behind each notice. UTF-8, or
/// ISO-8859-1/Windows-1252 for a notice that is not UTF-8; one that mixes both is handed over as an
/// error.
class AjoutPiloteReader final : public RowReader {
 public:
  explicit AjoutPiloteReader(const std::filesystem::path& path);

  bool next(SourceRow& row) override;

  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }

 private:
  std::string file_;
  LineReader lines_;
};

}  // namespace prosper::mappings
