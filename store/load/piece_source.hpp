// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "store/load/read_files.hpp"
#include "store/rdf/io/line_pieces.hpp"

namespace prosper::store {

/// A piece of a file of lines, or a whole file of another format.
struct ReadingJob {
  struct Place {
    std::size_t file = 0;
    std::size_t piece = 0;  ///< from 1; nothing comes before the place {0, 0}
    auto operator<=>(const Place&) const = default;
  };

  Place place;
  bool is_whole_file = false;
  rdf::LinePiece piece;
};

/// Hands out the files piece by piece, in order, to any number of threads; remembers the first
/// failure in that order.
class PieceSource {
 public:
  explicit PieceSource(const std::vector<InputFile>& files);

  /// False at the end and after a failure.
  bool next(ReadingJob& job);

  void fail(const ReadingJob::Place& place, std::exception_ptr failure);
  /// Whether something before this place has failed, so that nobody wants it any more.
  bool is_pointless(const ReadingJob::Place& place) const;
  void rethrow_failure() const;

  /// Of the files as they are.
  std::uint64_t bytes_read() const;

  std::uint64_t total_bytes() const { return total_bytes_; }

 private:
  bool next_piece(ReadingJob& job);

  struct Failure {
    ReadingJob::Place place;
    std::exception_ptr exception;
  };

  const std::vector<InputFile>& files_;
  std::vector<std::uint64_t> sizes_;
  std::uint64_t total_bytes_ = 0;
  mutable std::mutex mutex_;
  ReadingJob::Place next_{0, 1};
  std::unique_ptr<rdf::LinePieces> pieces_;
  std::uint64_t bytes_before_ = 0;  ///< of files read to their end
  std::optional<Failure> failure_;
};

}  // namespace prosper::store
