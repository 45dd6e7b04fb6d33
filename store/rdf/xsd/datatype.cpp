// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/xsd/datatype.hpp"

#include <array>
#include <cstddef>

#include "vocabularies/terms/xsd.hpp"

namespace prosper::rdf::xsd {
namespace {

namespace terms = vocabularies::xsd;

/// In the order of the enumerators.
constexpr std::array<std::string_view, 33> iris{
    terms::string,
    terms::boolean,
    terms::integer,
    terms::long_,
    terms::int_,
    terms::short_,
    terms::byte,
    terms::non_negative_integer,
    terms::positive_integer,
    terms::non_positive_integer,
    terms::negative_integer,
    terms::unsigned_long,
    terms::unsigned_int,
    terms::unsigned_short,
    terms::unsigned_byte,
    terms::decimal,
    terms::float_,
    terms::double_,
    terms::date_time,
    terms::date_time_stamp,
    terms::date,
    terms::time,
    terms::g_year,
    terms::g_year_month,
    terms::g_month,
    terms::g_month_day,
    terms::g_day,
    terms::duration,
    terms::day_time_duration,
    terms::year_month_duration,
    terms::any_uri,
    terms::hex_binary,
    terms::base64_binary,
};

static_assert(iris[static_cast<std::size_t>(Datatype::Base64Binary)] == terms::base64_binary);

}  // namespace

std::optional<Datatype> find_datatype(std::string_view iri) {
  if (!iri.starts_with(terms::ns)) return std::nullopt;
  const std::string_view name = iri.substr(terms::ns.size());
  for (std::size_t i = 0; i < iris.size(); ++i) {
    // Sizes first: of thirty-three names at most a few are then compared.
    if (iris[i].size() == iri.size() && iris[i].substr(terms::ns.size()) == name) {
      return static_cast<Datatype>(i);
    }
  }
  return std::nullopt;
}

std::string_view iri_of(Datatype datatype) {
  return iris[static_cast<std::size_t>(datatype)];
}

}  // namespace prosper::rdf::xsd
