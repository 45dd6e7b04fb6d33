// SPDX-License-Identifier: Apache-2.0
#include "store/dictionary/dictionary_tables.hpp"

namespace prosper::store {

std::array<lmdb::TableSpec, dictionary_table_count> dictionary_table_specs() {
  using Kind = lmdb::Table::Kind;
  return {{{"terms", Kind::Unique},
           {"separators", Kind::FixedDuplicates},
           {"symbols", Kind::Unique},
           {"late_terms", Kind::Unique},
           {"late_hashes", Kind::FixedDuplicates},
           {"late_places", Kind::FixedDuplicates}}};
}

DictionaryTables assemble_dictionary(const std::vector<lmdb::Table>& tables, std::size_t first) {
  return {tables[first],     tables[first + 1], tables[first + 2],
          tables[first + 3], tables[first + 4], tables[first + 5]};
}

}  // namespace prosper::store
