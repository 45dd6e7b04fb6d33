// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/rdf/quad.hpp"

namespace prosper::vocabularies {
class ConceptResolver;
}

/// The façade of the room: notice files in, quads and a report out. Knows neither store, SPARQL nor
/// HTTP.
namespace prosper::mappings {

/// One notice, mapped. The triples are a function of the notice's cells, the mapping documents and
/// the vocabulary snapshot alone: the same notice always gives the same triples.
struct MappedNotice {
  /// "joconde/000PE001028", "joconde/inv/M0810/2005.10.1": the path after id/ and doc/.
  std::string key;
  /// The notice's own graph, {B}doc/{key}.
  rdf::Iri graph;
  /// SHA-256 (hex) of the canonical notice: column codes and cells, sorted.
  std::string hash;
  /// The content of `graph`: sorted, each once, no blank nodes.
  std::vector<rdf::Triple> triples;
  /// Descriptions of shared nodes, in the shared graphs ({B}graph/actors, …): sorted, each once.
  std::vector<rdf::Quad> shared;
};

/// Receives the notices in input order, from one thread.
class NoticeSink {
 public:
  NoticeSink() = default;
  NoticeSink(const NoticeSink&) = delete;
  NoticeSink& operator=(const NoticeSink&) = delete;
  virtual ~NoticeSink() = default;

  virtual void notice(MappedNotice&& notice) = 0;
};

struct RejectedRow {
  std::string file;
  /// Line where the row begins, from 1.
  std::uint64_t line = 0;
  std::string reason;
  /// The row as read.
  std::string text;
};

struct FieldCount {
  std::uint64_t filled = 0;
  enum class Fate { Mapped, KeptVerbatim, Dropped };
  Fate fate = Fate::KeptVerbatim;
  /// Why it was dropped ("private", "technical").
  std::string reason;
};

struct GrammarCount {
  std::uint64_t parsed = 0;
  std::uint64_t kept_as_text = 0;
};

/// rows = mapped + repeated + rejected, always.
struct Report {
  std::string profile;
  std::uint64_t rows = 0;
  std::uint64_t mapped = 0;
  std::uint64_t repeated = 0;
  std::uint64_t rejected = 0;
  /// Notices keyed by museum and inventory number for want of a reference.
  std::uint64_t inventory_keys = 0;
  std::map<std::string, FieldCount> fields;
  /// Grammar ("dates", …) and field code → parse rate.
  std::map<std::pair<std::string, std::string>, GrammarCount> grammars;
  /// Field code → labels resolved to a thesaurus concept (parsed) or minted (kept_as_text).
  std::map<std::string, GrammarCount> concepts;
  std::vector<RejectedRow> rejects;
};

std::string to_json(const Report& report);
/// For people, in the terminal.
std::string to_table(const Report& report);
/// Writes "file,line,reason,row" as CSV.
void write_rejects(const Report& report, const std::filesystem::path& path);

struct MapOptions {
  /// Ends in '/'.
  std::string public_base;
  /// Called now and then with bytes read so far and bytes in all.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;
  unsigned threads = 2;
  /// The vocabulary snapshot; null: the lists that Prosper ships. Must outlive the call.
  const vocabularies::ConceptResolver* concepts = nullptr;
};

/// The profile names: joconde, merimee, museofile.
std::vector<std::string> profile_names();

/// Maps all notices of the files, in any layout the profile knows, to `sink`. Throws
/// std::invalid_argument for an unknown profile, rdf::SyntaxError for a file that is not in any
/// known layout, std::system_error when a file cannot be read. Rows that cannot be mapped are
/// rejected in the report, never thrown.
Report map_files(std::string_view profile, const std::vector<std::filesystem::path>& files,
                 const MapOptions& options, NoticeSink& sink);

}  // namespace prosper::mappings
