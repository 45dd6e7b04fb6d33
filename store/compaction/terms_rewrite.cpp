// SPDX-License-Identifier: Apache-2.0
#include "store/compaction/terms_rewrite.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "store/dictionary/dictionary_builder.hpp"
#include "store/dictionary/late_terms.hpp"
#include "store/dictionary/ordered_terms.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/error.hpp"
#include "store/lmdb/key_bytes.hpp"

namespace prosper::store {
namespace {

constexpr std::uint64_t terms_between_reports = 1U << 17U;

TermId to_id(lmdb::Bytes bytes) {
  return TermId{bytes.size() == 8 ? lmdb::from_key<1>(bytes)[0] : 0};
}

class TermsRewrite {
 public:
  TermsRewrite(const lmdb::Transaction& from, const DictionaryTables& from_tables,
               lmdb::WriteTransaction& to, const DictionaryTables& to_tables,
               const std::function<void(std::uint64_t)>& on_terms)
      : from_(from),
        from_tables_(from_tables),
        ordered_(from, from_tables),
        places_(from, from_tables.late_places),
        builder_(to, to_tables),
        on_terms_(on_terms) {}

  Renumbering run() {
    check_blocks();
    has_place_ = places_.first();
    result_.reserve_late(from_.entries(from_tables_.late_terms));
    for (const TermTag tag : dictionary_tags) {
      const TermSection section = ordered_.section(tag);
      result_.reserve_ordered(tag, section.numbers);
      append_late(make_id(tag, 0));
      const std::uint64_t before = result_.terms() - result_.late_terms();
      ordered_.each(tag, [&](TermId id, std::string_view bytes) {
        append(id, bytes);
        append_late(id);
      });
      const std::uint64_t found = result_.terms() - result_.late_terms() - before;
      if (found != section.present) refuse("a section");
    }
    // A place behind a number that is not there is passed over, and missed here.
    if (result_.late_terms() != from_.entries(from_tables_.late_terms)) refuse("a late term");
    builder_.finish();
    result_.finish();
    return std::move(result_);
  }

 private:
  struct LateEntry {
    std::string_view bytes;  ///< in the map
    TermId id;
  };

  /// The checksums would be right again in the new generation, whatever the bytes are.
  void check_blocks() {
    lmdb::Cursor blocks(from_, from_tables_.terms);
    for (bool more = blocks.first(); more; more = blocks.next()) {
      const TermId key = to_id(blocks.key());
      if (number_of(key) == 0) continue;  // a section, which is checked when it is read
      if (!TermBlock(key, blocks.value()).is_sound()) refuse("a block");
    }
  }

  /// The late terms whose predecessor this is.
  void append_late(TermId predecessor) {
    if (!has_place_ || to_id(places_.key()) != predecessor) return;
    late_.clear();
    do {
      const TermId id = to_id(places_.value());
      const auto record = from_.get(from_tables_.late_terms, lmdb::to_key<1>({id.bits}).view());
      if (!record || !is_late_record_sound(id, *record)) refuse("a late term");
      late_.push_back({parse_late_record(*record)->bytes, id});
      has_place_ = places_.next();
    } while (has_place_ && to_id(places_.key()) == predecessor);
    std::sort(late_.begin(), late_.end(), [](const LateEntry& left, const LateEntry& right) {
      return left.bytes < right.bytes;
    });
    for (const LateEntry& entry : late_) append(entry.id, entry.bytes);
  }

  void append(TermId id, std::string_view bytes) {
    const TermTag tag = tag_of(id);
    if (tag == last_tag_ && bytes <= std::string_view(last_bytes_)) refuse("the order");
    last_tag_ = tag;
    last_bytes_ = bytes;
    result_.add(id, builder_.append(tag, bytes));
    if (on_terms_ && result_.terms() % terms_between_reports == 0) on_terms_(result_.terms());
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw lmdb::Error(lmdb::Error::Kind::Damaged, from_.environment().data_file().string() + ": " +
                                                      what +
                                                      " of the dictionary is damaged; run prosper "
                                                      "check");
  }

  const lmdb::Transaction& from_;
  DictionaryTables from_tables_;
  OrderedTerms ordered_;
  lmdb::Cursor places_;  ///< ascending predecessors, each with its late terms
  bool has_place_ = false;
  std::vector<LateEntry> late_;
  DictionaryBuilder builder_;
  TermTag last_tag_ = TermTag::None;
  std::string last_bytes_;
  Renumbering result_;
  const std::function<void(std::uint64_t)>& on_terms_;
};

}  // namespace

Renumbering rewrite_terms(const lmdb::Transaction& from, const DictionaryTables& from_tables,
                          lmdb::WriteTransaction& to, const DictionaryTables& to_tables,
                          const std::function<void(std::uint64_t)>& on_terms) {
  return TermsRewrite(from, from_tables, to, to_tables, on_terms).run();
}

}  // namespace prosper::store
