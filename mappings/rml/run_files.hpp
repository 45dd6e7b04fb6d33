// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "mappings/functions/function_registry.hpp"
#include "store/rdf/quad_sink.hpp"

namespace prosper::mappings::rml {

/// Runs a mapping document that names its own CSV, JSON and XML files (stand-alone RML, as the
/// public test cases have it). Paths are relative to the document's folder; files are read as a
/// whole. Throws MappingError, rdf::SyntaxError or std::system_error; nothing is skipped silently.
/// `base_iri` ends in '/'.
void run_mapping_file(const std::filesystem::path& document, const std::string& base_iri,
                      const FunctionRegistry& functions, rdf::QuadSink& sink);

}  // namespace prosper::mappings::rml
