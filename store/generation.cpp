// SPDX-License-Identifier: Apache-2.0
#include "store/generation.hpp"

#include <algorithm>
#include <utility>

#include "store/dictionary/dictionary.hpp"
#include "store/storage_errors.hpp"

namespace prosper::store {
namespace {

Settings load_settings(const std::shared_ptr<lmdb::Environment>& environment) {
  const lmdb::Table table = open_settings_table(*environment);
  return read_settings(lmdb::ReadTransaction(environment), table);
}

}  // namespace

std::shared_ptr<Generation> Generation::open_current(const std::filesystem::path& directory,
                                                     std::uint64_t map_size) {
  // A writer may switch CURRENT and delete the old generation between two of these steps.
  constexpr int attempts = 10;
  std::string name;
  for (int i = 0; i < attempts; ++i) {
    name = read_current(directory);
    Descriptor hold = hold_generation(directory / name);
    if (!hold.is_open() || read_current(directory) != name) continue;
    return with_store_errors([&] {
      auto environment = lmdb::Environment::open(directory / name, {map_size, false});
      Settings settings = load_settings(environment);
      return std::shared_ptr<Generation>(
          new Generation(name, std::move(hold), std::move(environment), std::move(settings)));
    });
  }
  throw StoreError(StoreError::Kind::Damaged, (directory / "CURRENT").string() + " names " + name +
                                                  ", which is not there or never at rest");
}

Generation::Generation(std::string name, Descriptor hold,
                       std::shared_ptr<lmdb::Environment> environment, Settings settings)
    : name_(std::move(name)),
      hold_(std::move(hold)),
      environment_(std::move(environment)),
      settings_(std::move(settings)),
      tables_(open_tables(*environment_)) {}

void Generation::create_first(const std::filesystem::path& directory, std::uint64_t map_size,
                              const std::string& public_base) {
  const auto existing = list_generations(directory);
  const std::uint64_t number =
      existing.empty() ? 1 : *std::max_element(existing.begin(), existing.end()) + 1;
  const std::filesystem::path folder = directory / generation_name(number);
  std::error_code failure;
  std::filesystem::create_directory(folder, failure);
  if (failure) {
    throw StoreError(StoreError::Kind::Io, "mkdir: " + folder.string() + ": " + failure.message());
  }
  with_store_errors([&] {
    const auto environment = lmdb::Environment::open(folder, {map_size, true});
    const StoreTables tables = create_tables(*environment);
    lmdb::WriteTransaction transaction(environment);
    write_settings(transaction, tables.settings, {format_version, public_base});
    State state;
    state.next_numbers.fill(1);
    write_state(transaction, tables.settings, state);
    transaction.commit();
  });
  sync_folder(folder);
  write_current(directory, generation_name(number));
}

void Generation::verify_base(const std::string& public_base) const {
  with_store_errors([&] {
    const lmdb::ReadTransaction transaction(environment_);
    const auto refuse = [&](const std::string& what) {
      throw StoreError(StoreError::Kind::BaseMismatch,
                       environment_->data_file().string() + " cannot be opened under <" +
                           public_base + ">: " + what +
                           " begins with it without belonging to the store's own IRIs");
    };
    if (public_base == settings_.public_base) {
      if (read_state(transaction, tables_.settings).displaced_iris > 0) refuse("a stored IRI");
      return;
    }
    const Dictionary dictionary(transaction, tables_.dictionary);
    const auto iri = dictionary.find_with_prefix(TermTag::Iri, public_base);
    if (iri) refuse("<" + *iri + ">");
  });
}

}  // namespace prosper::store
