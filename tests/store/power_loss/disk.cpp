// SPDX-License-Identifier: Apache-2.0
#include "tests/store/power_loss/disk.hpp"

#include <algorithm>
#include <fstream>

namespace prosper::tests {
namespace {

constexpr std::uint64_t sector = 512;

std::string parent_of(const std::string& path) {
  return path.empty() ? path : path.substr(0, path.rfind('/'));
}

/// How much of what was not synced survives.
enum class Survival { Nothing, Everything, WholeChanges, Sectors };

Survival choose(std::mt19937_64& random) {
  return static_cast<Survival>(random() % 4);
}

bool flip(std::mt19937_64& random) {
  return random() % 2 == 0;
}

}  // namespace

void Disk::apply(const Change& change, std::string& bytes) {
  if (!change.is_write) return bytes.resize(change.offset);
  const std::uint64_t end = change.offset + change.data.size();
  if (bytes.size() < end) bytes.resize(end);
  std::copy(change.data.begin(), change.data.end(),
            bytes.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

void Disk::apply_torn(const Change& change, std::string& bytes, std::mt19937_64& random) {
  const std::uint64_t end = change.offset + change.data.size();
  for (std::uint64_t from = change.offset; from < end;) {
    const std::uint64_t to = std::min(end, (from / sector + 1) * sector);
    const Change piece{true, false, from, change.data.substr(from - change.offset, to - from)};
    if (flip(random)) apply(piece, bytes);
    from = to;
  }
}

std::string Disk::surviving_bytes(const File& file, std::mt19937_64& random) {
  const Survival survival = choose(random);
  std::string bytes = file.durable;
  for (const Change& change : file.pending) {
    if (change.is_certain || survival == Survival::Everything) {
      apply(change, bytes);
    } else if (survival == Survival::Sectors && change.is_write) {
      apply_torn(change, bytes, random);
    } else if (survival != Survival::Nothing && flip(random)) {
      apply(change, bytes);
    }
  }
  // The size may be there before the bytes are: then they are whatever lay on the disk.
  if (!file.pending.empty() && flip(random)) {
    std::string whole = file.durable;
    for (const Change& change : file.pending) apply(change, whole);
    const char filler = flip(random) ? '\0' : '\xA5';
    if (whole.size() > bytes.size()) bytes.resize(whole.size(), filler);
  }
  return bytes;
}

void Disk::apply(const NameChange& change, Names& names) {
  if (!change.removed.empty()) names.erase(change.removed);
  if (!change.added.empty()) names[change.added] = change.file;
}

void Disk::change_name(NameChange change) {
  apply(change, names_);
  pending_names_.push_back(std::move(change));
}

void Disk::sync_folder(std::string_view path) {
  std::vector<NameChange> left;
  for (NameChange& change : pending_names_) {
    const bool is_inside = parent_of(change.removed) == path || parent_of(change.added) == path;
    if (is_inside) {
      apply(change, durable_names_);
    } else {
      left.push_back(std::move(change));
    }
  }
  pending_names_ = std::move(left);
}

void Disk::apply(const RecordedEvent& event) {
  const EventHeader& header = event.header;
  const std::string path(event.path);
  switch (header.kind) {
    case EventKind::Create:
      files_[header.file] = std::make_shared<File>();
      return change_name({{}, path, files_[header.file]});
    case EventKind::MakeFolder:
      return change_name({{}, path, nullptr});
    case EventKind::Unlink:
    case EventKind::RemoveFolder:
      return change_name({path, {}, nullptr});
    case EventKind::Rename:
      return change_name({path, std::string(event.new_path), names_.at(path)});
    case EventKind::SyncFolder:
      return sync_folder(event.path);
    case EventKind::Write:
      return files_.at(header.file)
          ->pending.push_back({true, header.is_synchronous != 0, header.offset, event.data});
    case EventKind::Truncate:
      return files_.at(header.file)->pending.push_back({false, false, header.offset, {}});
    case EventKind::Sync: {
      File& file = *files_.at(header.file);
      for (const Change& change : file.pending) apply(change, file.durable);
      return file.pending.clear();
    }
    case EventKind::Start:
    case EventKind::Output:
    case EventKind::Exit:
    case EventKind::Unsupported:
      return;
  }
}

Disk::Names Disk::surviving_names(std::mt19937_64& random) const {
  const Survival survival = choose(random);
  Names names = durable_names_;
  for (const NameChange& change : pending_names_) {
    if (survival == Survival::Nothing) break;
    if (survival == Survival::Everything || flip(random)) apply(change, names);
  }
  return names;
}

void Disk::lose_power(const std::filesystem::path& to, std::mt19937_64& random,
                      const RecordedEvent* in_flight) const {
  Disk last = *this;
  if (in_flight != nullptr && in_flight->header.kind == EventKind::Write) {
    auto& file = last.files_.at(in_flight->header.file);
    const FileOrFolder before = file;
    file = std::make_shared<File>(*before);
    file->pending.push_back({true, false, in_flight->header.offset, in_flight->data});
    const auto replace = [&](auto& entry) {
      if (entry == before) entry = file;
    };
    for (auto& [name, entry] : last.durable_names_) replace(entry);
    for (NameChange& change : last.pending_names_) replace(change.file);
  }
  // Parents come before their children.
  for (const auto& [path, file] : last.surviving_names(random)) {
    const std::filesystem::path place = to.string() + path.substr(folder_.size());
    if (!std::filesystem::is_directory(place.parent_path())) continue;
    if (file == nullptr) {
      std::filesystem::create_directory(place);
      continue;
    }
    const std::string bytes = surviving_bytes(*file, random);
    std::ofstream(place, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
}

}  // namespace prosper::tests
