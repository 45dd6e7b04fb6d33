// SPDX-License-Identifier: Apache-2.0
#include "store/load/piece_source.hpp"

namespace prosper::store {

PieceSource::PieceSource(const std::vector<InputFile>& files) : files_(files) {
  for (const InputFile& file : files) {
    std::error_code no_regular_file;
    const auto size = std::filesystem::file_size(file.path, no_regular_file);
    sizes_.push_back(no_regular_file ? 0 : size);
    total_bytes_ += sizes_.back();
  }
}

bool PieceSource::next(ReadingJob& job) {
  const std::scoped_lock lock(mutex_);
  if (failure_) return false;
  job.place = next_;
  try {
    return next_piece(job);
  } catch (...) {
    failure_ = {next_, std::current_exception()};
    return false;
  }
}

bool PieceSource::next_piece(ReadingJob& job) {
  for (; next_.file < files_.size(); ++next_.file, next_.piece = 1) {
    const InputFile& file = files_[next_.file];
    job.place = next_;
    job.is_whole_file = !rdf::is_line_format(file.format);
    if (job.is_whole_file) {
      bytes_before_ += sizes_[next_.file++];
      return true;
    }
    if (!pieces_) pieces_ = std::make_unique<rdf::LinePieces>(file.path);
    if (pieces_->next(job.piece)) {
      ++next_.piece;
      return true;
    }
    pieces_.reset();
    bytes_before_ += sizes_[next_.file];
  }
  return false;
}

void PieceSource::fail(const ReadingJob::Place& place, std::exception_ptr failure) {
  const std::scoped_lock lock(mutex_);
  if (!failure_ || place < failure_->place) failure_ = {place, std::move(failure)};
}

bool PieceSource::is_pointless(const ReadingJob::Place& place) const {
  const std::scoped_lock lock(mutex_);
  return failure_ && failure_->place < place;
}

void PieceSource::rethrow_failure() const {
  const std::scoped_lock lock(mutex_);
  if (failure_) std::rethrow_exception(failure_->exception);
}

std::uint64_t PieceSource::bytes_read() const {
  const std::scoped_lock lock(mutex_);
  return bytes_before_ + (pieces_ ? pieces_->bytes_read() : 0);
}

}  // namespace prosper::store
