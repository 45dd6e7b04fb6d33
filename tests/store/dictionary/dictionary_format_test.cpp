// SPDX-License-Identifier: Apache-2.0
// The worked example of ordered terms in docs/storage-format.md is what the code writes.
#include <fstream>
#include <sstream>

#include "tests/store/dictionary/dictionary_fixture.hpp"

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

TEST(DictionaryFormat, WorkedExampleIsTrue) {
  const tests::EmptyDictionary store;
  lmdb::WriteTransaction transaction(store.environment());
  const auto ids = store.build(
      transaction, TermTag::Iri,
      {"http://example.org/height", "http://example.org/place", "http://example.org/places"});
  DictionaryWriter(transaction, store.tables(), store.next())
      .forget(std::vector<TermId>{ids[1]}, [](TermId /*id*/, std::string_view /*bytes*/) {});
  std::ifstream file(std::string(PROSPER_SOURCE_DIR) + "/docs/storage-format.md");
  std::stringstream document;
  document << file.rdbuf();
  for (const auto& [name, table] : {std::pair("terms", store.tables().terms),
                                    std::pair("separators", store.tables().separators)}) {
    lmdb::Cursor cursor(transaction, table);
    for (bool more = cursor.first(); more; more = cursor.next()) {
      const std::string line =
          std::string(name) + "  " + hex(cursor.key()) + " → " + hex(cursor.value());
      EXPECT_NE(document.str().find(line), std::string::npos)
          << "docs/storage-format.md lacks the line\n"
          << line;
    }
  }
}

}  // namespace
}  // namespace prosper::store
