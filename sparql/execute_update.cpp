// SPDX-License-Identifier: Apache-2.0
#include "sparql/parser/parse.hpp"
#include "sparql/sparql.hpp"
#include "sparql/update/carry_out.hpp"

namespace prosper::sparql {

UpdateReport execute_update(std::string_view text, store::Transaction& transaction,
                            const RequestOptions& options) {
  ParserOptions parser_options;
  parser_options.base_iri = options.base_iri;
  return update::carry_out(parse_update(text, parser_options), transaction, options);
}

}  // namespace prosper::sparql
