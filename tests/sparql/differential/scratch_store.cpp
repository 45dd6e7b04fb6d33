// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/scratch_store.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace prosper::sparql::differential {

ScratchStore::ScratchStore(const std::vector<rdf::Quad>& quads) {
  std::string name = (std::filesystem::temp_directory_path() / "prosper-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), name);
  folder_ = name;
  store::OpenOptions options;
  options.access = store::OpenOptions::Access::Write;
  options.create = true;
  options.map_size = std::uint64_t{64} << 20U;
  store_ = store::Store::open(folder_ / "store", options);
  const auto transaction = store_->begin();
  for (const rdf::Quad& quad : quads) transaction->insert(quad);
  transaction->commit();
  snapshot_ = store_->snapshot();
}

ScratchStore::~ScratchStore() {
  snapshot_.reset();
  store_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace prosper::sparql::differential
