// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/run_test.hpp"

#include <exception>
#include <map>

#include "sparql/parser/parse.hpp"
#include "sparql/sparql.hpp"
#include "tests/conformance/suite/run_query_test.hpp"
#include "tests/conformance/suite/run_update_test.hpp"
#include "tests/conformance/suite/suite_files.hpp"

namespace prosper::conformance {

namespace {

using Outcome = std::optional<std::string>;

template <typename Parse>
Outcome run_syntax_test(const TestCase& test, bool is_legal, const Parse& parse) {
  const std::string text = read_text(path_of(test.request));
  sparql::ParserOptions options;
  options.base_iri = test.request;
  try {
    parse(text, options);
  } catch (const rdf::SyntaxError& error) {
    if (is_legal) return std::string("refused: ") + error.what();
    return std::nullopt;
  }
  if (!is_legal) return "accepted, but not legal:\n" + text;
  return std::nullopt;
}

Outcome run_query_syntax(const TestCase& test, bool is_legal) {
  return run_syntax_test(test, is_legal, [](const std::string& text, const auto& options) {
    sparql::parse_query(text, options);
  });
}

Outcome run_update_syntax(const TestCase& test, bool is_legal) {
  return run_syntax_test(test, is_legal, [](const std::string& text, const auto& options) {
    sparql::parse_update(text, options);
  });
}

using Runner = Outcome (*)(const TestCase&);

const std::map<std::string, Runner>& runners() {
  static const std::map<std::string, Runner> table{
      {"QueryEvaluationTest", run_query_test},
      {"CSVResultFormatTest", run_query_test},
      {"UpdateEvaluationTest", run_update_test},
      {"PositiveSyntaxTest", [](const TestCase& test) { return run_query_syntax(test, true); }},
      {"PositiveSyntaxTest11", [](const TestCase& test) { return run_query_syntax(test, true); }},
      {"NegativeSyntaxTest", [](const TestCase& test) { return run_query_syntax(test, false); }},
      {"NegativeSyntaxTest11", [](const TestCase& test) { return run_query_syntax(test, false); }},
      {"PositiveUpdateSyntaxTest11",
       [](const TestCase& test) { return run_update_syntax(test, true); }},
      {"NegativeUpdateSyntaxTest11",
       [](const TestCase& test) { return run_update_syntax(test, false); }},
  };
  return table;
}

}  // namespace

bool is_runnable(const TestCase& test) {
  return runners().contains(test.type);
}

Outcome run_test(const TestCase& test) {
  try {
    return runners().at(test.type)(test);
  } catch (const std::exception& error) {
    return std::string("exception: ") + error.what();
  }
}

}  // namespace prosper::conformance
