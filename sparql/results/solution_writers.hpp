// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sparql/algebra/solution_stream.hpp"
#include "store/rdf/byte_sink.hpp"

namespace prosper::sparql {

/// SPARQL 1.1 Query Results JSON Format.
void write_json_solutions(SolutionStream& solutions, rdf::ByteSink& bytes);
void write_json_boolean(bool answer, rdf::ByteSink& bytes);

/// SPARQL Query Results XML Format. Characters XML cannot hold become U+FFFD.
void write_xml_solutions(SolutionStream& solutions, rdf::ByteSink& bytes);
void write_xml_boolean(bool answer, rdf::ByteSink& bytes);

/// SPARQL 1.1 Query Results CSV and TSV Formats. CSV writes the empty string as "", unbound as
/// nothing.
void write_csv_solutions(SolutionStream& solutions, rdf::ByteSink& bytes);
void write_tsv_solutions(SolutionStream& solutions, rdf::ByteSink& bytes);

/// Columns for terminals: cells are cut after 60 columns, control characters never get through.
void write_table_solutions(SolutionStream& solutions, rdf::ByteSink& bytes);

}  // namespace prosper::sparql
