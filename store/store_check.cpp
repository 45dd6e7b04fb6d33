// SPDX-License-Identifier: Apache-2.0
#include "store/store_check.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

#include "store/blocks/block_scan.hpp"
#include "store/dictionary/dictionary_check.hpp"
#include "store/ids/inline_value.hpp"
#include "store/lmdb/cursor.hpp"
#include "store/lmdb/key_bytes.hpp"
#include "store/lmdb/page_walk.hpp"
#include "store/order_check.hpp"
#include "store/quad_reader.hpp"
#include "store/rdf/utf8.hpp"
#include "store/storage_errors.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t max_problems = 100;

std::string name_of(TermId id) {
  return "term " + std::to_string(static_cast<unsigned>(tag_of(id))) + ":" +
         (is_in_dictionary(id) && is_late(id) ? "late " + std::to_string(number_of(id))
                                              : std::to_string(payload_of(id)));
}

std::string name_of(const QuadIds& quad) {
  return "the quad (" + name_of(quad.subject) + ", " + name_of(quad.predicate) + ", " +
         name_of(quad.object) + ", " + name_of(quad.graph) + ")";
}

class Check {
 public:
  Check(const Generation& generation, const lmdb::ReadTransaction& transaction,
        const std::string& public_base)
      : generation_(generation),
        tables_(generation.tables()),
        transaction_(transaction),
        reader_(transaction, generation.tables(), public_base) {}

  CheckReport run() {
    if (check_orders()) {
      check_counts(tables_.graphs, Gspo, "graph");
      check_counts(tables_.predicates, Pso, "predicate");
      for (const OrderIndex order : {Spo, Pso, Osp, Gspo}) check_terms_of(order);
      check_dictionary();
    }
    check_state();
    check_imports();
    return std::move(report_);
  }

 private:
  void report(const std::string& problem) {
    if (!is_hopeless()) report_.problems.push_back(problem);
  }

  bool is_hopeless() const { return report_.problems.size() >= max_problems; }

  void each_row(OrderIndex order, const std::function<void(const Row&)>& action) {
    BlockScan scan(transaction_, tables_.orders[order], {});
    std::array<std::array<std::uint64_t, chunk_rows>, row_columns> values;
    while (scan.prepare() > 0 && !is_hopeless()) {
      const std::size_t rows =
          scan.read({values[0].data(), values[1].data(), values[2].data(), values[3].data()});
      for (std::size_t i = 0; i < rows; ++i) {
        action({values[0][i], values[1][i], values[2][i], values[3][i]});
      }
    }
  }

  /// False when some block is damaged: then nothing can be said about the quads.
  bool check_orders() {
    const auto on_problem = [&](const std::string& problem) {
      report(problem);
      return !is_hopeless();
    };
    std::array<Fingerprint, order_count> fingerprints;
    for (std::size_t order = 0; order < order_count; ++order) {
      fingerprints[order] =
          check_blocks(transaction_, tables_, static_cast<OrderIndex>(order), on_problem);
    }
    report_.quads = fingerprints[Spo].rows;
    if (!report_.problems.empty()) return false;
    for (std::size_t order = 1; order < order_count; ++order) {
      if (fingerprints[order] == fingerprints[Spo]) continue;
      report("orders spo and " + std::string(orders[order].name) + " do not hold the same quads");
      report_missing(Spo, static_cast<OrderIndex>(order));
      report_missing(static_cast<OrderIndex>(order), Spo);
    }
    return true;
  }

  void report_missing(OrderIndex from, OrderIndex in) {
    each_row(from, [&](const Row& row) {
      const QuadIds quad = orders[from].to_quad(row);
      if (!reader_.rows(in).contains(orders[in].to_row(quad))) {
        report(name_of(quad) + " is in order " + std::string(orders[from].name) + " but not in " +
               std::string(orders[in].name));
      }
    });
  }

  void check_counts(lmdb::Table table, OrderIndex order, const std::string& what) {
    lmdb::Cursor counts(transaction_, table);
    std::uint64_t total = 0;
    for (bool more = counts.first(); more && !is_hopeless(); more = counts.next()) {
      if (counts.key().size() != 8 || counts.value().size() != 8) {
        return report("the counts by " + what + " have an entry of wrong size");
      }
      const TermId id{lmdb::from_key<1>(counts.key())[0]};
      const std::uint64_t counted = lmdb::from_key<1>(counts.value())[0];
      const std::uint64_t found = reader_.rows(order).count({id.bits}, 1).rows;
      total += counted;
      if (counted != found) {
        report("the " + what + " " + name_of(id) + " has " + std::to_string(found) +
               " quads but counts " + std::to_string(counted));
      }
    }
    if (total != report_.quads) {
      report("the counts by " + what + " add up to " + std::to_string(total) + " of " +
             std::to_string(report_.quads) + " quads");
    }
  }

