// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/program.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/source_excerpt.hpp"
#include "sparql/sparql.hpp"
#include "store/rdf/syntax_error.hpp"
#include "store/store.hpp"

namespace prosper::endpoint::cli {
namespace {

int report(const char* message, int code) {
  std::fprintf(stderr, "prosper: %s\n", message);
  return code;
}

int run_command(const Run& run) {
  try {
    return run();
  } catch (const UsageError& error) {
    return report(error.what(), WrongUsage);
  } catch (const rdf::SyntaxError& error) {
    return report(describe_syntax_error(error).c_str(), Failed);
  } catch (const store::StoreError& error) {
    const bool damaged = error.kind() == store::StoreError::Kind::Damaged;
    return report(error.what(), damaged ? Damaged : Failed);
  } catch (const sparql::UnsupportedFeature& error) {
    return report((std::string("not supported: ") + error.what()).c_str(), Failed);
  } catch (const std::exception& error) {
    return report(error.what(), Failed);
  }
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  CLI::App program(
      "Prosper: the notices of French heritage as linked data.\n"
      "`prosper COMMAND --help` explains a command and shows an example.",
      "prosper");
  program.require_subcommand(1);
  program.set_version_flag("--version", "prosper 0.1.0");
  Run run;
  add_ingest(program, run);
  add_load(program, run);
  add_map(program, run);
  add_query(program, run);
  add_update(program, run);
  add_dump(program, run);
  add_check(program, run);
  add_stats(program, run);
  add_backup(program, run);
  add_compact(program, run);
  add_serve(program, run);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? Done : WrongUsage;
  }
  return run_command(run);
}

}  // namespace prosper::endpoint::cli
