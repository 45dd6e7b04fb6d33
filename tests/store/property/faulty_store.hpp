// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "store/store.hpp"

namespace prosper::tests {

/// Bugs a store could have.
enum class Fault {
  DropsAnInsert,          ///< every 1,000th insert of a run is forgotten
  ForgetsARemoval,        ///< every 200th
  MixesGraphScopes,       ///< GRAPH ?g ranges over the default graph too
  ShowsAnOldState,        ///< a snapshot is one behind
  LosesATerm,             ///< some terms cannot be found
  FoldsLanguageTags,      ///< language tags come back in lower case
  RepeatsARow,            ///< the first row of a batch comes twice
  DropsTheLastRow,        ///< of a scan by object alone
  Miscounts,              ///< estimates are one too high
  HidesAGraph,            ///< the last of several
  KeepsImportStates,      ///< clearing does not forget them
  CommitsWhenAborted,     ///< a transaction that is dropped stays
  KeepsOneOnReplacement,  ///< replace_graph keeps a quad that should go
  LoadsTooLittle,         ///< every 500th quad of bulk loads is forgotten
  SwapsTheOrder,          ///< SOP is taken for SPO
  CountsRepeatedTriples   ///< triples in several graphs count as often
};

inline constexpr int fault_count = 16;

/// The store with a bug. It is itself sound: all faults are in what callers see or say.
std::unique_ptr<store::Store> make_faulty(std::unique_ptr<store::Store> store, Fault fault);

}  // namespace prosper::tests
