// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/rdf/io/document_sink.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::rdf {

/// Hands views on as quads with texts of their own; terms that stay are made once.
class QuadMaker final : public DocumentSink {
 public:
  /// `sink` must outlive the maker.
  explicit QuadMaker(QuadSink& sink) : sink_(sink) {}

  void view(const QuadView& view) override;

  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }

 private:
  QuadSink& sink_;
  Quad quad_;
};

}  // namespace prosper::rdf