  bool exists(TermId id) {
    if (!is_in_dictionary(id)) return from_inline(id).has_value();
    try {
      return reader_.dictionary().bytes(id).has_value();
    } catch (const lmdb::Error& error) {
      if (error.kind() != lmdb::Error::Kind::Damaged) throw;
      return true;  // its block is damaged, which the check of the dictionary says
    }
  }

  /// Every term at the front of an order exists.
  void check_terms_of(OrderIndex order) {
    BlockScan scan(transaction_, tables_.orders[order], {});
    std::array<std::uint64_t, chunk_rows> firsts;
    std::optional<TermId> last;
    while (scan.prepare() > 0 && !is_hopeless()) {
      const std::size_t rows = scan.read({firsts.data(), nullptr, nullptr, nullptr});
      for (std::size_t i = 0; i < rows; ++i) {
        const TermId id{firsts[i]};
        if (id == last) continue;
        last = id;
        if ((order == Gspo && id == default_graph) || exists(id)) continue;
        report(name_of(id) + " is in quads (order " + std::string(orders[order].name) +
               ") but not in the dictionary");
      }
    }
  }

  void check_dictionary() {
    const auto each = [&](TermId id, std::string_view bytes) {
      check_term(id, bytes);
      ++report_.terms;
    };
    const auto on_problem = [&](const std::string& problem) {
      report(problem);
      return !is_hopeless();
    };
    DictionaryCheck(transaction_, tables_.dictionary, state_.next_numbers, each, on_problem).run();
  }

  void check_term(TermId id, std::string_view bytes) {
    const std::string& stored_base = generation_.settings().public_base;
    const auto term = decode_text(tag_of(id), bytes, stored_base);
    if (!term || rdf::find_invalid_utf8(rdf::to_ntriples(*term))) {
      return report(name_of(id) + " has text that cannot be read");
    }
    const bool is_displaced = tag_of(id) == TermTag::Iri && bytes.starts_with(stored_base);
    if (is_displaced) ++displaced_;
    const auto encoded = encode_term(*term, stored_base);
    const auto* text = std::get_if<TermText>(&encoded);
    if (!is_displaced && (text == nullptr || text->tag != tag_of(id) || text->bytes != bytes)) {
      report(name_of(id) + " is in the wrong part of the dictionary");
    }
    if (!reader_.is_used(id)) report(name_of(id) + " is in no quad");
  }

  void check_state() {
    if (displaced_ != state_.displaced_iris) {
      report(std::to_string(displaced_) + " IRIs are outside the base section, the state counts " +
             std::to_string(state_.displaced_iris));
    }
  }

  void check_imports() {
    lmdb::Cursor cursor(transaction_, tables_.imports);
    for (bool more = cursor.first(); more && !is_hopeless(); more = cursor.next()) {
      const auto record = unseal(cursor.value());
      std::string_view rest = record ? std::string_view(*record) : std::string_view();
      const auto key = record ? take_sized(rest) : std::nullopt;
      if (!key || import_record_key(*key) != cursor.key()) report("an import state is damaged");
    }
  }

  const Generation& generation_;
  const StoreTables& tables_;
  const lmdb::ReadTransaction& transaction_;
  QuadReader reader_;
  State state_ = read_state(transaction_, tables_.settings);
  std::uint64_t displaced_ = 0;
  CheckReport report_;
};

/// The meta page of the state that a read transaction holds; commits of others go on.
std::optional<lmdb::FileMeta> meta_of(const lmdb::ReadTransaction& transaction) {
  const lmdb::FileMeta meta = lmdb::check_file(transaction.environment().data_file());
  if (meta.transaction != transaction.id()) return std::nullopt;
  return meta;
}

CheckReport check_state_of(const Generation& generation, const std::string& public_base) {
  // A writer may be stopped between its meta page and telling the readers: give it time.
  constexpr int attempts = 10'000;
  constexpr std::chrono::milliseconds pause{1};
  for (int i = 0; i < attempts; ++i) {
    const lmdb::ReadTransaction transaction(generation.environment());
    const auto meta = meta_of(transaction);
    if (!meta) {
      std::this_thread::sleep_for(pause);
      continue;
    }
    auto pages =
        lmdb::walk_pages(transaction.environment().data_file(), *meta, lmdb::WalkScope::Everything);
    if (!pages.problems.empty()) return {0, 0, std::move(pages.problems)};
    return Check(generation, transaction, public_base).run();
  }
  throw StoreError(StoreError::Kind::Damaged,
                   generation.environment()->data_file().string() +
                       ": the meta pages do not show the state that LMDB reads");
}

}  // namespace

CheckReport check_generation(const std::shared_ptr<Generation>& generation,
                             const std::string& public_base) {
  const auto describe = [](const std::exception& error) {
    CheckReport report;
    report.problems.emplace_back(error.what());
    return report;
  };
  try {
    return check_state_of(*generation, public_base);
  } catch (const lmdb::Error& error) {
    if (error.kind() != lmdb::Error::Kind::Damaged) throw to_store_error(error);
    return describe(error);
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::Damaged) throw;
    return describe(error);
  }
}

}  // namespace prosper::store
