// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"

namespace prosper::endpoint::cli {

/// Puts the graphs of mappings::shipped_graphs into a store: each when the store has none of that
/// name, or when Prosper wrote it and ships another content since (then exactly the difference).
/// A graph of that name that somebody else loaded stays as it is. One transaction of its own,
/// which writes nothing when nothing is due. Throws store::StoreError.
store::GraphChange write_shipped_graphs(store::Store& store);

}  // namespace prosper::endpoint::cli
