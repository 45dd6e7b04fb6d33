// SPDX-License-Identifier: Apache-2.0
#include "tests/store/property/random_terms.hpp"

#include <array>

#include "store/store.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::tests {
namespace {

namespace xsd = vocabularies::xsd;

struct Written {
  const char* form;
  std::string_view datatype;
};

/// Forms that fit into an id beside their neighbours that do not, and values written twice.
constexpr std::array<Written, 36> special = {{
    {"0", xsd::integer},
    {"-1", xsd::integer},
    {"+1", xsd::integer},
    {"01", xsd::integer},
    {"576460752303423487", xsd::integer},
    {"123456789012345678901234567890", xsd::integer},
    {"29.5", xsd::decimal},
    {"29.50", xsd::decimal},
    {"-0.000001", xsd::decimal},
    {"0.0000001", xsd::decimal},
    {".5", xsd::decimal},
    {"99999999999999.999999", xsd::decimal},
    {"1.5E0", xsd::double_},
    {"1.5e0", xsd::double_},
    {"NaN", xsd::double_},
    {"-INF", xsd::double_},
    {"1.7976931348623157E308", xsd::double_},
    {"true", xsd::boolean},
    {"false", xsd::boolean},
    {"1", xsd::boolean},
    {"1870", xsd::g_year},
    {"-0044", xsd::g_year},
    {"1870Z", xsd::g_year},
    {"1870-07-19", xsd::date},
    {"1870-07-19+01:00", xsd::date},
    {"0000-02-29", xsd::date},
    {"1870-02-30", xsd::date},
    {"1870-07-19T12:00:00", xsd::date_time},
    {"1870-07-19T12:00:00Z", xsd::date_time},
    {"1870-07-19T12:00:00.5Z", xsd::date_time},
    {"1870-07-19T24:00:00", xsd::date_time},
    {"12:00:00", xsd::time},
    {"", "http://example.org/datatype"},
    {"a", "http://example.org/datatype"},
    {"a", "http://example.org/datatype/2"},
    {"nonsense", xsd::integer},
}};

}  // namespace

rdf::Iri RandomTerms::name(const char* kind, unsigned count) {
  return rdf::Iri{"http://example.org/" + std::string(kind) + std::to_string(below(count))};
}

rdf::Iri RandomTerms::graph_name() {
  if (one_in(3)) {
    return rdf::Iri{std::string(store::default_public_base) + "notice/" +
                    std::to_string(below(breadth_))};
  }
  return name("g", breadth_);
}

std::optional<rdf::Term> RandomTerms::graph() {
  if (one_in(4)) return std::nullopt;
  if (one_in(30)) return rdf::BlankNode{"graph"};
  return graph_name();
}

rdf::Term RandomTerms::subject() {
  if (one_in(6)) return rdf::BlankNode{"b" + std::to_string(below(breadth_))};
  if (one_in(3)) {
    return rdf::Iri{std::string(store::default_public_base) + "id/" +
                    std::to_string(below(breadth_))};
  }
  return name("s", 2 * breadth_);
}

rdf::Term RandomTerms::predicate() {
  return name("p", 4);
}

rdf::Literal RandomTerms::text() {
  switch (below(8)) {
    case 0:
      return rdf::make_string("");
    case 1:
      return rdf::make_string(std::string(1U << below(14), 'x') + std::to_string(below(3)));
    case 2:
      return rdf::make_string("étage \U0001F3DB " + std::to_string(below(4)));
    case 3:
      return rdf::make_string(std::string("\x01\x7F", 1 + below(2)));
    case 4:
      return rdf::make_language_string("text", one_in(2) ? "fr" : "FR-be");
    case 5:
      return rdf::make_language_string("", "fr");
    default:
      return rdf::make_string("text " + std::to_string(below(3 * breadth_)));
  }
}

rdf::Literal RandomTerms::number_or_time() {
  if (one_in(2)) return rdf::make_typed_literal(std::to_string(below(20)), xsd::integer);
  const Written& written = special[below(special.size())];
  return rdf::make_typed_literal(written.form, written.datatype);
}

rdf::Term RandomTerms::object() {
  switch (below(7)) {
    case 0:
    case 1:
      return text();
    case 2:
      return number_or_time();
    case 3:
      return subject();
    case 4:
      if (one_in(20)) return rdf::Iri{"http://example.org/" + std::string(2000 + below(3), 'i')};
      if (one_in(20)) return rdf::Iri{std::string(store::default_public_base)};
      return name("o", breadth_);
    default:
      return name("o", breadth_);
  }
}

}  // namespace prosper::tests
