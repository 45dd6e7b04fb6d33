// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>
#include <set>

#include "tests/conformance/known_failures.hpp"
#include "tests/conformance/suite/manifest.hpp"
#include "tests/conformance/suite/run_test.hpp"
#include "tests/conformance/suite/suite_files.hpp"
#include "tests/files/record_outcome.hpp"

namespace prosper::conformance {
namespace {

/// What the entries of one run share.
struct SuiteRun {
  std::map<std::string, std::string> known_failures;
  /// Suite and name of the tests registered so far.
  std::set<std::pair<std::string, std::string>> names;
};

/// One entry of a manifest. It must pass, or be known to fail.
class EntryTest : public testing::Test {
 public:
  EntryTest(TestCase test, SuiteRun& run) : test_(std::move(test)), run_(run) {}

  void TestBody() override {
    const std::optional<std::string> failure = run_test(test_);
    const auto known = run_.known_failures.find(test_.iri);
    const bool is_known = known != run_.known_failures.end();
    prosper::tests::record_outcome(test_.suite, test_.iri, is_known ? known->second : "");
    EXPECT_FALSE(is_known && !failure) << test_.iri << " passes: remove it from known_failures.txt";
    if (!is_known && failure) ADD_FAILURE() << test_.iri << "\n" << *failure;
  }

 private:
  TestCase test_;
  SuiteRun& run_;
};

class SuitesMissing : public testing::Test {
 public:
  void TestBody() override {
    GTEST_SKIP() << "the W3C suites are not at " << suites_folder().string();
  }
};

std::string identifier(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return text;
}

/// These need an entailment regime or a server.
bool is_left_out(const TestCase& test) {
  return test.suite == "sparql11/entailment" || !is_runnable(test);
}

void register_manifest(const std::string& iri, SuiteRun& run) {
  for (const TestCase& test : read_manifest(iri)) {
    if (is_left_out(test)) continue;
    const std::string suite = identifier(test.suite);
    std::string name = identifier(test.name);
    while (!run.names.emplace(suite, name).second) name += "_again";
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [test, &run]() -> testing::Test* { return new EntryTest(test, run); });
  }
}

int run_suites() {
  SuiteRun run;
  if (are_suites_present()) {
    run.known_failures =
        read_known_failures(PROSPER_SOURCE_DIR "/tests/conformance/known_failures.txt");
    const std::string base = std::string(published_base) + "sparql/";
    register_manifest(base + "sparql10/manifest.ttl", run);
    register_manifest(base + "sparql11/manifest-all.ttl", run);
  } else {
    for (const char* suite : {"sparql10_suites", "sparql11_suites"})
      testing::RegisterTest(suite, "are_present", nullptr, nullptr, __FILE__, __LINE__,
                            []() -> testing::Test* { return new SuitesMissing(); });
  }
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace prosper::conformance

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return prosper::conformance::run_suites();
}
