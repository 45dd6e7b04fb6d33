// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/known_failures.hpp"

#include <fstream>
#include <stdexcept>

namespace prosper::conformance {

std::map<std::string, std::string> read_known_failures(const std::filesystem::path& file) {
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error("cannot read " + file.string());
  std::map<std::string, std::string> reasons;
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t end_of_iri = line.find('>');
    const std::size_t reason = line.find_first_not_of(" \t", end_of_iri + 1);
    if (line.front() != '<' || end_of_iri == std::string::npos || reason == std::string::npos)
      throw std::runtime_error(file.string() + ": expected \"<IRI>  reason\": " + line);
    reasons.emplace(line.substr(1, end_of_iri - 1), line.substr(reason));
  }
  return reasons;
}

}  // namespace prosper::conformance
