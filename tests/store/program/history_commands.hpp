// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace prosper::tests {

/// Each says on standard output, with one write a line, what is durable. They open the store with
/// `create`, go on where it stands, and end after `limit` rounds (0: never).

/// What makes new generations beside the updates.
enum class Switches { None, Compactions, BulkLoads };

/// Carries out steps of History; prints their numbers. With BulkLoads the additive ones come in
/// bulk.
int write_history(const std::string& directory, std::uint64_t limit, Switches switches);

/// Makes backups TARGET/0, TARGET/1, …; prints their numbers.
int make_backups(const std::string& directory, const std::string& target, std::uint64_t limit);

/// Compacts again and again; prints the generations.
int switch_generations(const std::string& directory, std::uint64_t limit);

/// Looks at state after state beside the writers; prints how many steps it saw. Ends with 1, saying
/// why, when a state is none that History knows.
int follow_history(const std::string& directory, std::uint64_t limit);

}  // namespace prosper::tests
