// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stdexcept>

namespace CLI {
class App;
}

/// One add_… function a command: it declares the options, and when the command is the one on the
/// command line, leaves what to do in `run`.
namespace prosper::endpoint::cli {

enum ExitCode : int { Done = 0, Failed = 1, WrongUsage = 2, Rejected = 3, Damaged = 4 };

using Run = std::function<int()>;

/// A combination of options that makes no sense: exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

void add_ingest(CLI::App& program, Run& run);
void add_load(CLI::App& program, Run& run);
void add_map(CLI::App& program, Run& run);
void add_query(CLI::App& program, Run& run);
void add_update(CLI::App& program, Run& run);
void add_dump(CLI::App& program, Run& run);
void add_check(CLI::App& program, Run& run);
void add_stats(CLI::App& program, Run& run);
void add_backup(CLI::App& program, Run& run);
void add_compact(CLI::App& program, Run& run);
void add_serve(CLI::App& program, Run& run);

}  // namespace prosper::endpoint::cli
