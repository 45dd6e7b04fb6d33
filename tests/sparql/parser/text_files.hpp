// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace prosper::sparql::tests {

std::string read_text_file(const std::filesystem::path& path);
void write_text_file(const std::filesystem::path& path, const std::string& text);

/// The files of a folder with one of the extensions (".rq"), sorted.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder,
                                            const std::vector<std::string>& extensions);

/// A file name as GoogleTest allows it in names of tests.
std::string test_name(const std::filesystem::path& path);

}  // namespace prosper::sparql::tests
