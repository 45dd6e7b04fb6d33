// SPDX-License-Identifier: Apache-2.0
#include "sparql/results/result_writer.hpp"

#include <stdexcept>

#include "sparql/results/solution_writers.hpp"

namespace prosper::sparql {

void write_solutions(SolutionStream& solutions, ResultFormat format, rdf::ByteSink& bytes) {
  switch (format) {
    case ResultFormat::Json:
      write_json_solutions(solutions, bytes);
      return;
    case ResultFormat::Xml:
      write_xml_solutions(solutions, bytes);
      return;
    case ResultFormat::Csv:
      write_csv_solutions(solutions, bytes);
      return;
    case ResultFormat::Tsv:
      write_tsv_solutions(solutions, bytes);
      return;
    case ResultFormat::Table:
      write_table_solutions(solutions, bytes);
      return;
  }
}

void write_boolean(bool answer, ResultFormat format, rdf::ByteSink& bytes) {
  switch (format) {
    case ResultFormat::Json:
      write_json_boolean(answer, bytes);
      return;
    case ResultFormat::Xml:
      write_xml_boolean(answer, bytes);
      return;
    case ResultFormat::Table:
      bytes.write(answer ? "true\n" : "false\n");
      return;
    case ResultFormat::Csv:
    case ResultFormat::Tsv:
      break;
  }
  throw std::invalid_argument("CSV and TSV cannot carry the answer to ASK; expected JSON or XML");
}

}  // namespace prosper::sparql
