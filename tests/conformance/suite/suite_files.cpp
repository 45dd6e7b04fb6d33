// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/suite/suite_files.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "store/rdf/io/parser.hpp"

namespace prosper::conformance {

std::filesystem::path suites_folder() {
  return std::filesystem::path(PROSPER_SHARED_DIR) / "w3c";
}

bool are_suites_present() {
  return std::filesystem::is_directory(suites_folder() / "sparql");
}

std::filesystem::path path_of(const std::string& iri) {
  if (!iri.starts_with(published_base))
    throw std::invalid_argument("<" + iri + "> is no file of the suites");
  return suites_folder() / iri.substr(published_base.size());
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::system_error(errno, std::generic_category(), path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void load_document(const std::string& iri, rdf::QuadSink& sink) {
  const std::filesystem::path path = path_of(iri);
  const auto format = rdf::format_of_file_name(path.filename().string());
  if (!format) throw std::invalid_argument("<" + iri + ">: unknown RDF format");
  rdf::ParseOptions options;
  options.base_iri = iri;
  options.source_name = path.filename().string();
  options.blank_node_prefix = path.stem().string() + "_";
  rdf::parse_rdf(read_text(path), *format, options, sink);
}

}  // namespace prosper::conformance
