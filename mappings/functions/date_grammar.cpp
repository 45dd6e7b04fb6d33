// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_grammar.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "mappings/functions/date_periods.hpp"
#include "mappings/functions/date_phrase.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

/// Longer cells are prose, not dates.
constexpr std::size_t longest_text = 1000;

constexpr std::array<std::string_view, 11> flag_names{
    "reversed", "uncertain",    "circa",       "limite",  "campaigns", "open-start",
    "open-end", "named-period", "alternative", "context", "destroyed"};

struct ReadValue {
  std::string text;
  dates::DatePhrase phrase;
};

bool is_plain(const ReadValue& value) {
  return !value.phrase.opens_range && !value.phrase.closes_range && !value.phrase.is_alternative;
}

bool is_closed(const TimeSpan& span) {
  return span.begin_of_begin && span.end_of_end;
}

/// Joins the values of a multi-valued date that make one: "1830 entre ; 1840 et", "1830 vers ; 1840
/// ou".
class ValueJoiner {
 public:
  explicit ValueJoiner(const std::vector<ReadValue>& values) : values_(values) {}

  std::optional<std::vector<DatedPart>> join() {
    for (place_ = 0; place_ < values_.size();)
      if (!take_next()) return std::nullopt;
    return std::move(parts_);
  }

 private:
  const ReadValue* next() const {
    return place_ + 1 < values_.size() ? &values_[place_ + 1] : nullptr;
  }

  bool take_next() {
    const ReadValue& value = values_[place_];
    if (value.phrase.is_alternative) return take_alternative(value);
    if (value.phrase.opens_range) return take_range_from(value);
    if (value.phrase.closes_range) {
      // "1870 et,1852 entre": an export turned the two values round.
      if (next() == nullptr || !next()->phrase.opens_range) return false;
      return take_range(*next(), value, 2);
    }
    push({value.text, value.phrase.span, value.phrase.event});
    ++place_;
    return true;
  }

  bool take_range_from(const ReadValue& lower) {
    const ReadValue* upper = next();
    // The "et" is often forgotten: "1965 ENTRE,1989".
    if (upper != nullptr && (upper->phrase.closes_range || is_plain(*upper)))
      return take_range(lower, *upper, 2);
    // "1908,1914 ENTRE".
    if (upper != nullptr || place_ == 0 || parts_.empty() || !is_plain(values_[place_ - 1]))
      return false;
    const DatedPart before = parts_.back();
    parts_.pop_back();
    return take_range({before.text, {before.span, false, false, false, false, false, before.event}},
                      lower, 1);
  }

  bool take_range(const ReadValue& lower, const ReadValue& upper, std::size_t taken) {
    if (!is_closed(lower.phrase.span) || !is_closed(upper.phrase.span)) return false;
    push({values_[place_].text + (taken == 2 ? " ; " + next()->text : ""),
          dates::span_between(lower.phrase.span, upper.phrase.span),
          upper.phrase.event ? upper.phrase.event : lower.phrase.event});
    if (taken == 1) parts_.back().text = lower.text + " ; " + upper.text;
    place_ += taken;
    return true;
  }

  bool take_alternative(const ReadValue& value) {
    if (parts_.empty() || !is_closed(parts_.back().span) || !is_closed(value.phrase.span))
      return false;
    DatedPart& part = parts_.back();
    part.text += " ; " + value.text;
    part.span = dates::span_between(part.span, value.phrase.span);
    part.span.flags.add(DateFlag::Alternative);
    ++place_;
    return true;
  }

  void push(DatedPart part) {
    const bool repeated = std::any_of(
        parts_.begin(), parts_.end(),
        [&part](const DatedPart& other) { return fold(other.text) == fold(part.text); });
    if (!repeated) parts_.push_back(std::move(part));
  }

  const std::vector<ReadValue>& values_;
  std::size_t place_ = 0;
  std::vector<DatedPart> parts_;
};

/// Open begins come first, open ends last.
bool begins_before(const TimeSpan& a, const TimeSpan& b) {
  if (!a.begin_of_begin || !b.begin_of_begin) return !a.begin_of_begin && b.begin_of_begin;
  return *a.begin_of_begin < *b.begin_of_begin;
}

bool ends_before(const TimeSpan& a, const TimeSpan& b) {
  if (!a.end_of_end || !b.end_of_end) return a.end_of_end && !b.end_of_end;
  return *a.end_of_end < *b.end_of_end;
}

