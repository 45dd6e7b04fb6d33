// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace prosper::conformance {

/// IRI of a test → why it fails. From lines `<IRI>  reason`; empty lines and lines with # are
/// skipped. Throws std::runtime_error for a line without a reason.
std::map<std::string, std::string> read_known_failures(const std::filesystem::path& file);

}  // namespace prosper::conformance
