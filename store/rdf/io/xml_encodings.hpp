// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

namespace prosper::rdf {

/// The characters of an encoding that has one byte for each, -1 for bytes without one; nothing for
/// other encodings and unknown names.
std::optional<std::array<int, 256>> one_byte_encoding(const char* name);

}  // namespace prosper::rdf
