// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "endpoint/cli/progress.hpp"
#include "mappings/mapping.hpp"
#include "store/store.hpp"

namespace CLI {
class App;
}

namespace prosper::endpoint::cli {

/// What map and ingest share: the profile, the files, what to do about rejected rows.
struct MappingOptions {
  std::string profile;
  std::vector<std::string> files;
  /// Empty: <first input>.rejects.csv in the working directory.
  std::string rejects;
  bool strict = false;
  bool json = false;
  unsigned threads = 2;
};

void add_mapping_options(CLI::App& command, MappingOptions& options);

/// mappings::map_files with the progress bar of the terminal.
mappings::Report map_with_progress(const MappingOptions& options, std::string public_base,
                                   Progress& progress, mappings::NoticeSink& sink);

/// Writes the rejects file when there are rejects, and says so in a last line to `out`. Returns the
/// exit code.
int report_rejects(const mappings::Report& report, const MappingOptions& options,
                   std::ostream& out);

}  // namespace prosper::endpoint::cli
