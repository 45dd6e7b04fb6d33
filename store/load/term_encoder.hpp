// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "store/ids/term_id.hpp"
#include "store/ids/term_tag.hpp"
#include "store/rdf/quad_view.hpp"

namespace prosper::store {

/// A term as TermCollector takes it.
struct EncodedTerm {
  TermTag tag = TermTag::None;
  std::string_view bytes;
};

/// What term_text.hpp does, for views and with as few copies as possible.
class TermEncoder {
 public:
  explicit TermEncoder(std::string public_base) : public_base_(std::move(public_base)) {}

  /// Valid until the next call, and as long as the view.
  EncodedTerm encode(const rdf::TermView& term);
  /// An id that is its own bytes: of an inline value, or of the default graph.
  EncodedTerm encode(TermId id);

 private:
  EncodedTerm encode_literal(const rdf::TermView& term);

  std::string public_base_;
  std::string bytes_;
};

}  // namespace prosper::store
