// SPDX-License-Identifier: Apache-2.0
#include "store/load/segment.hpp"

#include <cstring>

#include "store/load/term_sort.hpp"

namespace prosper::store {
namespace {

constexpr std::size_t read_buffer = std::size_t{1} << 16U;
constexpr std::size_t term_header = 1 + sizeof(std::uint32_t);

void write_term(SpillFile& file, TermTag tag, std::string_view bytes) {
  char header[term_header];
  header[0] = static_cast<char>(tag);
  const auto length = static_cast<std::uint32_t>(bytes.size());
  std::memcpy(header + 1, &length, sizeof length);
  file.append({header, term_header});
  file.append(bytes);
}

std::string_view bytes_of(std::span<const PackedQuad> quads) {
  return {reinterpret_cast<const char*>(quads.data()), quads.size_bytes()};
}

}  // namespace

Segment::Segment(std::unique_ptr<TermCollector> terms, ChunkedVector<PackedQuad> quads)
    : term_count_(terms->size()),
      quad_count_(quads.size()),
      terms_(std::move(terms)),
      quads_(std::move(quads)) {
  terms_->stop_interning();
  order_ = sort_terms(*terms_);
  std::vector<std::uint32_t> places(order_.size());
  for (std::uint32_t place = 0; place < order_.size(); ++place) places[order_[place]] = place;
  for (std::size_t chunk = 0; chunk < quads_.chunk_count(); ++chunk) {
    for (PackedQuad& quad : quads_.chunk(chunk)) {
      for (std::uint32_t& term : quad) term = places[term];
    }
  }
}

std::size_t Segment::memory() const {
  return (terms_ ? terms_->memory() : 0) + order_.size() * sizeof(std::uint32_t) + quads_.memory();
}

void Segment::spill(std::shared_ptr<SpillFile> file) {
  file_ = std::move(file);
  terms_begin_ = file_->size();
  for (const std::uint32_t number : order_) {
    write_term(*file_, terms_->tag(number), terms_->bytes(number));
  }
  terms_.reset();
  order_ = {};
  quads_begin_ = file_->size();
  for (std::size_t chunk = 0; chunk < quads_.chunk_count(); ++chunk) {
    file_->append(bytes_of(quads_.chunk(chunk)));
    quads_.release_chunk(chunk);
  }
  quads_ = {};
  quads_end_ = file_->size();
  file_->flush();
}

Segment::TermCursor::TermCursor(const Segment& segment) : segment_(&segment) {
  if (segment.file_) {
    reader_.emplace(*segment.file_, segment.terms_begin_, segment.quads_begin_, read_buffer);
  }
}

bool Segment::TermCursor::next() {
  if (place_ == segment_->term_count_) return false;
  if (!reader_) {
    const std::uint32_t number = segment_->order_[place_];
    tag_ = segment_->terms_->tag(number);
    bytes_ = segment_->terms_->bytes(number);
  } else {
    const std::string_view header = reader_->take(term_header);
    tag_ = static_cast<TermTag>(header.front());
    std::uint32_t length = 0;
    std::memcpy(&length, header.data() + 1, sizeof length);
    bytes_ = reader_->take(length);
  }
  ++place_;
  return true;
}

void Segment::release_terms() {
  terms_.reset();
  order_ = {};
  if (file_) file_->release(terms_begin_, quads_begin_);
}

void Segment::take_quads(const std::function<void(std::span<PackedQuad>)>& receive) {
  for (std::size_t chunk = 0; chunk < quads_.chunk_count(); ++chunk) {
    receive(quads_.chunk(chunk));
    quads_.release_chunk(chunk);
  }
  quads_ = {};
  if (!file_) return;
  std::vector<PackedQuad> some(ChunkedVector<PackedQuad>::chunk_length);
  SpillReader reader(*file_, quads_begin_, quads_end_, read_buffer);
  while (!reader.is_at_end()) {
    const std::string_view bytes = reader.take(some.size() * sizeof(PackedQuad));
    std::memcpy(some.data(), bytes.data(), bytes.size());
    receive(std::span(some).first(bytes.size() / sizeof(PackedQuad)));
  }
  file_->release(quads_begin_, quads_end_);
}

}  // namespace prosper::store
