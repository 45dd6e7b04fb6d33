// SPDX-License-Identifier: Apache-2.0
#include "store/store_transaction.hpp"

#include <algorithm>
#include <utility>

#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/rdf/assert.hpp"
#include "store/storage_errors.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t waiting_quads_limit = 2'000'000;
constexpr std::size_t waiting_bytes_limit = std::size_t{256} << 20U;

}  // namespace

template <class Action>
decltype(auto) StoreTransaction::changing(Action&& action) {
  require_usable();
  try {
    return with_store_errors(std::forward<Action>(action));
  } catch (...) {
    has_failed_ = true;
    throw;
  }
}

StoreTransaction::StoreTransaction(WriterLock lock, std::shared_ptr<Generation> generation,
                                   const std::string& public_base)
    : lock_(std::move(lock)),
      generation_(std::move(generation)),
      public_base_(public_base),
      transaction_(generation_->environment()),
      reader_(transaction_, generation_->tables(), public_base),
      state_(read_state(transaction_, generation_->tables().settings)),
      dictionary_(transaction_, generation_->tables().dictionary, state_.next_numbers),
      quads_(transaction_, generation_->environment(), generation_->tables()) {}

void StoreTransaction::require_usable() const {
  PROSPER_ASSERT(!is_committed_);
  if (!has_failed_) return;
  throw StoreError(StoreError::Kind::Io, generation_->environment()->data_file().string() +
                                             ": an earlier change of this transaction failed");
}

void StoreTransaction::flush() const {
  require_usable();
  try {
    has_changes_ = has_changes_ || quads_.waiting() > 0;
    dictionary_.flush();
    quads_.flush();
    touched_graphs_.clear();
  } catch (...) {
    has_failed_ = true;
    throw;
  }
}

void StoreTransaction::flush_for(const QuadPattern& pattern) const {
  const bool is_untouched_graph =
      pattern.graph.kind == GraphScope::Kind::One && !touched_graphs_.contains(pattern.graph.graph);
  if (is_untouched_graph) {
    require_usable();
  } else {
    flush();
  }
}

void StoreTransaction::flush_when_large() {
  if (quads_.waiting() >= waiting_quads_limit ||
      dictionary_.waiting_bytes() >= waiting_bytes_limit) {
    flush();
  }
}

std::optional<TermId> StoreTransaction::find_term(const rdf::Term& term) const {
  const auto encoded = encode_term(term, public_base_);
  if (const auto* id = std::get_if<TermId>(&encoded)) return *id;
  return dictionary_.find(std::get<TermText>(encoded));
}

TermId StoreTransaction::intern(const rdf::Term& term) {
  auto encoded = encode_term(term, public_base_);
  if (const auto* id = std::get_if<TermId>(&encoded)) return *id;
  auto& text = std::get<TermText>(encoded);
  const bool may_be_displaced =
      text.tag == TermTag::Iri && text.bytes.starts_with(generation_->settings().public_base);
  const std::uint64_t first_new = dictionary_.next_numbers()[static_cast<std::size_t>(text.tag)];
  const TermId id = dictionary_.intern(std::move(text));
  if (may_be_displaced && id == make_late_id(TermTag::Iri, first_new)) ++state_.displaced_iris;
  return id;
}

std::optional<TermId> StoreTransaction::find(const rdf::Term& term) const {
  return with_store_errors([&] { return find_term(term); });
}

std::vector<rdf::Term> StoreTransaction::spellings(const rdf::Literal& literal) const {
  return with_store_errors([&] {
    flush();
    return reader_.spellings(literal);
  });
}

rdf::Term StoreTransaction::term(TermId id) const {
  return with_store_errors([&]() -> rdf::Term {
    if (!is_in_dictionary(id) || !dictionary_.is_new(id)) return reader_.term(id);
    const auto bytes = dictionary_.bytes(id);
    PROSPER_ASSERT(bytes.has_value());
    return *decode_text(tag_of(id), *bytes, public_base_);
  });
}

std::unique_ptr<QuadCursor> StoreTransaction::scan(const QuadPattern& pattern) const {
  return with_store_errors([&] {
    flush_for(pattern);
    return reader_.scan(pattern);
  });
}

