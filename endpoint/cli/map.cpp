// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>

#include "endpoint/cli/command.hpp"
#include "endpoint/cli/mapping_options.hpp"
#include "endpoint/cli/progress.hpp"
#include "endpoint/cli/standard_output.hpp"
#include "store/rdf/io/serializer.hpp"

namespace prosper::endpoint::cli {
namespace {

class PrintNotices final : public mappings::NoticeSink {
 public:
  explicit PrintNotices(rdf::Serializer& serializer) : serializer_(serializer) {}

  void notice(mappings::MappedNotice&& notice) override {
    for (const rdf::Triple& triple : notice.triples)
      serializer_.quad({triple.subject, triple.predicate, triple.object, notice.graph});
    for (const rdf::Quad& quad : notice.shared) serializer_.quad(quad);
  }

 private:
  rdf::Serializer& serializer_;
};

int run_map(const MappingOptions& options, std::string public_base) {
  StandardOutput output;
  const auto serializer = rdf::make_serializer(rdf::RdfFormat::NQuads, output);
  PrintNotices notices(*serializer);
  Progress progress("map");
  const mappings::Report report =
      map_with_progress(options, std::move(public_base), progress, notices);
  serializer->finish();
  output.flush();
  std::cerr << (options.json ? mappings::to_json(report) + "\n" : mappings::to_table(report));
  return report_rejects(report, options, std::cerr);
}

}  // namespace

void add_map(CLI::App& program, Run& run) {
  struct Options {
    MappingOptions mapping;
    std::string public_base{store::default_public_base};
  };

  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "map", "Map notice files to N-Quads on standard output, with a report on standard error");
  add_mapping_options(*command, options->mapping);
  command->add_option("--public-base", options->public_base, "Base of all our addresses, ends in /")
      ->type_name("URL")
      ->capture_default_str();
  command->footer("Example:\n  prosper map --profile joconde notices.csv > notices.nq");
  command->callback([options, &run] {
    run = [options] { return run_map(options->mapping, options->public_base); };
  });
}

}  // namespace prosper::endpoint::cli
