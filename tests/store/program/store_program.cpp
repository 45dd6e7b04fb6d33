// SPDX-License-Identifier: Apache-2.0
// Usage: store_program load DIR NOTICES | commit DIR | hold DIR | turn DIR | watch DIR MILLISECONDS
// | fill DIR BYTES | history DIR ROUNDS | switching DIR ROUNDS | loading DIR ROUNDS | backups DIR
// TARGET ROUNDS | compactions DIR ROUNDS | follow DIR ROUNDS
#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <signal.h>
#include <string>
#include <sys/resource.h>

#include "store/store.hpp"
#include "tests/store/program/history_commands.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::store {
namespace {

using Clock = std::chrono::steady_clock;

OpenOptions options_for(OpenOptions::Access access) {
  OpenOptions options;
  options.access = access;
  options.create = access == OpenOptions::Access::Write;
  options.writer_wait = std::chrono::milliseconds(10'000);
  options.map_size = std::uint64_t{16} << 30U;  // sanitizers refuse more
  return options;
}

rdf::Term crm(const std::string& name) {
  return rdf::Iri{"http://www.cidoc-crm.org/cidoc-crm/" + name};
}

/// A dozen quads about one object, in a graph of its own.
void insert_notice(Transaction& transaction, std::uint64_t number) {
  const std::string base = std::string(default_public_base) + "id/object/" + std::to_string(number);
  const rdf::Term object = rdf::Iri{base};
  const rdf::Term production = rdf::Iri{base + "#production"};
  const rdf::Term title = rdf::Iri{base + "#title"};
  const rdf::Term graph =
      rdf::Iri{std::string(default_public_base) + "notice/" + std::to_string(number)};
  const rdf::Term type = rdf::Iri{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"};
  const auto add = [&](const rdf::Term& s, const rdf::Term& p, const rdf::Term& o) {
    transaction.insert({s, p, o, graph});
  };
  const auto concept_of = [&](const char* kind, std::uint64_t count) -> rdf::Term {
    return rdf::Iri{std::string(default_public_base) + "concept/" + kind + "/" +
                    std::to_string(number * 2654435761U % count)};
  };
  add(object, type, crm("E22_Human-Made_Object"));
  add(object, crm("P2_has_type"), concept_of("domain", 60));
  add(object, crm("P45_consists_of"), concept_of("material", 500));
  add(object, crm("P102_has_title"), title);
  add(title, type, crm("E35_Title"));
  add(title, crm("P190_has_symbolic_content"),
      rdf::make_language_string("Portrait numéro " + std::to_string(number), "fr"));
  add(object, crm("P108i_was_produced_by"), production);
  add(production, type, crm("E12_Production"));
  add(production, crm("P14_carried_out_by"), concept_of("person", 40'000));
  add(production, crm("P82a_begin_of_the_begin"),
      rdf::make_typed_literal(std::to_string(1400 + number % 600) + "-01-01",
                              vocabularies::xsd::date));
  add(object, crm("P43_has_dimension"),
      rdf::make_typed_literal(std::to_string(number % 300) + ".5", vocabularies::xsd::decimal));
  add(object, crm("P50_has_current_keeper"), concept_of("museum", 1200));
}

int load(const std::string& directory, std::uint64_t notices) {
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Write));
  const auto transaction = store->begin();
  const auto start = Clock::now();
  for (std::uint64_t i = 0; i < notices; ++i) insert_notice(*transaction, i);
  const std::chrono::duration<double> inserted = Clock::now() - start;
  transaction->commit();
  const std::chrono::duration<double> committed = Clock::now() - start;
  const auto statistics = store->statistics();
  std::cout << statistics.quads << " quads, " << statistics.terms << " terms, inserted in "
            << inserted.count() << " s, committed after " << committed.count() << " s, "
            << static_cast<double>(statistics.quads) / committed.count() << " quads/s, "
            << static_cast<double>(statistics.live_bytes) / static_cast<double>(statistics.quads)
            << " bytes/quad\n";
  for (const auto& [part, bytes] : statistics.parts)
    std::cout << "  " << part << " " << bytes << "\n";
  return 0;
}

/// Commits one notice after the other, printing each number once its commit returned.
int commit_forever(const std::string& directory) {
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Write));
  for (std::uint64_t i = store->snapshot()->commit_number();; ++i) {
    const auto transaction = store->begin();
    insert_notice(*transaction, i);
    transaction->set_import_state(std::to_string(i), "hash " + std::to_string(i));
    transaction->commit();
    std::cout << i << std::endl;
  }
}

/// Holds the writer lock until the input ends.
int hold(const std::string& directory) {
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Write));
  const auto transaction = store->begin();
  std::cout << "holding" << std::endl;
  std::string line;
  while (std::getline(std::cin, line)) continue;
  return 0;
}

