// SPDX-License-Identifier: Apache-2.0
#define XXH_INLINE_ALL
#include "store/settings.hpp"

#include <xxhash.h>

#include "store/lmdb/key_bytes.hpp"
#include "store/store.hpp"

namespace prosper::store {
namespace {

constexpr std::string_view settings_key = "format";
constexpr std::string_view state_key = "state";
constexpr std::size_t number_bytes = 8;
constexpr std::size_t state_numbers = 2 + tag_count;

std::string read_record(const lmdb::Transaction& transaction, lmdb::Table table,
                        std::string_view key) {
  const auto sealed = transaction.get(table, key);
  const auto record = sealed ? unseal(*sealed) : std::nullopt;
  if (record) return *record;
  throw StoreError(StoreError::Kind::Damaged,
                   transaction.environment().data_file().string() + ": the record '" +
                       std::string(key) + "' is " +
                       (sealed ? "damaged (its checksum is wrong)" : "missing"));
}

}  // namespace

std::string seal(std::string bytes) {
  bytes += lmdb::to_key<1>({XXH3_64bits(bytes.data(), bytes.size())}).view();
  return bytes;
}

std::optional<std::string> unseal(std::string_view sealed) {
  if (sealed.size() < number_bytes) return std::nullopt;
  const std::string_view bytes = sealed.substr(0, sealed.size() - number_bytes);
  if (lmdb::from_key<1>(sealed.substr(bytes.size()))[0] !=
      XXH3_64bits(bytes.data(), bytes.size())) {
    return std::nullopt;
  }
  return std::string(bytes);
}

Settings read_settings(const lmdb::Transaction& transaction, lmdb::Table table) {
  const std::string record = read_record(transaction, table, settings_key);
  Settings settings;
  if (record.size() >= number_bytes) {
    settings.version = static_cast<std::uint32_t>(lmdb::from_key<1>(record)[0]);
  }
  if (record.size() < number_bytes || settings.version != format_version) {
    throw StoreError(StoreError::Kind::FormatVersion,
                     transaction.environment().data_file().string() + ": this store has format " +
                         std::to_string(settings.version) + ", this Prosper reads format " +
                         std::to_string(format_version) +
                         ": dump it with the version that wrote it and load the dump again");
  }
  settings.public_base = record.substr(number_bytes);
  return settings;
}

State read_state(const lmdb::Transaction& transaction, lmdb::Table table) {
  const std::string record = read_record(transaction, table, state_key);
  if (record.size() != state_numbers * number_bytes) {
    throw StoreError(StoreError::Kind::Damaged,
                     transaction.environment().data_file().string() + ": the record 'state' has " +
                         std::to_string(record.size()) + " bytes, expected " +
                         std::to_string(state_numbers * number_bytes));
  }
  const auto numbers = lmdb::from_key<state_numbers>(record);
  State state;
  state.commit_number = numbers[0];
  state.displaced_iris = numbers[1];
  for (std::size_t tag = 0; tag < tag_count; ++tag) state.next_numbers[tag] = numbers[2 + tag];
  return state;
}

void write_settings(lmdb::WriteTransaction& transaction, lmdb::Table table,
                    const Settings& settings) {
  std::string record(lmdb::to_key<1>({settings.version}).view());
  transaction.put(table, settings_key, seal(record + settings.public_base));
}

void write_state(lmdb::WriteTransaction& transaction, lmdb::Table table, const State& state) {
  std::array<std::uint64_t, state_numbers> numbers{state.commit_number, state.displaced_iris};
  for (std::size_t tag = 0; tag < tag_count; ++tag) numbers[2 + tag] = state.next_numbers[tag];
  transaction.put(table, state_key, seal(std::string(lmdb::to_key<state_numbers>(numbers).view())));
}

}  // namespace prosper::store
