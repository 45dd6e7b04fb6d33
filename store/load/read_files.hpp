// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "store/rdf/io/rdf_format.hpp"
#include "store/rdf/quad_view.hpp"
#include "store/rdf/syntax_error.hpp"

namespace prosper::store {

struct InputFile {
  std::filesystem::path path;  ///< gunzipped when it is gzip
  rdf::RdfFormat format = rdf::RdfFormat::NQuads;
  /// Makes the file's blank nodes differ from those of other files.
  std::string blank_node_prefix;
};

struct ReadingProgress {
  std::uint64_t bytes = 0;  ///< of the files as they are, compressed or not
  std::uint64_t total_bytes = 0;
  std::uint64_t quads = 0;
};

struct ReadingOptions {
  /// Where triples without a graph go; empty: the default graph.
  std::string graph;
  /// Takes the errors of bad lines (N-Triples, N-Quads), which are passed over; one call at a time,
  /// from any thread. Empty: the first error ends the reading.
  std::function<void(const rdf::SyntaxError&)> on_bad_line;
  /// A few times a second, on the calling thread. May throw to stop.
  std::function<void(const ReadingProgress&)> progress;
};

/// Reads files with a thread a sink. N-Triples and N-Quads are cut at line ends and read by all
/// threads; files of other formats by one each. Returns the number of quads. Throws the error that
/// comes first in the files: SyntaxError, std::system_error, or what a sink throws.
std::uint64_t read_files(const std::vector<InputFile>& files, const ReadingOptions& options,
                         std::span<rdf::AnyQuadSink* const> sinks);

}  // namespace prosper::store
