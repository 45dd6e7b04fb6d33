// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/oxigraph/known_deviations.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace prosper::sparql::differential {

namespace {

std::optional<Difference::Kind> kind_of_name(const std::string& name) {
  static const std::map<std::string, Difference::Kind> kinds = {
      {"refusal", Difference::Kind::Refusal},
      {"count", Difference::Kind::Count},
      {"ours-alone", Difference::Kind::OursAlone},
      {"theirs-alone", Difference::Kind::TheirsAlone},
      {"answer", Difference::Kind::Answer}};
  const auto found = kinds.find(name);
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

/// An expression alone where the request is one.
std::string core(const std::string& request) {
  static const std::array<std::regex, 3> one_expression = {
      std::regex(R"(SELECT \(([^]*) AS \?r\d\) WHERE \{ (?:VALUES \(\?x \?y \?z\)[^]*)?\})"),
      std::regex(R"(SELECT \* *WHERE \{ *BIND\(([^{]*) AS \?k\d\) *\})"),
      std::regex(R"(SELECT \* *WHERE \{ *FILTER\(([^{]*)\) *\})")};
  std::smatch found;
  for (const std::regex& form : one_expression)
    if (std::regex_match(request, found, form)) return found[1].str();
  return request;
}

}  // namespace

bool KnownDeviation::matches(Difference::Kind kind, const std::string& request,
                             const std::string& quads) const {
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return false;
  const std::string text = core(request);
  return std::regex_match(text, requests) || std::regex_match(text + "\n" + quads, requests);
}

std::vector<KnownDeviation> read_known_deviations() {
  const std::string file =
      std::string(PROSPER_SOURCE_DIR) + "/tests/sparql/differential/oxigraph/known_deviations.tsv";
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error("cannot read " + file);
  std::vector<KnownDeviation> all;
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::array<std::string, 5> field;
    for (std::string& text : field)
      if (!std::getline(fields, text, '\t')) throw std::runtime_error(file + ": 5 fields: " + line);
    KnownDeviation deviation{field[0], field[1], {}, std::regex(field[3]), field[4]};
    std::istringstream names(field[2]);
    for (std::string name; std::getline(names, name, ',');) {
      const auto kind = kind_of_name(name);
      if (!kind) throw std::runtime_error(file + ": no kind of difference: " + name);
      deviation.kinds.push_back(*kind);
    }
    all.push_back(std::move(deviation));
  }
  return all;
}

}  // namespace prosper::sparql::differential
