// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/ids/term_id.hpp"

namespace prosper::store {

/// Ids of dates and times as term_tag.hpp draws them: existing days of the years -999999 to 999999
/// (XSD 1.1: year 0000 is 1 BC), whole seconds, no time zone or `Z`. Nothing for other texts.
std::optional<TermId> date_to_inline(std::string_view text);
std::optional<TermId> date_time_to_inline(std::string_view text);
std::optional<TermId> g_year_to_inline(std::string_view text);

/// The texts of payloads made by the functions above.
std::string date_text(std::uint64_t payload);
std::string date_time_text(std::uint64_t payload);
std::string g_year_text(std::uint64_t payload);

}  // namespace prosper::store
