// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace prosper::vocabularies {

/// The form under which labels are compared (mapping by label): NFC, lower case, straight
/// apostrophe, blanks collapsed and trimmed, a trailing "(n)" or "(?)" dropped. UTF-8 in and out.
std::string label_key(std::string_view label);

/// label_key without accents and with œ, æ written out.
std::string folded_label_key(std::string_view label);

}  // namespace prosper::vocabularies
