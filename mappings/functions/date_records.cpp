// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/date_records.hpp"

#include <algorithm>

#include "mappings/functions/date_periods.hpp"

namespace prosper::mappings {
namespace {

void set_years(Record& record, const std::optional<Day>& first, const std::optional<Day>& last) {
  if (first) record.set("yearFrom", std::to_string(first->year));
  if (last) record.set("yearTo", std::to_string(last->year));
}

Record to_record(const SharedPeriod& period) {
  Record record;
  record.set("key", period.key);
  record.set("iri", "id/time/" + period.key);
  record.set("label", period.label);
  if (period.first) record.set("begin", to_begin_instant(*period.first));
  if (period.last) record.set("end", to_end_instant(*period.last));
  set_years(record, period.first, period.last);
  if (!period.parent.empty()) {
    record.set("parent", period.parent);
    record.set("parentIri", "id/time/" + period.parent);
  }
  return record;
}

void set_periods(Record& record, const std::vector<std::string>& keys) {
  List direct;
  List with_ancestors;
  std::vector<std::string> seen;
  for (const std::string& key : keys) {
    const std::vector<SharedPeriod> chain = period_chain(key);
    if (chain.empty()) continue;
    direct.emplace_back(to_record(chain.front()));
    for (const SharedPeriod& period : chain) {
      if (std::find(seen.begin(), seen.end(), period.key) != seen.end()) continue;
      seen.push_back(period.key);
      with_ancestors.emplace_back(to_record(period));
    }
  }
  if (direct.empty()) return;
  record.set("periods", std::move(direct));
  record.set("sharedSpans", std::move(with_ancestors));
}

}  // namespace

Record to_record(const std::vector<std::string>& labels, const std::optional<TimeSpan>& span) {
  Record record;
  if (!labels.empty()) record.set("label", labels.front());
  record.set("labels", List(labels.begin(), labels.end()));
  record.set("parsed", span ? "true" : "false");
  if (!span) return record;
  if (span->begin_of_begin) record.set("begin", to_begin_instant(*span->begin_of_begin));
  if (span->has_core()) {
    record.set("endOfBegin", to_end_instant(*span->end_of_begin));
    record.set("beginOfEnd", to_begin_instant(*span->begin_of_end));
  }
  if (span->end_of_end) record.set("end", to_end_instant(*span->end_of_end));
  set_years(record, span->begin_of_begin, span->end_of_end);
  List flags;
  for (const std::string_view flag : span->flags.names()) flags.emplace_back(flag);
  if (!flags.empty()) record.set("flags", std::move(flags));
  if (span->flags.has(DateFlag::Uncertain)) record.set("confidence", "uncertain");
  set_periods(record, span->periods);
  return record;
}

}  // namespace prosper::mappings
