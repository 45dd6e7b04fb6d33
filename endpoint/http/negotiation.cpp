// SPDX-License-Identifier: Apache-2.0
#include "endpoint/http/negotiation.hpp"

#include "endpoint/http/request.hpp"

namespace prosper::endpoint {
namespace {

struct MediaRange {
  std::string_view type;
  int weight = 1000;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// qvalue in thousandths (RFC 9110 §12.4.2); anything unreadable counts as 0.
int parse_weight(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return 0;
  int weight = (text[0] - '0') * 1000;
  int unit = 100;
  for (std::size_t i = 2; i < text.size() && i < 5; ++i, unit /= 10) {
    if (text[i] < '0' || text[i] > '9') return 0;
    weight += (text[i] - '0') * unit;
  }
  return weight > 1000 ? 1000 : weight;
}

MediaRange parse_range(std::string_view text) {
  MediaRange range;
  std::size_t end = text.find(';');
  range.type = trim(text.substr(0, end));
  while (end != std::string_view::npos) {
    text = text.substr(end + 1);
    end = text.find(';');
    const std::string_view parameter = trim(text.substr(0, end));
    if (parameter.size() > 2 && (parameter[0] == 'q' || parameter[0] == 'Q') && parameter[1] == '=')
      range.weight = parse_weight(parameter.substr(2));
  }
  return range;
}

/// 3 for the type itself, 2 for "text/*", 1 for "*/*", 0 for no match.
int specificity(std::string_view range, std::string_view offer) {
  if (equal_ignoring_case(range, offer)) return 3;
  if (range == "*/*" || range == "*") return 1;
  if (range.size() < 2 || range.substr(range.size() - 2) != "/*") return 0;
  return equal_ignoring_case(range.substr(0, range.size() - 1),
                             offer.substr(0, offer.find('/') + 1))
             ? 2
             : 0;
}

std::vector<MediaRange> parse_accept(std::string_view accept) {
  std::vector<MediaRange> ranges;
  while (!accept.empty()) {
    const std::size_t comma = accept.find(',');
    const MediaRange range = parse_range(accept.substr(0, comma));
    if (!range.type.empty()) ranges.push_back(range);
    accept = comma == std::string_view::npos ? std::string_view{} : accept.substr(comma + 1);
  }
  return ranges;
}

}  // namespace

std::optional<std::size_t> choose_media_type(std::string_view accept,
                                             const std::vector<std::string_view>& offers) {
  const std::vector<MediaRange> ranges = parse_accept(accept);
  if (offers.empty()) return std::nullopt;
  if (ranges.empty()) return 0;
  std::optional<std::size_t> best;
  int best_weight = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    int closest = 0;
    int weight = 0;
    for (const MediaRange& range : ranges) {
      const int match = specificity(range.type, offers[i]);
      if (match > closest) {
        closest = match;
        weight = range.weight;
      }
    }
    if (weight > best_weight) {
      best = i;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace prosper::endpoint
