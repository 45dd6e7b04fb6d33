// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "store/rdf/quad_sink.hpp"

/// The W3C test suites as data. The files lie outside of the repository; relative IRIs in them are
/// resolved as if they were published under `published_base`.
namespace prosper::conformance {

inline constexpr std::string_view published_base = "http://w3c.test/";

/// The folder of the suites.
std::filesystem::path suites_folder();
bool are_suites_present();

/// The file of an IRI under `published_base`.
std::filesystem::path path_of(const std::string& iri);
/// Throws std::system_error.
std::string read_text(const std::filesystem::path& path);
/// Parses the document `iri`; its blank nodes get labels of their own.
void load_document(const std::string& iri, rdf::QuadSink& sink);

}  // namespace prosper::conformance
