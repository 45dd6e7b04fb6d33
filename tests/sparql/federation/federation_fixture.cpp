// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/federation/federation_fixture.hpp"

#include <algorithm>
#include <sstream>

#include "sparql/remote.hpp"
#include "tests/conformance/suite/rdf_graph.hpp"

namespace prosper::sparql {
namespace {

const std::string name_space = "http://x/";

rdf::Term term(const std::string& word) {
  if (word.starts_with("_:")) return rdf::BlankNode{word.substr(2)};
  if (word.starts_with("\"")) return rdf::make_string(word.substr(1, word.size() - 2));
  return rdf::Iri{name_space + word};
}

void insert(store::MemoryQuadSource& source, const std::vector<std::string>& triples) {
  for (const std::string& triple : triples) {
    std::istringstream words(triple);
    std::string subject;
    std::string predicate;
    std::string object;
    words >> subject >> predicate >> object;
    source.insert({term(subject), term(predicate), term(object), std::nullopt});
  }
}

std::string to_text(const rdf::Term& term) {
  if (rdf::is_blank(term)) return "_:";
  const std::string text = conformance::text_of(term);
  return text.starts_with(name_space) ? text.substr(name_space.size()) : text;
}

}  // namespace

FederationTest::FederationTest() {
  options_.engine = GetParam();
  options_.services = &services_;
}

void FederationTest::here(const std::vector<std::string>& triples) {
  insert(source_, triples);
}

void FederationTest::there(const std::string& endpoint, const std::vector<std::string>& triples) {
  insert(services_.endpoint(name_space + endpoint), triples);
}

std::vector<std::string> FederationTest::solve(const std::string& query) {
  const auto prepared = PreparedQuery::parse("PREFIX : <" + name_space + ">\n" + query, options_);
  const auto solutions = prepared.select(source_, options_);
  std::vector<std::string> lines;
  for (SolutionRow row; solutions->next(row);) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column)
      if (row[column])
        line += (line.empty() ? "" : " ") + solutions->variables()[column] + "=" +
                to_text(*row[column]);
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string FederationTest::error_of(const std::string& query) {
  try {
    solve(query);
  } catch (const RemoteError& error) {
    return error.what();
  }
  return "no error";
}

std::vector<std::string> FederationTest::asked(const std::string& endpoint) const {
  std::vector<std::string> queries;
  for (const auto& call : services_.calls)
    if (call.endpoint == name_space + endpoint) queries.push_back(call.query);
  return queries;
}

}  // namespace prosper::sparql
