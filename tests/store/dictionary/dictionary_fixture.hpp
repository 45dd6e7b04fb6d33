// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/dictionary/dictionary_builder.hpp"
#include "store/dictionary/dictionary_check.hpp"
#include "store/dictionary/dictionary_writer.hpp"
#include "tests/files/temporary_directory.hpp"

namespace prosper::store::tests {

/// An empty dictionary in an environment of its own.
class EmptyDictionary {
 public:
  EmptyDictionary()
      : environment_(lmdb::Environment::open(directory_.path(), {16ULL << 30U, true})),
        tables_(make_tables(*environment_)) {
    next_.fill(1);
  }

  /// Adds ordered terms, in ascending order; returns their ids.
  std::vector<TermId> build(lmdb::WriteTransaction& transaction,
                            const std::vector<TermText>& ascending) const {
    DictionaryBuilder builder(transaction, tables_);
    std::vector<TermId> ids;
    for (const TermText& text : ascending) ids.push_back(builder.append(text.tag, text.bytes));
    builder.finish();
    return ids;
  }

  std::vector<TermId> build(lmdb::WriteTransaction& transaction, TermTag tag,
                            const std::vector<std::string>& ascending) const {
    std::vector<TermText> texts;
    for (const std::string& bytes : ascending) texts.push_back({tag, bytes});
    return build(transaction, texts);
  }

  std::vector<std::string> problems(const lmdb::Transaction& transaction, const NextNumbers& next,
                                    HashFunction hash = hash_text) const {
    std::vector<std::string> problems;
    DictionaryCheck(
        transaction, tables_, next, [](TermId /*id*/, std::string_view /*bytes*/) {},
        [&](const std::string& problem) {
          problems.push_back(problem);
          return problems.size() < 20;
        },
        hash)
        .run();
    return problems;
  }

  const std::shared_ptr<lmdb::Environment>& environment() const { return environment_; }

  const DictionaryTables& tables() const { return tables_; }

  const NextNumbers& next() const { return next_; }

 private:
  static DictionaryTables make_tables(lmdb::Environment& environment) {
    const auto specs = dictionary_table_specs();
    return assemble_dictionary(environment.create_tables({specs.begin(), specs.end()}), 0);
  }

  prosper::tests::TemporaryDirectory directory_;
  std::shared_ptr<lmdb::Environment> environment_;
  DictionaryTables tables_;
  NextNumbers next_{};
};

inline std::string text_or_absent(const Dictionary& dictionary, TermId id) {
  const auto bytes = dictionary.bytes(id);
  return bytes ? std::string(*bytes) : "(absent)";
}

}  // namespace prosper::store::tests
