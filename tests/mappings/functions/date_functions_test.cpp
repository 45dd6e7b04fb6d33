// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/mappings/functions/calls.hpp"

namespace prosper::mappings {
namespace {

using testing::at;
using testing::show;

class DateFunctions : public ::testing::Test {
 protected:
  DateFunctions() { register_date_functions(registry_); }

  Value call(const std::string& name, testing::Parameters parameters) {
    return testing::call(registry_, name, parameters, context_);
  }

  FunctionRegistry registry_;
  FunctionContext context_;
};

TEST_F(DateFunctions, GiveInstantsYearsAndSharedSpans) {
  const Value span = call("timeSpan", {{"text", "4e quart 18e siècle (?)"}, {"field", "PERI"}});
  EXPECT_EQ(at(span, "label"), "4e quart 18e siècle (?)");
  EXPECT_EQ(at(span, "begin"), "1776-01-01T00:00:00Z");
  EXPECT_EQ(at(span, "end"), "1800-12-31T23:59:59Z");
  EXPECT_EQ(at(span, "endOfBegin"), "absent");
  EXPECT_EQ(at(span, "beginOfEnd"), "absent");
  EXPECT_EQ(at(span, "yearFrom"), "1776");
  EXPECT_EQ(at(span, "yearTo"), "1800");
  EXPECT_EQ(at(span, "flags"), "[uncertain]");
  EXPECT_EQ(at(span, "confidence"), "uncertain");
  EXPECT_EQ(at(span, "periods.0"),
            "{key: s18-q4, iri: id/time/s18-q4, label: 4e quart 18e siècle, begin: "
            "1776-01-01T00:00:00Z, end: 1800-12-31T23:59:59Z, yearFrom: 1776, yearTo: 1800, "
            "parent: s18-h2, parentIri: id/time/s18-h2}");
  EXPECT_EQ(at(span, "sharedSpans.1.key"), "s18-h2");
  EXPECT_EQ(at(span, "sharedSpans.2.key"), "s18");
  EXPECT_EQ(at(span, "sharedSpans.2.parent"), "absent");
}

TEST_F(DateFunctions, StateTheCoreOfCampaigns) {
  const Value span = call("timeSpan", {{"text", "15e siècle ; 16e siècle"}});
  EXPECT_EQ(at(span, "endOfBegin"), "1500-12-31T23:59:59Z");
  EXPECT_EQ(at(span, "beginOfEnd"), "1501-01-01T00:00:00Z");
  const Value parts = call("campaigns", {{"text", "15e siècle ; 16e siècle"}});
  EXPECT_EQ(at(parts, "0.n"), "1");
  EXPECT_EQ(at(parts, "1.n"), "2");
  EXPECT_EQ(at(parts, "1.label"), "16e siècle");
  EXPECT_EQ(at(parts, "1.periods.0.iri"), "id/time/s16");
}

TEST_F(DateFunctions, TakeListsAsMultiValuedCells) {
  const Value span = call("timeSpan", {{"text", List{"15e siècle", "", "16e siècle"}}});
  EXPECT_EQ(at(span, "label"), "15e siècle ; 16e siècle");
  EXPECT_EQ(at(span, "yearTo"), "1600");
}

TEST_F(DateFunctions, KeepWhatTheyDoNotUnderstandAsTextAndCountIt) {
  const Value span = call("timeSpan", {{"text", " s.d. "}, {"field", "MILL"}});
  EXPECT_EQ(show(span), "{label: s.d., labels: [s.d.], parsed: false}");
  EXPECT_EQ(show(call("campaigns", {{"text", "s.d."}, {"field", "MILL"}})), "null");
  EXPECT_EQ(show(call("timeSpan", {{"text", "1785"}, {"field", "MILL"}})).substr(0, 13),
            "{label: 1785,");
  EXPECT_EQ(show(call("timeSpan", {{"text", " "}, {"field", "MILL"}})), "null");
  const ParseCount count = context_.parse_counts.at({"dates", "MILL"});
  EXPECT_EQ(count.parsed, 1U);
  EXPECT_EQ(count.kept_as_text, 2U);
}

TEST_F(DateFunctions, MergePeriodAndYear) {
  const Value span = call("productionSpan", {{"period", "4e quart 18e siècle"},
                                             {"year", "1785"},
                                             {"field", "PERI"},
                                             {"yearField", "MILL"}});
  EXPECT_EQ(at(span, "labels"), "[4e quart 18e siècle, 1785]");
  EXPECT_EQ(at(span, "yearFrom"), "1785");
  EXPECT_EQ(at(span, "periods.0.key"), "y1785");
  EXPECT_EQ(at(span, "periods.1.key"), "s18-q4");
  EXPECT_EQ(context_.parse_counts.at({"dates", "PERI"}).parsed, 1U);
  EXPECT_EQ(context_.parse_counts.at({"dates", "MILL"}).parsed, 1U);
  EXPECT_EQ(show(call("productionSpan", {{"period", ""}, {"year", Value()}})), "null");
}

TEST_F(DateFunctions, LeaveOpenEndsOut) {
  const Value span = call("timeSpan", {{"text", "avant 1855"}});
  EXPECT_EQ(at(span, "begin"), "absent");
  EXPECT_EQ(at(span, "yearFrom"), "absent");
  EXPECT_EQ(at(span, "yearTo"), "1854");
}

TEST_F(DateFunctions, TellEventsApart) {
  const Value text = "1955 acquis ; 1954 entrée matérielle";
  const Value events = call("eventDates", {{"text", text}});
  EXPECT_EQ(at(events, "0.event"), "acquisition");
  EXPECT_EQ(at(events, "1.eventLabel"), "entrée matérielle");
  EXPECT_EQ(at(events, "1.yearFrom"), "1954");
  EXPECT_EQ(at(call("eventSpan", {{"text", text}, {"field", "DACQ"}}), "yearFrom"), "1955");
  call("eventSpan", {{"text", text}, {"field", "DACQ"}, {"event", "materialEntry"}});
  EXPECT_EQ(context_.parse_counts.at({"dates", "DACQ"}).parsed, 1U);
  EXPECT_EQ(at(call("eventSpan", {{"text", text}, {"event", "materialEntry"}}), "yearTo"), "1954");
  EXPECT_EQ(show(call("eventDates", {{"text", text}, {"event", "deposit"}})), "null");
  EXPECT_EQ(at(call("eventSpan", {{"text", "date d'acquisition inconnue"}}), "parsed"), "false");
}

}  // namespace
}  // namespace prosper::mappings
