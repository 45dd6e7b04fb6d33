// SPDX-License-Identifier: Apache-2.0
// Speed of the query parser, text to algebra.
//   parse_bench [FILE]
// Without a file: a query of about 2 KB as people write them. Prints processor time of one parse:
// the median of many, and the least.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sparql/parser/parse.hpp"

namespace prosper::sparql {
namespace {

const char* const realistic_query = R"(PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX aat: <http://vocab.getty.edu/aat/>

# Paintings of the 17th century on wood or copper, with their makers and museums, largest first.
SELECT DISTINCT ?work ?title ?maker (SAMPLE(?name) AS ?makerName) ?museum
       (MAX(?height) AS ?tallest) (COUNT(DISTINCT ?other) AS ?others)
       (GROUP_CONCAT(DISTINCT ?technique; SEPARATOR=" ; ") AS ?techniques)
WHERE {
  ?work a crm:E22_Human-Made_Object ;
        crm:P102_has_title/rdfs:label ?title ;
        crm:P2_has_type ?domain ;
        crm:P50_has_current_keeper ?keeper ;
        crm:P108i_was_produced_by ?production .
  ?domain skos:prefLabel "peinture"@fr .
  ?production crm:P14_carried_out_by ?maker ;
              crm:P4_has_time-span [ crm:P82a_begin_of_the_begin ?from ;
                                     crm:P82b_end_of_the_end ?to ] .
  ?maker crm:P1_is_identified_by/crm:P190_has_symbolic_content ?name .
  ?keeper rdfs:label ?museum ; crm:P89_falls_within* ?region .
  ?region skos:prefLabel ?regionName .
  OPTIONAL {
    ?work crm:P43_has_dimension ?dimension .
    ?dimension crm:P2_has_type aat:300055644 ; crm:P90_has_value ?height .
    FILTER(?height > 0 && ?height < 1000)
  }
  OPTIONAL { ?production crm:P32_used_general_technique/skos:prefLabel ?technique
             FILTER(LANGMATCHES(LANG(?technique), "fr")) }
  { ?work crm:P45_consists_of/skos:broader* aat:300011914 }
  UNION
  { ?work crm:P45_consists_of/skos:prefLabel ?material
    FILTER(REGEX(STR(?material), "^cuivre", "i") || CONTAINS(LCASE(?material), "copper")) }
  FILTER(?from >= "1600-01-01"^^xsd:date && ?to <= "1700-12-31"^^xsd:date)
  FILTER NOT EXISTS { ?work crm:P44_has_condition/crm:P2_has_type <http://example.org/lost> }
  BIND(IF(BOUND(?height), ?height * 10, -1) AS ?millimetres)
  VALUES ?regionName { "Bretagne" "Île-de-France" "Provence-Alpes-Côte d'Azur" UNDEF }
  MINUS { ?work crm:P30i_custody_transferred_through ?loan }
  ?maker ^crm:P14_carried_out_by/^crm:P108i_was_produced_by ?other .
}
GROUP BY ?work ?title ?maker ?museum
HAVING (COUNT(DISTINCT ?other) > 3)
ORDER BY DESC(?tallest) ?title
LIMIT 100 OFFSET 20
)";

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void measure(const std::string& text) {
  constexpr int rounds = 2000;
  std::vector<double> times;
  std::size_t parsed = 0;
  for (int round = 0; round < rounds; ++round) {
    const double begin = seconds();
    parsed += parse_query(text).pattern != nullptr ? 1 : 0;
    times.push_back(seconds() - begin);
  }
  std::sort(times.begin(), times.end());
  std::printf("%zu bytes, %zu parses: median %.1f us, least %.1f us, %.1f MB/s\n", text.size(),
              parsed, 1e6 * times[times.size() / 2], 1e6 * times.front(),
              1e-6 * static_cast<double>(text.size()) / times[times.size() / 2]);
}

}  // namespace
}  // namespace prosper::sparql

int main(int argc, char** argv) {
  std::string text = prosper::sparql::realistic_query;
  if (argc > 1) {
    std::ifstream file(argv[1], std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  prosper::sparql::measure(text);
}
