// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/io/rdfxml_reader.hpp"
#include "tests/fuzz/document_checks.hpp"

namespace {

namespace rdf = prosper::rdf;
namespace fuzz = prosper::rdf::fuzz;

/// In pieces, a document says the same as whole. Expat may find another name for an early end.
void check_pieces(std::string_view rest, std::size_t piece_bytes, const fuzz::Outcome& whole) {
  fuzz::Outcome outcome;
  rdf::QuadMaker maker(outcome);
  const rdf::ParseOptions options = fuzz::options();
  rdf::RdfXmlReader reader(options, maker);
  try {
    for (; !rest.empty(); rest.remove_prefix(std::min(piece_bytes, rest.size()))) {
      reader.feed(rest.substr(0, piece_bytes));
    }
    reader.finish();
  } catch (const rdf::SyntaxError& error) {
    outcome.error = error.what();
  }
  PROSPER_ASSERT(outcome.quads == whole.quads);
  PROSPER_ASSERT(outcome.error.empty() == whole.error.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  fuzz::Outcome whole;
  fuzz::read_whole(text, rdf::RdfFormat::RdfXml, whole);
  check_pieces(text, 1 + size % 97, whole);
  fuzz::check_round_trip(whole.quads, rdf::RdfFormat::NTriples);
  fuzz::check_round_trip(whole.quads, rdf::RdfFormat::Turtle);
  return 0;
}
