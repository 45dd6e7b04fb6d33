// SPDX-License-Identifier: Apache-2.0
#include "store/directory.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "store/store.hpp"

namespace prosper::store {
namespace {

constexpr std::string_view prefix = "gen-";
constexpr std::size_t digits = 6;
constexpr mode_t file_mode = 0664;
constexpr std::size_t current_limit = 64;

void write_durably(const std::filesystem::path& file, std::string_view text) {
  const Descriptor opened(
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode));
  if (!opened.is_open()) throw_system_error("open", file);
  if (::write(opened.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw_system_error("write", file);
  }
  if (::fsync(opened.number()) != 0) throw_system_error("fsync", file);
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

void throw_system_error(const char* call, const std::filesystem::path& path) {
  const int reason = errno;
  const bool is_full = reason == ENOSPC || reason == EDQUOT;
  throw StoreError(is_full ? StoreError::Kind::Full : StoreError::Kind::Io,
                   std::string(call) + ": " + path.string() + ": " + std::strerror(reason));
}

std::string generation_name(std::uint64_t number) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return std::string(prefix) + text;
}

std::uint64_t generation_number(std::string_view name) {
  std::uint64_t number = 0;
  if (!name.starts_with(prefix)) return 0;
  const std::string_view text = name.substr(prefix.size());
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole && generation_name(number) == name ? number : 0;
}

std::string read_current(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / "CURRENT";
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.is_open()) {
    if (errno != ENOENT && errno != ENOTDIR) throw_system_error("open", file);
    throw StoreError(StoreError::Kind::NotFound,
                     directory.string() + ": no store here (there is no file CURRENT)");
  }
  std::string text(current_limit, '\0');
  const ssize_t length = ::read(opened.number(), text.data(), text.size());
  if (length < 0) throw_system_error("read", file);
  text.resize(static_cast<std::size_t>(length));
  if (text.ends_with('\n')) text.pop_back();
  if (generation_number(text) == 0) {
    throw StoreError(StoreError::Kind::Damaged,
                     file.string() + ": expected the name of a generation such as gen-000001");
  }
  return text;
}

void write_current(const std::filesystem::path& directory, const std::string& generation) {
  const std::filesystem::path file = directory / "CURRENT";
  const std::filesystem::path temporary = directory / "CURRENT.new";
  write_durably(temporary, generation + "\n");
  // The name of the generation's folder must not come to the disk after the file that names it.
  sync_folder(directory);
  if (::rename(temporary.c_str(), file.c_str()) != 0) throw_system_error("rename", temporary);
  sync_folder(directory);
}

std::vector<std::uint64_t> list_generations(const std::filesystem::path& directory) {
  std::vector<std::uint64_t> numbers;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::uint64_t number = generation_number(entry.path().filename().string());
    if (number != 0) numbers.push_back(number);
  }
  return numbers;
}

void remove_unused_generations(const std::filesystem::path& directory) {
  const std::uint64_t current = generation_number(read_current(directory));
  for (const std::uint64_t number : list_generations(directory)) {
    if (number == current) continue;
    const std::filesystem::path folder = directory / generation_name(number);
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open() || ::flock(opened.number(), LOCK_EX | LOCK_NB) != 0) continue;
    std::error_code left_for_next_time;
    std::filesystem::remove_all(folder, left_for_next_time);
  }
}

Descriptor hold_generation(const std::filesystem::path& folder) {
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) {
    if (errno != ENOENT) throw_system_error("open", folder);
    return {};
  }
  if (::flock(opened.number(), LOCK_SH | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) throw_system_error("flock", folder);
    return {};
  }
  return opened;
}

void make_folders(const std::filesystem::path& folder) {
  if (folder.empty() || std::filesystem::is_directory(folder)) return;
  const std::filesystem::path parent =
      folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path();
  make_folders(parent);
  std::error_code failure;
  std::filesystem::create_directory(folder, failure);
  if (failure) {
    throw StoreError(StoreError::Kind::Io, "mkdir: " + folder.string() + ": " + failure.message());
  }
  sync_folder(parent);
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() || ::fsync(opened.number()) != 0) throw_system_error("fsync", folder);
}

}  // namespace prosper::store