std::unique_ptr<QuadCursor> StoreTransaction::scan_in_order(const QuadPattern& pattern,
                                                            ScanOrder order) const {
  return with_store_errors([&] {
    flush_for(pattern);
    return reader_.scan_in_order(pattern, order);
  });
}

std::uint64_t StoreTransaction::estimate(const QuadPattern& pattern) const {
  return with_store_errors([&] {
    flush_for(pattern);
    return reader_.estimate(pattern);
  });
}

std::optional<PatternCount> StoreTransaction::count(const QuadPattern& pattern) const {
  return with_store_errors([&] {
    flush_for(pattern);
    return reader_.count(pattern);
  });
}

std::vector<TermId> StoreTransaction::graphs(TermId after, std::size_t limit) const {
  return with_store_errors([&] {
    flush();
    return reader_.graphs(after, limit);
  });
}

std::uint64_t StoreTransaction::quad_count() const {
  return with_store_errors([&] {
    flush();
    return reader_.quad_count();
  });
}

std::uint64_t StoreTransaction::commit_number() const {
  return state_.commit_number;
}

std::optional<std::string> StoreTransaction::import_state(std::string_view key) const {
  return with_store_errors([&] { return reader_.import_state(key); });
}

bool StoreTransaction::is_new(const QuadIds& quad) const {
  return dictionary_.is_new(quad.subject) || dictionary_.is_new(quad.object) ||
         dictionary_.is_new(quad.graph) || dictionary_.is_new(quad.predicate);
}

std::optional<QuadIds> StoreTransaction::find_quad(const rdf::Quad& quad) const {
  const auto subject = find_term(quad.subject);
  const auto predicate = find_term(quad.predicate);
  const auto object = find_term(quad.object);
  const auto graph = quad.graph ? find_term(*quad.graph) : std::optional(default_graph);
  if (!subject || !predicate || !object || !graph) return std::nullopt;
  return QuadIds{*subject, *predicate, *object, *graph};
}

void StoreTransaction::note_removed(const QuadIds& quad) {
  touched_graphs_.insert(quad.graph);
  for (const TermId id : {quad.subject, quad.predicate, quad.object, quad.graph}) {
    if (is_in_dictionary(id)) doubtful_terms_.insert(id);
  }
}

bool StoreTransaction::insert(const rdf::Quad& quad) {
  return changing([&] {
    const QuadIds ids{intern(quad.subject), intern(quad.predicate), intern(quad.object),
                      quad.graph ? intern(*quad.graph) : default_graph};
    if (!quads_.insert(ids, is_new(ids))) return false;
    touched_graphs_.insert(ids.graph);
    flush_when_large();
    return true;
  });
}

bool StoreTransaction::remove(const rdf::Quad& quad) {
  return changing([&] {
    const auto ids = find_quad(quad);
    if (!ids || !quads_.remove(*ids)) return false;
    note_removed(*ids);
    flush_when_large();
    return true;
  });
}

std::vector<QuadIds> StoreTransaction::written_quads(TermId graph) const {
  QuadPattern pattern;
  pattern.graph = GraphScope::one(graph);
  std::vector<QuadIds> quads;
  const auto cursor = reader_.scan(pattern);
  QuadBatch batch;
  while (cursor->next(batch)) {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      quads.push_back({batch.subject[i], batch.predicate[i], batch.object[i], batch.graph[i]});
    }
  }
  return quads;
}

std::vector<QuadIds> StoreTransaction::intern_graph(const rdf::Iri& graph,
                                                    const std::vector<rdf::Triple>& triples) {
  std::vector<QuadIds> quads;
  if (triples.empty()) return quads;
  quads.reserve(triples.size());
  const TermId graph_id = intern(graph);
  const rdf::Term* subject = nullptr;
  TermId subject_id;
  for (const rdf::Triple& triple : triples) {
    // Triples of one subject mostly stand together.
    if (subject == nullptr || *subject != triple.subject) subject_id = intern(triple.subject);
    subject = &triple.subject;
    quads.push_back({subject_id, intern(triple.predicate), intern(triple.object), graph_id});
  }
  std::sort(quads.begin(), quads.end());
  quads.erase(std::unique(quads.begin(), quads.end()), quads.end());
  return quads;
}

