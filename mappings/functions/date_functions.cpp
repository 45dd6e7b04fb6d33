// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/argument_texts.hpp"
#include "mappings/functions/date_records.hpp"
#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view grammar = "dates";

void count(FunctionContext& context, const Arguments& arguments, std::string_view field_parameter,
           bool parsed) {
  context.count(grammar, text_of(arguments, field_parameter), parsed);
}

Value time_span(const Arguments& arguments, FunctionContext& context) {
  const std::string text = cell_of(arguments, "text");
  if (text.empty()) return {};
  const auto span = parse_date(text);
  count(context, arguments, "field", span.has_value());
  return to_record({text}, span);
}

/// One field of a production's date, counted; nothing for an empty cell.
std::optional<std::vector<DatedPart>> read_field(const std::string& text,
                                                 std::string_view field_parameter,
                                                 const Arguments& arguments,
                                                 FunctionContext& context) {
  if (text.empty()) return std::nullopt;
  auto parts = parse_dated_parts(text);
  count(context, arguments, field_parameter, parts.has_value());
  return parts;
}

Value production_span(const Arguments& arguments, FunctionContext& context) {
  const std::string period = cell_of(arguments, "period");
  const std::string year = cell_of(arguments, "year");
  std::vector<std::string> labels;
  for (const std::string& label : {period, year})
    if (!label.empty()) labels.push_back(label);
  if (labels.empty()) return {};
  const auto period_parts = read_field(period, "field", arguments, context);
  const auto year_parts = read_field(year, "yearField", arguments, context);
  return to_record(labels, merge_dates(period_parts, year_parts));
}

Value campaigns(const Arguments& arguments, FunctionContext& context) {
  const std::string text = cell_of(arguments, "text");
  if (text.empty()) return {};
  const auto parts = parse_dated_parts(text);
  count(context, arguments, "field", parts.has_value());
  if (!parts) return {};
  List records;
  for (const DatedPart& part : *parts) {
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    for (auto& field : to_record({part.text}, part.span).fields)
      record.fields.push_back(std::move(field));
    records.emplace_back(std::move(record));
  }
  return records;
}

/// A mapping asks one cell for several events: it is counted with the acquisition only.
void count_event_field(const std::string& wanted, const Arguments& arguments,
                       FunctionContext& context, bool parsed) {
  if (wanted.empty() || wanted == name_of(DateEvent::Acquisition))
    count(context, arguments, "field", parsed);
}

Value event_dates(const Arguments& arguments, FunctionContext& context) {
  const std::string text = cell_of(arguments, "text");
  const std::string wanted = text_of(arguments, "event");
  if (text.empty()) return {};
  const auto parts = parse_event_dates(text);
  count_event_field(wanted, arguments, context, parts.has_value());
  if (!parts) return {};
  List records;
  for (const DatedPart& part : *parts) {
    const std::string_view event = name_of(part.event.value_or(DateEvent::Acquisition));
    if (!wanted.empty() && wanted != event) continue;
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("event", event);
    record.set("eventLabel", label_of(part.event.value_or(DateEvent::Acquisition)));
    for (auto& field : to_record({part.text}, part.span).fields)
      record.fields.push_back(std::move(field));
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// The text is kept as the label of the acquisition's span even when it is not understood.
Value event_span(const Arguments& arguments, FunctionContext& context) {
  const std::string text = cell_of(arguments, "text");
  std::string wanted = text_of(arguments, "event");
  if (wanted.empty()) wanted = name_of(DateEvent::Acquisition);
  if (text.empty()) return {};
  const auto parts = parse_event_dates(text);
  count_event_field(wanted, arguments, context, parts.has_value());
  if (!parts)
    return wanted == name_of(DateEvent::Acquisition) ? Value(to_record({text}, std::nullopt))
                                                     : Value();
  for (const DatedPart& part : *parts)
    if (name_of(part.event.value_or(DateEvent::Acquisition)) == wanted)
      return to_record({part.text}, part.span);
  return {};
}

}  // namespace

void register_date_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "timeSpan", time_span);
  registry.add(ns + "productionSpan", production_span);
  registry.add(ns + "campaigns", campaigns);
  registry.add(ns + "eventDates", event_dates);
  registry.add(ns + "eventSpan", event_span);
}

}  // namespace prosper::mappings
