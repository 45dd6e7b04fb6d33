// SPDX-License-Identifier: Apache-2.0
#include "store/compaction/row_sorter.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "store/dictionary/varint.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t frame_rows = 2048;
constexpr std::size_t reader_bytes = std::size_t{64} << 10U;
constexpr std::size_t least_rows = 4096;

struct FrameHead {
  std::uint32_t rows;
  std::uint32_t bytes;
};

std::uint64_t zigzag(std::uint64_t difference) {
  return (difference << 1U) ^ (0 - (difference >> 63U));
}

std::uint64_t unzigzag(std::uint64_t code) {
  return (code >> 1U) ^ (0 - (code & 1U));
}

void append_frame(SpillFile& file, const Row* rows, std::size_t count, TextBuffer& buffer) {
  buffer.truncate(0);
  Row before{};
  for (const Row* row = rows; row != rows + count; ++row) {
    for (std::size_t i = 0; i < row_columns; ++i) {
      append_varint(buffer, zigzag((*row)[i] - before[i]));
    }
    before = *row;
  }
  const FrameHead head{static_cast<std::uint32_t>(count),
                       static_cast<std::uint32_t>(buffer.size())};
  file.append({reinterpret_cast<const char*>(&head), sizeof(head)});
  file.append(buffer.view());
}

}  // namespace

/// A sorted stretch of the file, read a frame at a time.
class RowSorter::Run {
 public:
  Run(const SpillFile& file, std::uint64_t begin, std::uint64_t end)
      : reader_(file, begin, end, reader_bytes) {
    next();
  }

  /// Null at the end.
  const Row* row() const { return place_ < rows_.size() ? &rows_[place_] : nullptr; }

  void next() {
    if (++place_ < rows_.size() || reader_.is_at_end()) return;
    FrameHead head{};
    std::memcpy(&head, reader_.take(sizeof(head)).data(), sizeof(head));
    std::string_view bytes = reader_.take(head.bytes);
    rows_.clear();
    place_ = 0;
    Row row{};
    for (std::uint32_t i = 0; i < head.rows; ++i) {
      for (std::uint64_t& number : row) {
        const auto code = take_varint(bytes);
        if (!code) {
          throw std::system_error(EIO, std::generic_category(), "a temporary file cannot be read");
        }
        number += unzigzag(*code);
      }
      rows_.push_back(row);
    }
  }

 private:
  SpillReader reader_;
  std::vector<Row> rows_;
  std::size_t place_ = 0;
};

RowSorter::RowSorter(std::size_t memory, std::filesystem::path folder)
    // A vector that grows holds its rows twice for a moment.
    : row_limit_(std::max(memory / (3 * sizeof(Row)), least_rows)), folder_(std::move(folder)) {}

RowSorter::~RowSorter() = default;

void RowSorter::add(const Row& row) {
  if (rows_.size() == row_limit_) write_run();
  rows_.push_back(row);
}

void RowSorter::write_run() {
  std::sort(rows_.begin(), rows_.end());
  if (!file_) file_ = std::make_unique<SpillFile>(folder_);
  TextBuffer buffer;
  for (std::size_t begin = 0; begin < rows_.size(); begin += frame_rows) {
    append_frame(*file_, &rows_[begin], std::min(frame_rows, rows_.size() - begin), buffer);
  }
  ends_.push_back(file_->size());
  rows_.clear();
}

void RowSorter::finish() {
  if (!file_) {
    std::sort(rows_.begin(), rows_.end());
    return;
  }
  write_run();
  rows_.shrink_to_fit();
  file_->flush();
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends_) {
    runs_.push_back(std::make_unique<Run>(*file_, std::exchange(begin, end), end));
  }
  std::erase_if(runs_, [](const auto& run) { return run->row() == nullptr; });
  const auto is_behind = [](const auto& left, const auto& right) {
    return *left->row() > *right->row();
  };
  std::make_heap(runs_.begin(), runs_.end(), is_behind);
  next_of_runs_ = runs_.empty() ? nullptr : runs_.front()->row();
}

void RowSorter::take() {
  if (place_ < rows_.size()) {
    ++place_;
  } else {
    find_next();
  }
}

void RowSorter::find_next() {
  const auto is_behind = [](const auto& left, const auto& right) {
    return *left->row() > *right->row();
  };
  std::pop_heap(runs_.begin(), runs_.end(), is_behind);
  runs_.back()->next();
  if (runs_.back()->row() == nullptr) {
    runs_.pop_back();
  } else {
    std::push_heap(runs_.begin(), runs_.end(), is_behind);
  }
  next_of_runs_ = runs_.empty() ? nullptr : runs_.front()->row();
}

}  // namespace prosper::store