GraphChange StoreTransaction::replace_graph(const rdf::Iri& graph,
                                            const std::vector<rdf::Triple>& triples) {
  return changing([&] {
    const auto known_graph = find_term(graph);
    if (known_graph && touched_graphs_.contains(*known_graph)) flush();
    std::vector<QuadIds> before;
    if (known_graph && !dictionary_.is_new(*known_graph)) before = written_quads(*known_graph);
    std::sort(before.begin(), before.end());
    const std::vector<QuadIds> after = intern_graph(graph, triples);
    std::vector<QuadIds> changed;
    GraphChange change;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(changed));
    change.removed = changed.size();
    for (const QuadIds& quad : changed) {
      quads_.remove_present(quad);
      note_removed(quad);
    }
    changed.clear();
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(changed));
    change.added = changed.size();
    for (const QuadIds& quad : changed) {
      quads_.insert_absent(quad);
      touched_graphs_.insert(quad.graph);
    }
    flush_when_large();
    return change;
  });
}

std::uint64_t StoreTransaction::clear(const GraphScope& scope) {
  return changing([&]() -> std::uint64_t {
    flush();
    forget_import_states(scope);
    if (scope.kind == GraphScope::Kind::All) return clear_all();
    QuadPattern pattern;
    pattern.graph = scope;
    const auto cursor = reader_.scan(pattern);
    QuadBatch batch;
    std::uint64_t removed = 0;
    while (cursor->next(batch)) {
      for (std::size_t i = 0; i < batch.size(); ++i) {
        const QuadIds quad{batch.subject[i], batch.predicate[i], batch.object[i], batch.graph[i]};
        quads_.remove_present(quad);
        note_removed(quad);
      }
      removed += batch.size();
      flush_when_large();
    }
    return removed;
  });
}

std::uint64_t StoreTransaction::clear_all() {
  const std::uint64_t removed = reader_.quad_count();
  if (removed == 0) return 0;
  quads_.clear();
  all_terms_doubtful_ = true;
  has_changes_ = true;
  return removed;
}

void StoreTransaction::forget_import_states(const GraphScope& scope) {
  const lmdb::Table imports = generation_->tables().imports;
  if (transaction_.entries(imports) == 0) return;
  transaction_.release_cursors();
  if (scope.kind != GraphScope::Kind::One) {
    transaction_.clear(imports);
    has_changes_ = true;
  } else if (scope.graph != default_graph) {
    const auto name = reader_.term(scope.graph);
    const auto* iri = std::get_if<rdf::Iri>(&name);
    if (iri != nullptr && transaction_.remove(imports, import_record_key(iri->value))) {
      has_changes_ = true;
    }
  }
}

void StoreTransaction::set_import_state(std::string_view key, std::string_view hash) {
  changing([&] {
    if (reader_.import_state(key) == hash) return;
    transaction_.release_cursors();
    transaction_.put(generation_->tables().imports, import_record_key(key),
                     make_import_record(key, hash));
    has_changes_ = true;
  });
}

void StoreTransaction::forget_unused_terms() {
  if (reader_.quad_count() == 0) {
    dictionary_.clear();
    state_.displaced_iris = 0;
    return;
  }
  if (all_terms_doubtful_) {
    for (const TermTag tag : dictionary_tags) {
      reader_.dictionary().each(
          tag, [&](TermId id, std::string_view /*bytes*/) { doubtful_terms_.insert(id); });
    }
  }
  std::vector<TermId> unused(doubtful_terms_.begin(), doubtful_terms_.end());
  std::sort(unused.begin(), unused.end());
  std::erase_if(unused, [&](TermId id) { return reader_.is_used(id); });
  dictionary_.forget(unused, [&](TermId id, std::string_view bytes) {
    const bool was_displaced =
        tag_of(id) == TermTag::Iri && bytes.starts_with(generation_->settings().public_base);
    if (was_displaced) --state_.displaced_iris;
  });
}

void StoreTransaction::commit() {
  changing([&] {
    // A quad that came and went, or went and came back, waits no more.
    if (has_changes_ || quads_.waiting() > 0) {
      flush();
      forget_unused_terms();
      ++state_.commit_number;
      state_.next_numbers = dictionary_.next_numbers();
      write_state(transaction_, generation_->tables().settings, state_);
      transaction_.commit();
    } else {
      transaction_.discard();
    }
    is_committed_ = true;
    lock_.reset();
  });
}

}  // namespace prosper::store
