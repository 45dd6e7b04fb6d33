// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "store/store.hpp"

namespace prosper::tests {

/// Opens the store under test; a test of the test opens one with a bug.
using OpenStore = std::function<std::unique_ptr<store::Store>(const std::filesystem::path&)>;

/// Random transactions, aborts, reopenings, compactions and held snapshots on a new store in an
/// empty folder, beside a model. Throws Mismatch, and whatever the store throws.
void run_random_operations(const std::filesystem::path& directory, std::uint64_t seed,
                           const OpenStore& open);

}  // namespace prosper::tests
