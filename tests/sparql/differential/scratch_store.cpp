// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/scratch_store.hpp"

namespace prosper::sparql::differential {

ScratchStore::ScratchStore(const std::vector<rdf::Quad>& quads) {
  store::OpenOptions options;
  options.access = store::OpenOptions::Access::Write;
  options.create = true;
  options.map_size = std::uint64_t{64} << 20U;
  store_ = store::Store::open(folder_.path() / "store", options);
  const auto transaction = store_->begin();
  for (const rdf::Quad& quad : quads) transaction->insert(quad);
  transaction->commit();
  snapshot_ = store_->snapshot();
}

}  // namespace prosper::sparql::differential
