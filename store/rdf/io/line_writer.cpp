// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/line_writer.hpp"

#include <string>

namespace prosper::rdf {
namespace {

class LineWriter final : public Serializer {
 public:
  LineWriter(bool with_graphs, ByteSink& bytes) : with_graphs_(with_graphs), bytes_(bytes) {}

  void quad(const Quad& quad) override {
    line_.clear();
    append_ntriples(line_, quad.subject);
    line_ += ' ';
    append_ntriples(line_, quad.predicate);
    line_ += ' ';
    append_ntriples(line_, quad.object);
    if (with_graphs_ && quad.graph) {
      line_ += ' ';
      append_ntriples(line_, *quad.graph);
    }
    line_ += " .\n";
    bytes_.write(line_);
  }

  void finish() override {}

 private:
  bool with_graphs_;
  ByteSink& bytes_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Serializer> make_line_writer(bool with_graphs, ByteSink& bytes) {
  return std::make_unique<LineWriter>(with_graphs, bytes);
}

}  // namespace prosper::rdf
