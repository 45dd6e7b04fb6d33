// SPDX-License-Identifier: Apache-2.0
// Runs the tables beside this file: function, expected term (or "error"), arguments, separated by
// tabs. A line that starts with # is a comment.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "sparql/functions/operators.hpp"
#include "tests/sparql/functions/term_reader.hpp"

namespace prosper::sparql::functions {
namespace {

const std::filesystem::path folder =
    std::filesystem::path(PROSPER_SOURCE_DIR) / "tests/sparql/functions";

using BinaryOperation = Result (*)(const rdf::Term&, const rdf::Term&);
using Comparison = std::optional<bool> (*)(const rdf::Term&, const rdf::Term&);

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

Result to_result(std::optional<bool> value) {
  return value ? Result(make_boolean(*value)) : std::nullopt;
}

Result call(const Registration& registration, const std::vector<rdf::Term>& arguments) {
  EXPECT_GE(arguments.size(), registration.minimum_arguments);
  EXPECT_LE(arguments.size(), registration.maximum_arguments);
  Context context;
  context.base_iri = "http://example.org/base/";
  return registration.function(arguments, context);
}

Result evaluate(const std::string& name, const std::vector<rdf::Term>& arguments) {
  static const std::map<std::string, BinaryOperation> operations{
      {"+", add}, {"-", subtract}, {"*", multiply}, {"/", divide}};
  static const std::map<std::string, Comparison> comparisons{
      {"=", equal}, {"<", less}, {"<=", less_or_equal}};
  if (const auto found = operations.find(name); found != operations.end()) {
    return found->second(arguments.at(0), arguments.at(1));
  }
  if (const auto found = comparisons.find(name); found != comparisons.end()) {
    return to_result(found->second(arguments.at(0), arguments.at(1)));
  }
  if (name == "EBV") return to_result(effective_boolean_value(arguments.at(0)));
  if (name == "NEGATE") return negate(arguments.at(0));
  if (name == "PLUS") return unary_plus(arguments.at(0));
  if (const auto* builtin = find_builtin(name)) return call(*builtin, arguments);
  const auto iri = read_term(name);
  const auto* function = find_function(std::get<rdf::Iri>(iri).value);
  if (function != nullptr) return call(*function, arguments);
  ADD_FAILURE() << "no function " << name;
  return std::nullopt;
}

std::string print(const Result& result) {
  return result ? rdf::to_ntriples(*result) : "error";
}

class Table : public testing::TestWithParam<std::string> {};

TEST_P(Table, GivesTheExpectedTerms) {
  std::ifstream file(folder / GetParam());
  ASSERT_TRUE(file) << GetParam();
  std::string line;
  int number = 0;
  int cases = 0;
  while (std::getline(file, line)) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> fields = split(line);
    ASSERT_GE(fields.size(), 2U) << GetParam() << ":" << number;
    std::vector<rdf::Term> arguments;
    for (std::size_t i = 2; i < fields.size(); ++i) arguments.push_back(read_term(fields[i]));
    const std::string expected =
        fields[1] == "error" ? "error" : rdf::to_ntriples(read_term(fields[1]));
    EXPECT_EQ(print(evaluate(fields[0], arguments)), expected)
        << GetParam() << ":" << number << ": " << line;
    ++cases;
  }
  EXPECT_GT(cases, 0);
}

std::vector<std::string> tables() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Functions, Table, testing::ValuesIn(tables()), [](const auto& table) {
  return std::filesystem::path(table.param).stem().string();
});

}  // namespace
}  // namespace prosper::sparql::functions
