// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace prosper::endpoint::cli {

/// The program `prosper`: reads the command line, runs one command, returns the exit code
/// (docs/command-line.md).
int run_program(int argc, const char* const* argv);

}  // namespace prosper::endpoint::cli
