// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/storage-format.md is what the code writes.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "store/lmdb/cursor.hpp"
#include "store/store.hpp"
#include "store/store_tables.hpp"
#include "tests/files/temporary_directory.hpp"
#include "tests/store/test_quads.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    static constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (i > 0 && i % 8 == 0) text += ' ';
    text += digits[byte / 16];
    text += digits[byte % 16];
  }
  return text;
}

/// One line an entry: name, key, value.
std::vector<std::string> table_lines(const lmdb::Transaction& transaction, const std::string& name,
                                     lmdb::Table table, bool has_text_keys) {
  std::vector<std::string> lines;
  lmdb::Cursor cursor(transaction, table);
  for (bool more = cursor.first(); more; more = cursor.next()) {
    const std::string key = has_text_keys ? std::string(cursor.key()) : hex(cursor.key());
    lines.push_back(name + "  " + key + " → " + hex(cursor.value()));
  }
  return lines;
}

TEST(StorageFormat, WorkedExampleIsTrue) {
  const tests::TemporaryDirectory directory;
  {
    const auto store = Store::open(directory.path(), tests::writing());
    const auto transaction = store->begin();
    const rdf::Iri object{"http://localhost:7878/id/m1"};
    const rdf::Iri notice{"http://localhost:7878/notice/m1"};
    transaction->insert({object, rdf::Iri{"http://example.org/place"},
                         rdf::make_language_string("Nîmes", "fr"), std::nullopt});
    transaction->insert({object, rdf::Iri{"http://example.org/height"},
                         rdf::make_typed_literal("29.50", vocabularies::xsd::decimal), notice});
    transaction->set_import_state("m1", "h1");
    transaction->commit();
  }
  std::ifstream file(std::string(PROSPER_SOURCE_DIR) + "/docs/storage-format.md");
  std::stringstream document;
  document << file.rdbuf();
  const auto environment =
      lmdb::Environment::open(directory.path() / "gen-000001", {std::uint64_t{16} << 30U, false});
  const StoreTables tables = open_tables(*environment);
  const lmdb::ReadTransaction transaction(environment);
  std::vector<std::string> lines = table_lines(transaction, "settings", tables.settings, true);
  const auto add = [&](const std::string& name, lmdb::Table table) {
    for (auto& line : table_lines(transaction, name, table, false)) lines.push_back(line);
  };
  add("terms", tables.dictionary.terms);
  add("separators", tables.dictionary.separators);
  add("symbols", tables.dictionary.symbols);
  add("late_terms", tables.dictionary.late_terms);
  add("late_hashes", tables.dictionary.late_hashes);
  add("late_places", tables.dictionary.late_places);
  for (std::size_t order = 0; order < order_count; ++order) {
    add(std::string(orders[order].name), tables.orders[order]);
  }
  add("graphs", tables.graphs);
  add("predicates", tables.predicates);
  add("imports", tables.imports);
  for (const std::string& line : lines) {
    EXPECT_NE(document.str().find(line), std::string::npos)
        << "docs/storage-format.md lacks the line\n"
        << line;
  }
}

}  // namespace
}  // namespace prosper::store
