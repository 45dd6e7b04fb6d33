// SPDX-License-Identifier: Apache-2.0
#include "sparql/results/result_reader.hpp"

#include "sparql/results/document_readers.hpp"
#include "sparql/results/result_terms.hpp"

namespace prosper::sparql {

ResultDocument read_results(std::string_view text, ResultFormat format) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  switch (format) {
    case ResultFormat::Json:
      return read_json_results(text);
    case ResultFormat::Xml:
      return read_xml_results(text);
    case ResultFormat::Csv:
      return read_csv_results(text);
    case ResultFormat::Tsv:
      return read_tsv_results(text);
    case ResultFormat::Table:
      break;
  }
  refuse_result("tables cannot be read; expected JSON, XML, CSV or TSV");
}

}  // namespace prosper::sparql
