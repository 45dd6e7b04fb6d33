// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "sparql/results/result_reader.hpp"

namespace prosper::sparql {

ResultDocument read_json_results(std::string_view text);
ResultDocument read_xml_results(std::string_view text);
ResultDocument read_csv_results(std::string_view text);
ResultDocument read_tsv_results(std::string_view text);

}  // namespace prosper::sparql
