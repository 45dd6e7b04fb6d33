// SPDX-License-Identifier: Apache-2.0
#include "store/store_snapshot.hpp"

#include <utility>

#include "store/storage_errors.hpp"

namespace prosper::store {

StoreSnapshot::StoreSnapshot(std::shared_ptr<Generation> generation, const std::string& public_base)
    : generation_(std::move(generation)),
      transaction_(generation_->environment()),
      reader_(transaction_, generation_->tables(), public_base) {}

std::optional<TermId> StoreSnapshot::find(const rdf::Term& term) const {
  return with_store_errors([&] { return reader_.find(term); });
}

std::vector<rdf::Term> StoreSnapshot::spellings(const rdf::Literal& literal) const {
  return with_store_errors([&] { return reader_.spellings(literal); });
}

rdf::Term StoreSnapshot::term(TermId id) const {
  return with_store_errors([&] { return reader_.term(id); });
}

std::vector<rdf::Term> StoreSnapshot::terms(std::span<const TermId> ascending) const {
  return with_store_errors([&] { return reader_.terms(ascending); });
}

std::unique_ptr<QuadCursor> StoreSnapshot::scan(const QuadPattern& pattern) const {
  return with_store_errors([&] { return reader_.scan(pattern); });
}

std::unique_ptr<QuadCursor> StoreSnapshot::scan_in_order(const QuadPattern& pattern,
                                                         ScanOrder order) const {
  return with_store_errors([&] { return reader_.scan_in_order(pattern, order); });
}

std::uint64_t StoreSnapshot::estimate(const QuadPattern& pattern) const {
  return with_store_errors([&] { return reader_.estimate(pattern); });
}

std::optional<PatternCount> StoreSnapshot::count(const QuadPattern& pattern) const {
  return with_store_errors([&] { return reader_.count(pattern); });
}

std::vector<TermId> StoreSnapshot::graphs(TermId after, std::size_t limit) const {
  return with_store_errors([&] { return reader_.graphs(after, limit); });
}

std::uint64_t StoreSnapshot::quad_count() const {
  return with_store_errors([&] { return reader_.quad_count(); });
}

std::uint64_t StoreSnapshot::commit_number() const {
  return with_store_errors(
      [&] { return read_state(transaction_, generation_->tables().settings).commit_number; });
}

std::optional<std::string> StoreSnapshot::import_state(std::string_view key) const {
  return with_store_errors([&] { return reader_.import_state(key); });
}

}  // namespace prosper::store
