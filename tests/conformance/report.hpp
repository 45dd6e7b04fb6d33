// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace prosper::conformance {

/// What came out, suite by suite; written as docs/conformance.md.
class Report {
 public:
  void add_passed(const std::string& suite) { ++counts_[suite].passed; }

  void add_failed(const std::string& suite, const std::string& iri, const std::string& reason);
  void write(const std::filesystem::path& file) const;

 private:
  struct Counts {
    std::size_t passed = 0;
    std::size_t failed = 0;
  };

  struct Failure {
    std::string iri;
    std::string reason;
  };

  std::map<std::string, Counts> counts_;
  std::vector<Failure> failures_;
};

}  // namespace prosper::conformance
