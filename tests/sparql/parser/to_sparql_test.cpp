// SPDX-License-Identifier: Apache-2.0
#include "sparql/algebra/to_sparql.hpp"

#include <cctype>
#include <gmock/gmock.h>
#include <map>

#include "sparql/algebra/print.hpp"
#include "sparql/parser/parse.hpp"
#include "tests/sparql/parser/text_files.hpp"

namespace prosper::sparql {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

bool is_name_character(char c) {
  return c == '_' || c == '.' || c == '-' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Names that stand for internal variables: the parser's begin with a dot, the writer's with
/// underscores and end in digits.
bool is_internal(const std::string& name) {
  const std::size_t digits = name.find_first_not_of('_');
  return name.starts_with('.') ||
         (digits != 0 && digits != std::string::npos &&
          name.find_first_not_of("0123456789", digits) == std::string::npos);
}

/// The S-expression with internal variables and blank nodes numbered in order of appearance.
std::string canonical(const std::string& text) {
  std::string result;
  std::map<std::string, std::string> numbers;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_variable = text[i] == '?';
    const bool is_blank = text.compare(i, 2, "_:") == 0;
    if (!is_variable && !is_blank) {
      result += text[i++];
      continue;
    }
    std::size_t end = i + (is_variable ? 1 : 2);
    const std::size_t begin = end;
    while (end < text.size() && is_name_character(text[end])) ++end;
    const std::string name = text.substr(begin, end - begin);
    const auto number = [&] {
      return numbers.try_emplace(name, "#" + std::to_string(numbers.size())).first->second;
    };
    result += is_blank || is_internal(name) ? number() : "?" + name;
    i = end;
  }
  return result;
}

std::string algebra_of(const std::string& text, const std::string& base) {
  ParserOptions options;
  options.base_iri = base;
  return canonical(print(parse_query(text, options)));
}

void expect_same_algebra(const std::string& text, const std::string& base) {
  ParserOptions options;
  options.base_iri = base;
  const algebra::Query query = parse_query(text, options);
  // SELECT * of nothing but blank nodes is written as a SELECT of a variable that nothing binds.
  const auto* select = std::get_if<algebra::SelectForm>(&query.form);
  if (select != nullptr && select->variables.empty()) return;
  const std::string written = to_sparql(query);
  EXPECT_EQ(algebra_of(text, base), algebra_of(written, {})) << text << "\n→\n" << written;
}

/// Every query that tests of other things keep as files: written anew it means the same.
class ToSparql : public testing::TestWithParam<fs::path> {};

TEST_P(ToSparql, MeansTheSame) {
  for (const auto& entry : fs::recursive_directory_iterator(GetParam())) {
    // One implicit SAMPLE for two places is written as two.
    if (entry.path().extension() != ".rq" || entry.path().stem() == "group-sampled-variable")
      continue;
    SCOPED_TRACE(entry.path().string());
    expect_same_algebra(tests::read_text_file(entry.path()), "http://base.example/");
  }
}

const fs::path tests_folder = fs::path(PROSPER_SOURCE_DIR) / "tests";

INSTANTIATE_TEST_SUITE_P(Folders, ToSparql,
                         testing::Values(tests_folder / "golden/algebra",
                                         tests_folder / "golden/plans",
                                         tests_folder / "sparql/execution/cases"),
                         [](const auto& folder) { return tests::test_name(folder.param.stem()); });

/// The W3C queries that are legal.
TEST(ToSparqlSuites, MeansTheSame) {
  const fs::path suites = fs::path(PROSPER_SHARED_DIR) / "w3c/sparql";
  if (!fs::is_directory(suites)) GTEST_SKIP() << suites << " is not there";
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(suites)) {
    if (entry.path().extension() != ".rq") continue;
    const std::string text = tests::read_text_file(entry.path());
    try {
      algebra_of(text, "http://base.example/");
    } catch (const rdf::SyntaxError&) {
      continue;
    }
    SCOPED_TRACE(entry.path().string());
    expect_same_algebra(text, "http://base.example/");
    ++count;
  }
  EXPECT_GT(count, 500U);
}

TEST(ToSparqlText, EscapesStringsSoThatNoReaderMisreadsThem) {
  const algebra::Query query = parse_query(R"(ASK { ?s ?p "a\"b\\u0041\n\r\t{}" })");
  const std::string written = to_sparql(query);
  EXPECT_THAT(written, HasSubstr(R"("a\"b\\\u00750041\n\r)"));
  expect_same_algebra(R"(ASK { ?s ?p "a\"b\\u0041\n\r\t{}" })", {});
  expect_same_algebra(R"(ASK { ?s ?p "\\U", "\\\\u", "u", '''"'"''' })", {});
}

TEST(ToSparqlText, NamesInternalVariablesUnlikeAllOthers) {
  const std::string text = "SELECT * { ?_1 ?__2 [] . [] ?p ?o }";
  EXPECT_THAT(to_sparql(parse_query(text)), HasSubstr("?___1"));
  expect_same_algebra("SELECT ?p { [] ?p [] }", {});
}

TEST(ToSparqlText, GivesTheBaseToIriAlone) {
  EXPECT_THAT(to_sparql(parse_query("BASE <http://b/> ASK { FILTER(IRI('x') = ?x) }")),
              HasSubstr("BASE <http://b/>"));
  EXPECT_EQ(to_sparql(parse_query("BASE <http://b/> ASK { <x> ?p ?o }")),
            "ASK WHERE { <http://b/x> ?p ?o . }");
}

TEST(ToSparqlText, LongChainsStayFlat) {
  std::string sum = "1";
  for (int i = 0; i < 200; ++i) sum += " + ?x";
  expect_same_algebra("SELECT (" + sum + " AS ?y) { ?x ?p ?o }", {});
}

TEST(IsWritable, RefusesWhatNoQueryCanHold) {
  EXPECT_TRUE(algebra::is_writable(rdf::Iri{"http://e/é"}));
  EXPECT_FALSE(algebra::is_writable(rdf::Iri{"http://e/> . ?s ?p ?o"}));
  EXPECT_FALSE(algebra::is_writable(rdf::Iri{"relative"}));
  EXPECT_FALSE(algebra::is_writable(rdf::BlankNode{"b"}));
  EXPECT_TRUE(algebra::is_writable(rdf::make_string("\"\\ \n }")));
  EXPECT_FALSE(algebra::is_writable(rdf::make_string(std::string("\0", 1))));
  EXPECT_TRUE(algebra::is_writable(rdf::make_language_string("x", "fr-CA")));
  EXPECT_FALSE(algebra::is_writable(rdf::make_language_string("x", "fr .")));
  EXPECT_FALSE(algebra::is_writable(rdf::make_typed_literal("x", "http://e/>")));
}

}  // namespace
}  // namespace prosper::sparql
