// SPDX-License-Identifier: Apache-2.0
#include "mappings/mapping_run.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

#include "vocabularies/thesauri/concept_resolver.hpp"

namespace prosper::mappings {
namespace {

/// Enough work to be worth waking threads for; a few MB of notices.
constexpr std::size_t batch_size = 512;
/// A rejected row is kept for people to read; the rest of a monster is in their file.
constexpr std::size_t longest_rejected_text = 64U << 10;

std::uint64_t size_of(const std::filesystem::path& path) {
  std::error_code ignored;
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  return ignored ? 0 : size;
}

}  // namespace

MappingRun::MappingRun(std::string_view profile, const std::vector<std::filesystem::path>& files,
                       const MapOptions& options, const vocabularies::ConceptResolver& concepts,
                       NoticeSink& sink)
    : profile_(load_profile(profile, options.public_base)),
      files_(files),
      options_(options),
      sink_(sink),
      contexts_(std::max(1U, options.threads)) {
  for (FunctionContext& context : contexts_) {
    context.public_base = options.public_base;
    context.concepts = &concepts;
  }
  report_.profile = profile;
}

Report MappingRun::run() {
  for (std::uint32_t file = 0; file < files_.size(); ++file) read_file(file);
  flush();
  add_counts();
  return std::move(report_);
}

void MappingRun::read_file(std::uint32_t file) {
  std::uint64_t total = 0;
  std::uint64_t before = 0;
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    const std::uint64_t size = size_of(files_[i]);
    total += size;
    if (i < file) before += size;
  }
  const auto reader = open_rows(files_[file]);
  SourceRow row;
  while (reader->next(row)) {
    ++report_.rows;
    take_row(file, row);
    if (batch_.size() < batch_size) continue;
    flush();
    if (options_.progress) options_.progress(before + reader->bytes_read(), total);
  }
  flush();
  if (options_.progress) options_.progress(before + size_of(files_[file]), total);
}

void MappingRun::reject(const SourceRow& row, std::string reason) {
  ++report_.rejected;
  report_.rejects.push_back(
      {row.file, row.line, std::move(reason), row.text.substr(0, longest_rejected_text)});
}

void MappingRun::take_row(std::uint32_t file, const SourceRow& row) {
  if (!row.error.empty()) {
    reject(row, row.error);
    return;
  }
  NormalisedRow normal = profile_.layout.normalise(row);
  KeyedNotice notice;
  notice.key = make_notice_key(profile_.layout, normal.cells);
  if (notice.key.path.empty()) {
    reject(row, notice.key.problem);
    return;
  }
  notice.hash = hash_notice(normal.cells);
  if (const auto earlier = duplicates_.add(notice.key.path, notice.hash, file, row.line)) {
    if (earlier->is_identical) {
      ++report_.repeated;
      return;
    }
    std::string reason =
        "duplicate key " + notice.key.path + ", differs from line " + std::to_string(earlier->line);
    if (earlier->file != file) reason += " of " + files_[earlier->file].string();
    reject(row, std::move(reason));
    return;
  }
  count_fields(normal);
  ++report_.mapped;
  if (notice.key.is_inventory) ++report_.inventory_keys;
  notice.cells = std::move(normal.cells);
  batch_.push_back(std::move(notice));
}

void MappingRun::count_fields(const NormalisedRow& row) {
  for (const auto& [name, value] : row.cells.fields) {
    FieldCount& count = report_.fields[name];
    ++count.filled;
    const bool is_mapped = profile_.mapped_columns.contains(name);
    count.fate = is_mapped ? FieldCount::Fate::Mapped : FieldCount::Fate::KeptVerbatim;
  }
  for (const auto& [name, reason] : row.dropped) {
    FieldCount& count = report_.fields[name];
    ++count.filled;
    count.fate = FieldCount::Fate::Dropped;
    count.reason = reason;
  }
}

void MappingRun::map_batch(std::vector<MappedNotice>& mapped) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> failures(contexts_.size());
  const auto work = [&](std::size_t worker) {
    try {
      for (std::size_t i = next++; i < batch_.size(); i = next++)
        mapped[i] = map_notice(profile_, std::move(batch_[i]), contexts_[worker]);
    } catch (...) {
      // Handed to the calling thread below; the others stop at the end of the batch.
      failures[worker] = std::current_exception();
      next = batch_.size();
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t helpers = std::min(contexts_.size(), batch_.size()) - 1;
    for (std::size_t worker = 1; worker <= helpers; ++worker) threads.emplace_back(work, worker);
    work(0);
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

void MappingRun::flush() {
  if (batch_.empty()) return;
  std::vector<MappedNotice> mapped(batch_.size());
  map_batch(mapped);
  batch_.clear();
  for (MappedNotice& notice : mapped) sink_.notice(std::move(notice));
}

void MappingRun::add_counts() {
  for (const FunctionContext& context : contexts_) {
    for (const auto& [grammar, count] : context.parse_counts) {
      report_.grammars[grammar].parsed += count.parsed;
      report_.grammars[grammar].kept_as_text += count.kept_as_text;
    }
    for (const auto& [field, count] : context.concept_counts) {
      report_.concepts[field].parsed += count.parsed;
      report_.concepts[field].kept_as_text += count.kept_as_text;
    }
  }
}

}  // namespace prosper::mappings
