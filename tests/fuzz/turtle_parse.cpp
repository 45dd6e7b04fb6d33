// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "store/rdf/io/quad_maker.hpp"
#include "store/rdf/io/text_window.hpp"
#include "store/rdf/io/turtle_reader.hpp"
#include "tests/fuzz/document_checks.hpp"

namespace {

namespace rdf = prosper::rdf;
namespace fuzz = prosper::rdf::fuzz;

/// In pieces, a document says the same as whole.
void check_pieces(std::string_view text, rdf::RdfFormat format, std::size_t piece_bytes,
                  const fuzz::Outcome& whole) {
  std::string_view rest = text;
  rdf::TextWindow document(
      [&rest](std::string& piece, std::size_t bytes) {
        piece.append(rest.substr(0, bytes));
        const bool has_more = !rest.empty();
        rest.remove_prefix(std::min(bytes, rest.size()));
        return has_more;
      },
      piece_bytes);
  fuzz::Outcome outcome;
  rdf::QuadMaker maker(outcome);
  try {
    rdf::read_turtle(document, format, fuzz::options(), maker);
  } catch (const rdf::SyntaxError& error) {
    outcome.error = error.what();
  }
  PROSPER_ASSERT(outcome.quads == whole.quads);
  PROSPER_ASSERT(outcome.error == whole.error);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const rdf::RdfFormat format : {rdf::RdfFormat::Turtle, rdf::RdfFormat::TriG}) {
    fuzz::Outcome whole;
    fuzz::read_whole(text, format, whole);
    check_pieces(text, format, 1 + size % 97, whole);
    fuzz::check_round_trip(whole.quads, rdf::RdfFormat::TriG);
    fuzz::check_round_trip(whole.quads, rdf::RdfFormat::Turtle);
    fuzz::check_round_trip(whole.quads, rdf::RdfFormat::NQuads);
  }
  return 0;
}
