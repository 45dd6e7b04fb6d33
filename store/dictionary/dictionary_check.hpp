// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "store/dictionary/dictionary.hpp"

namespace prosper::store {

/// Reads the whole dictionary of a transaction and compares its tables with each other, both ways.
/// Calls `each` with every term that can be read and `report` with a sentence for every problem;
/// stops when `report` returns false.
class DictionaryCheck {
 public:
  using Report = std::function<bool(const std::string&)>;

  DictionaryCheck(const lmdb::Transaction& transaction, const DictionaryTables& tables,
                  const NextNumbers& next, Dictionary::Action each, Report report,
                  HashFunction hash = hash_text);

  void run();

 private:
  void problem(const std::string& sentence);
  /// Runs `action`; what it cannot read is a problem.
  void guard(const std::function<void()>& action);
  void check_blocks();
  void check_block(TermId key, lmdb::Bytes value);
  void end_section();
  void check_leads(TermId key, std::string_view first, std::string_view last);
  void check_late();
  void check_late_term(TermId id, lmdb::Bytes record);
  void check_symbols();

  const lmdb::Transaction& transaction_;
  DictionaryTables tables_;
  NextNumbers next_;
  Dictionary::Action each_;
  Report report_;
  OrderedTerms ordered_;
  LateTerms late_;
  bool is_over_ = false;
  // The section under way, and what its blocks have shown.
  TermTag tag_ = TermTag::None;
  TermSection section_;
  std::uint64_t present_ = 0;
  std::uint64_t last_number_ = 0;
  std::string last_text_;
  std::uint64_t blocks_ = 0;
};

}  // namespace prosper::store