bool overlap(const TimeSpan& a, const TimeSpan& b) {
  const bool a_after_b = a.begin_of_begin && b.end_of_end && *b.end_of_end < *a.begin_of_begin;
  const bool b_after_a = b.begin_of_begin && a.end_of_end && *a.end_of_end < *b.begin_of_begin;
  return !a_after_b && !b_after_a;
}

bool contains(const TimeSpan& outer, const TimeSpan& inner) {
  const bool from = !outer.begin_of_begin ||
                    (inner.begin_of_begin && *outer.begin_of_begin <= *inner.begin_of_begin);
  const bool to = !outer.end_of_end || (inner.end_of_end && *inner.end_of_end <= *outer.end_of_end);
  return from && to;
}

void add_periods(TimeSpan& span, const std::vector<std::string>& keys) {
  for (const std::string& key : keys)
    if (std::find(span.periods.begin(), span.periods.end(), key) == span.periods.end())
      span.periods.push_back(key);
}

}  // namespace

std::vector<std::string_view> DateFlags::names() const {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < flag_names.size(); ++i)
    if (flags_.test(i)) out.push_back(flag_names[i]);
  return out;
}

std::optional<std::vector<DatedPart>> parse_dated_parts(std::string_view text) {
  if (text.size() > longest_text) return std::nullopt;
  std::vector<ReadValue> values;
  bool doubt = false;
  for (const std::string& part : split_outside_parentheses(text, ";,#")) {
    auto phrase = dates::parse_phrase(part);
    if (!phrase) return std::nullopt;
    doubt = doubt || phrase->is_doubt;
    if (!phrase->is_doubt && !phrase->is_note) values.push_back({part, std::move(*phrase)});
  }
  if (values.empty()) return std::nullopt;
  if (doubt)
    for (ReadValue& value : values) value.phrase.span.flags.add(DateFlag::Uncertain);
  return ValueJoiner(values).join();
}

TimeSpan unite(const std::vector<DatedPart>& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front().span;
  const TimeSpan* first = &parts.front().span;
  const TimeSpan* last = first;
  TimeSpan span;
  for (const DatedPart& part : parts) {
    if (begins_before(part.span, *first)) first = &part.span;
    if (ends_before(*last, part.span)) last = &part.span;
    span.flags.add(part.span.flags);
  }
  span.begin_of_begin = first->begin_of_begin;
  span.end_of_begin = first->end_of_begin;
  span.begin_of_end = last->begin_of_end;
  span.end_of_end = last->end_of_end;
  span.flags.add(DateFlag::Campaigns);
  if (is_closed(span))
    if (std::string key = enclosing_period(*span.begin_of_begin, *span.end_of_end); !key.empty())
      span.periods.push_back(std::move(key));
  return span;
}

std::optional<TimeSpan> parse_date(std::string_view text) {
  const auto parts = parse_dated_parts(text);
  if (!parts) return std::nullopt;
  return unite(*parts);
}

std::optional<TimeSpan> merge_dates(std::string_view period, std::string_view year) {
  return merge_dates(parse_dated_parts(period), parse_dated_parts(year));
}

std::optional<TimeSpan> merge_dates(const std::optional<std::vector<DatedPart>>& period,
                                    const std::optional<std::vector<DatedPart>>& year) {
  if (!period && !year) return std::nullopt;
  if (!period) return unite(*year);
  TimeSpan period_span = unite(*period);
  if (!year) return period_span;
  TimeSpan merged = unite(*year);
  if (!overlap(period_span, merged)) return period_span;
  // Of several periods only those that hold the year say something of it.
  if (period->size() > 1) {
    for (const DatedPart& part : *period)
      if (contains(part.span, merged)) add_periods(merged, part.span.periods);
  }
  add_periods(merged, period_span.periods);
  return merged;
}

std::optional<std::vector<DatedPart>> parse_event_dates(std::string_view text) {
  auto parts = parse_dated_parts(text);
  if (!parts) return std::nullopt;
  for (DatedPart& part : *parts)
    if (!part.event) part.event = DateEvent::Acquisition;
  return parts;
}

std::string_view name_of(DateEvent event) {
  constexpr std::array<std::string_view, 7> names{"acquisition", "materialEntry", "inventory",
                                                  "decision",    "deposit",       "assignment",
                                                  "restitution"};
  return names[static_cast<std::size_t>(event)];
}

std::string_view label_of(DateEvent event) {
  constexpr std::array<std::string_view, 7> labels{
      "acquisition", "entrée matérielle", "inscription à l'inventaire", "décision", "dépôt",
      "affectation", "restitution"};
  return labels[static_cast<std::size_t>(event)];
}

}  // namespace prosper::mappings
