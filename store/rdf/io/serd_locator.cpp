// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/serd_locator.hpp"

#include <memory>

namespace prosper::rdf {
namespace {

class Locator {
 public:
  Locator(std::string_view text, std::size_t event) : text_(text), event_(event) {}

  SerdPlace locate(SerdSyntax syntax) {
    using Reader = std::unique_ptr<SerdReader, decltype(&serd_reader_free)>;
    const Reader reader(
        serd_reader_new(syntax, this, nullptr, on_base, on_prefix, on_statement, nullptr),
        serd_reader_free);
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(reader.get(), on_error, this);
    serd_reader_read_source(reader.get(), read_byte, has_read_error, this, nullptr, 1);
    // Serd looks one byte ahead: the last byte read is the one it stumbled on.
    const std::size_t offset = is_at_end_ || offset_ == 0 ? offset_ : offset_ - 1;
    return {offset, is_at_end_};
  }

 private:
  static std::size_t read_byte(void* buffer, std::size_t, std::size_t, void* self) {
    auto& locator = *static_cast<Locator*>(self);
    *static_cast<char*>(buffer) = '\0';
    if (locator.is_found_) return 0;
    if (locator.offset_ == locator.text_.size()) {
      locator.is_at_end_ = true;
      return 0;
    }
    *static_cast<char*>(buffer) = locator.text_[locator.offset_++];
    return 1;
  }

  static int has_read_error(void*) { return 0; }

  static SerdStatus count(void* self) {
    auto& locator = *static_cast<Locator*>(self);
    locator.is_found_ = locator.is_found_ || --locator.event_ == 0;
    return locator.is_found_ ? SERD_ERR_INTERNAL : SERD_SUCCESS;
  }

  static SerdStatus on_base(void* self, const SerdNode*) { return count(self); }

  static SerdStatus on_prefix(void* self, const SerdNode*, const SerdNode*) { return count(self); }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode*, const SerdNode*,
                                 const SerdNode*, const SerdNode*, const SerdNode*,
                                 const SerdNode*) {
    return count(self);
  }

  static SerdStatus on_error(void* self, const SerdError*) { return count(self); }

  std::string_view text_;
  std::size_t event_;
  std::size_t offset_ = 0;
  bool is_at_end_ = false;
  bool is_found_ = false;
};

}  // namespace

SerdPlace locate_serd_event(std::string_view text, SerdSyntax syntax, std::size_t event) {
  return Locator(text, event).locate(syntax);
}

}  // namespace prosper::rdf
