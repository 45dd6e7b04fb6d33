// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "endpoint/pages/frame.hpp"

namespace prosper::endpoint::pages {

/// The text of texts/messages.tsv under `key`; the key itself when there is none.
std::string message(std::string_view key, Language language);

/// All keys and their texts, for the templates.
std::vector<std::pair<std::string, std::string>> messages(Language language);

/// The name of a notice field ("DENO" → "Dénomination"), from texts/fields.tsv.
std::optional<std::string> field_label(std::string_view code, Language language);

}  // namespace prosper::endpoint::pages
