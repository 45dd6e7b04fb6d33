// SPDX-License-Identifier: Apache-2.0
#include "store/store_tables.hpp"

#include <string>

#include "store/lmdb/page_walk.hpp"

namespace prosper::store {
namespace {

using Kind = lmdb::Table::Kind;

std::vector<lmdb::TableSpec> table_specs() {
  std::vector<lmdb::TableSpec> specs = {{lmdb::settings_table, Kind::Unique},
                                        {"graphs", Kind::Unique},
                                        {"predicates", Kind::Unique},
                                        {"imports", Kind::Unique}};
  for (const lmdb::TableSpec& spec : dictionary_table_specs()) specs.push_back(spec);
  for (const Order& order : orders) {
    specs.push_back({std::string(order.name), Kind::Unique});
  }
  return specs;
}

/// Tables in the sequence of `table_specs`.
StoreTables assemble(const std::vector<lmdb::Table>& tables) {
  constexpr std::size_t first_of_dictionary = 4;
  constexpr std::size_t first_order = first_of_dictionary + dictionary_table_count;
  return {tables[0],
          assemble_dictionary(tables, first_of_dictionary),
          {tables.begin() + first_order, tables.end()},
          tables[1],
          tables[2],
          tables[3]};
}

}  // namespace

lmdb::Table open_settings_table(lmdb::Environment& environment) {
  return environment.open_table(lmdb::settings_table, Kind::Unique);
}

StoreTables open_tables(lmdb::Environment& environment) {
  return assemble(environment.open_tables(table_specs()));
}

StoreTables create_tables(lmdb::Environment& environment) {
  return assemble(environment.create_tables(table_specs()));
}

}  // namespace prosper::store
