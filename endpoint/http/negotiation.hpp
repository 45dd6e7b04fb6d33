// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace prosper::endpoint {

/// Content negotiation (RFC 9110 §12.5.1): the index of the offered media type the client likes
/// best, offers first in the list winning ties; nothing when none is acceptable. An empty Accept
/// header takes the first offer. Offers are media types without parameters.
std::optional<std::size_t> choose_media_type(std::string_view accept,
                                             const std::vector<std::string_view>& offers);

}  // namespace prosper::endpoint
