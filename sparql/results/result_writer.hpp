// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "sparql/algebra/solution_stream.hpp"
#include "store/rdf/byte_sink.hpp"

namespace prosper::sparql {

/// SPARQL result formats: Query Results JSON, XML, CSV/TSV (W3C recommendations) and a table for
/// terminals. CSV and TSV cannot carry an ASK answer.
enum class ResultFormat { Json, Xml, Csv, Tsv, Table };

std::string_view media_type(ResultFormat format);
std::optional<ResultFormat> result_format_of_media_type(std::string_view media_type);
/// json|srj, xml|srx, csv, tsv, table.
std::optional<ResultFormat> result_format_of_name(std::string_view name);

/// Writes all rows, pulling them one by one; the document is complete only if this returns.
/// Memory is constant but for Table, which must see every row to size its columns.
void write_solutions(SolutionStream& solutions, ResultFormat format, rdf::ByteSink& bytes);
/// Throws std::invalid_argument for CSV and TSV.
void write_boolean(bool answer, ResultFormat format, rdf::ByteSink& bytes);

}  // namespace prosper::sparql