/// One commit; prints its number.
int take_turn(const std::string& directory) {
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Write));
  const auto transaction = store->begin();
  const std::uint64_t number = transaction->commit_number() + 1;
  insert_notice(*transaction, number);
  transaction->commit();
  std::cout << number << std::endl;
  return 0;
}

/// Reads beside a writer: every snapshot must hold whole notices only, and never fewer than before.
int watch(const std::string& directory, std::chrono::milliseconds time) {
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Read));
  const auto end = Clock::now() + time;
  std::uint64_t before = 0;
  std::uint64_t snapshots = 0;
  for (; Clock::now() < end; ++snapshots) {
    const auto snapshot = store->snapshot();
    std::map<TermId, std::uint64_t> quads_of_graph;
    const auto cursor = snapshot->scan({});
    QuadBatch batch;
    std::uint64_t total = 0;
    while (cursor->next(batch)) {
      for (const TermId graph : batch.graph) ++quads_of_graph[graph];
      total += batch.size();
    }
    for (const auto& [graph, quads] : quads_of_graph) {
      if (quads != 12) {
        std::cout << "a notice with " << quads << " quads\n";
        return 1;
      }
    }
    if (total < before || total != snapshot->quad_count()) {
      std::cout << total << " quads after " << before << "\n";
      return 1;
    }
    before = total;
  }
  std::cout << snapshots << " snapshots, " << before << " quads\n";
  return 0;
}

/// Commits notices until the file may not grow any more, then shows that nothing is lost.
int fill(const std::string& directory, std::uint64_t bytes) {
  const rlimit limit{bytes, bytes};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 3;
  ::signal(SIGXFSZ, SIG_IGN);
  const auto store = Store::open(directory, options_for(OpenOptions::Access::Write));
  std::uint64_t committed = 0;
  try {
    for (std::uint64_t i = 0;;) {
      const auto transaction = store->begin();
      for (const std::uint64_t end = i + 50; i < end; ++i) insert_notice(*transaction, i);
      transaction->commit();
      committed = i;
    }
  } catch (const StoreError& error) {
    std::cout << error.what() << "\n";
    if (error.kind() != StoreError::Kind::Full && error.kind() != StoreError::Kind::Io) return 4;
  }
  if (committed == 0 || store->snapshot()->quad_count() != committed * 12) return 5;
  for (const std::string& problem : store->check().problems) std::cout << problem << "\n";
  return store->check().problems.empty() ? 0 : 6;
}

/// The commands about History; nothing when `command` is none of them.
std::optional<int> run_history(const std::string& command, int count, char** arguments) {
  if (count < 4) return std::nullopt;
  const std::string directory = arguments[2];
  const std::uint64_t rounds = std::stoull(arguments[count - 1]);
  using tests::Switches;
  if (command == "history") return tests::write_history(directory, rounds, Switches::None);
  if (command == "switching") return tests::write_history(directory, rounds, Switches::Compactions);
  if (command == "loading") return tests::write_history(directory, rounds, Switches::BulkLoads);
  if (command == "compactions") return tests::switch_generations(directory, rounds);
  if (command == "follow") return tests::follow_history(directory, rounds);
  if (command == "backups") return tests::make_backups(directory, arguments[3], rounds);
  return std::nullopt;
}

int run(int count, char** arguments) {
  const std::string command = count > 2 ? arguments[1] : "";
  const std::string directory = count > 2 ? arguments[2] : "";
  if (command == "load" && count == 4) return load(directory, std::stoull(arguments[3]));
  if (command == "commit") return commit_forever(directory);
  if (command == "hold") return hold(directory);
  if (command == "turn") return take_turn(directory);
  if (command == "fill" && count == 4) return fill(directory, std::stoull(arguments[3]));
  if (command == "watch" && count == 4) {
    return watch(directory, std::chrono::milliseconds(std::stoll(arguments[3])));
  }
  if (const auto code = run_history(command, count, arguments)) return *code;
  std::cerr << "usage: see the first lines of store_program.cpp\n";
  return 2;
}

}  // namespace
}  // namespace prosper::store

int main(int count, char** arguments) {
  try {
    return prosper::store::run(count, arguments);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
