// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "store/page_statistics.hpp"
#include "store/quad_source.hpp"
#include "store/rdf/quad.hpp"
#include "store/rdf/quad_sink.hpp"
#include "store/rdf/quad_view.hpp"

namespace prosper::store {

/// Storage failed. `kind` decides the exit code and the HTTP status.
class StoreError : public std::runtime_error {
 public:
  enum class Kind {
    Io,             ///< a system call failed
    NotFound,       ///< no store in this directory
    Full,           ///< disk or map full
    Damaged,        ///< checksums, page structure or permutations disagree
    FormatVersion,  ///< written by another version of Prosper
    Busy,           ///< another process holds the writer lock
    BaseMismatch,   ///< opened under a base that stored absolute IRIs begin with
  };

  StoreError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

inline constexpr std::string_view default_public_base = "http://localhost:7878/";

struct OpenOptions {
  enum class Access { Read, Write };
  Access access = Access::Read;
  /// With Write: make the directory and an empty generation when there is none.
  bool create = false;
  /// Replaces the stored public base for this process (must end in '/'). With create it becomes the
  /// stored base; otherwise the stored one is used. Empty: stored, or default_public_base.
  std::string public_base;
  /// How long a write waits for `DIR/writer.lock`.
  std::chrono::milliseconds writer_wait{30'000};
  /// Told a few times a second, while a write waits, who holds the lock; may throw to give up.
  std::function<void(const std::string& holder)> on_writer_wait;
  /// Bytes; 0: PROSPER_MAP_SIZE from the environment, or 1 TiB.
  std::uint64_t map_size = 0;
};

/// A consistent state of the store for reading. Holds one LMDB read transaction and keeps its
/// generation alive; release it soon (it pins pages). May be used by one thread at a time.
class Snapshot : public QuadSource {
 public:
  virtual std::uint64_t quad_count() const = 0;
  /// Grows with every commit; for ETags.
  virtual std::uint64_t commit_number() const = 0;
  /// Hash of the canonical notice stored under `key` by Transaction::set_import_state.
  virtual std::optional<std::string> import_state(std::string_view key) const = 0;
};

struct GraphChange {
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
};

/// The one writer. Reads see its own changes. Nothing is visible to others before `commit`, which
/// is durable when it returns and ends it; destruction without commit discards everything. After a
/// StoreError from a change only destruction is left. Use and destroy it on the thread that began
/// it. Ids stay valid to its end, also those of terms without quads; a cursor that is open while
/// quads change shows the rows behind its place as they are then.
class Transaction : public Snapshot {
 public:
  /// False when the quad was there already.
  virtual bool insert(const rdf::Quad& quad) = 0;
  /// False when the quad was not there.
  virtual bool remove(const rdf::Quad& quad) = 0;
  /// Makes `graph` hold exactly `triples`, writing only the difference.
  virtual GraphChange replace_graph(const rdf::Iri& graph,
                                    const std::vector<rdf::Triple>& triples) = 0;
  /// Removes every quad of the scope; returns how many. Also forgets import states: of one graph
  /// that under the graph's IRI, else all of them.
  virtual std::uint64_t clear(const GraphScope& scope) = 0;
  /// A state that is set already counts as no change: committing it writes nothing.
  virtual void set_import_state(std::string_view key, std::string_view hash) = 0;
  /// Writes nothing when nothing is different in the end.
  virtual void commit() = 0;
};

struct BulkOptions {
  /// Bytes of memory a load may take; what is more goes to temporary files in the store.
  std::uint64_t memory = std::uint64_t{4} << 30U;
  /// Threads that feed.
  std::size_t feeds = 1;
  /// What `commit` is doing ("stored quads", "terms", "quads", "orders", "disk") and how far that
  /// is, of 1. On the thread that commits; may throw to give up.
  std::function<void(std::string_view step, double done)> progress;
};

struct BulkReport {
  std::uint64_t read = 0;   ///< quads fed, with repetitions
  std::uint64_t added = 0;  ///< of them, not in the store before
  std::uint64_t quads = 0;  ///< in the store
};

/// Adds many quads at once: writes the whole store anew, old and new quads together. Holds the
/// writer lock to its end. Nothing is visible to others before `commit`; destruction without commit
/// leaves nothing behind. The store must outlive it.
class BulkLoad {
 public:
  BulkLoad() = default;
  BulkLoad(const BulkLoad&) = delete;
  BulkLoad& operator=(const BulkLoad&) = delete;
  virtual ~BulkLoad() = default;

  /// One sink a feeding thread, valid until `commit`. They throw std::system_error when the disk
  /// is full.
  virtual std::vector<rdf::AnyQuadSink*> feeds() = 0;
  /// States of the store stay, unless set anew.
  virtual void set_import_state(std::string_view key, std::string_view hash) = 0;
  /// Durable when it returns. When nobody feeds any more; nothing may follow.
  virtual BulkReport commit() = 0;
};

struct StoreStatistics {
  std::uint64_t quads = 0;
  std::uint64_t named_graphs = 0;
  std::uint64_t terms = 0;
  /// Of the terms, those that came after the last bulk load or compaction.
  std::uint64_t late_terms = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t live_bytes = 0;
  std::uint64_t readers = 0;
  PageStatistics pages;
  std::uint64_t generation = 0;
  std::uint32_t format_version = 0;
  std::string public_base;
  /// Name of a part (permutation, dictionary, …) and its bytes.
  std::vector<std::pair<std::string, std::uint64_t>> parts;
  /// Predicate IRI and quad count, most frequent first.
  std::vector<std::pair<std::string, std::uint64_t>> predicates;
};

struct CheckReport {
  std::uint64_t quads = 0;
  std::uint64_t terms = 0;
  /// Empty when the store is sound; at most 100 sentences.
  std::vector<std::string> problems;
};

/// A store directory: CURRENT, gen-NNNNNN/, writer.lock (docs/storage-format.md). Any number of
/// threads may call it; any number of processes may read beside one writer.
class Store {
 public:
  /// Throws StoreError (NotFound, Damaged, FormatVersion, BaseMismatch, Io).
  static std::unique_ptr<Store> open(const std::filesystem::path& directory,
                                     const OpenOptions& options);
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  virtual std::unique_ptr<Snapshot> snapshot() = 0;
  /// Takes the writer lock; throws StoreError Busy after `writer_wait`.
  virtual std::unique_ptr<Transaction> begin() = 0;
  /// Takes the writer lock, as `begin`. Stores that cannot throw StoreError.
  virtual std::unique_ptr<BulkLoad> begin_bulk(const BulkOptions& options);
  virtual const std::string& public_base() const = 0;
  virtual StoreStatistics statistics() = 0;
  /// Reads everything; never throws for damage it can describe.
  virtual CheckReport check() = 0;
};

/// Hands every quad of the snapshot to `sink`, graph by graph, subjects together.
void dump(const QuadSource& source, rdf::QuadSink& sink);

}  // namespace prosper::store
