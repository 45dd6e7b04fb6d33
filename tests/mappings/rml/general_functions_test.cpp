// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <stdexcept>

#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {
namespace {

const std::string grel = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";
const std::string idlab = "https://w3id.org/imec/idlab/function#";
const std::string prf(function_ns);

Value call(const std::string& function, std::vector<std::pair<std::string, Value>> inputs) {
  Arguments arguments;
  for (auto& [name, value] : inputs) arguments.set(name, std::move(value));
  FunctionContext context;
  const Function* found = FunctionRegistry::standard().find(function);
  if (found == nullptr) throw std::logic_error("no function " + function);
  return (*found)(arguments, context);
}

std::string output(const Value& result, const char* name) {
  const Value* value = result.record() == nullptr ? nullptr : result.record()->find(name);
  if (value == nullptr || value->is_null()) return "(null)";
  std::string text;
  for (const std::string& part : value->texts()) text += (text.empty() ? "" : "|") + part;
  return text;
}

std::string on_text(const std::string& name, Value text,
                    std::vector<std::pair<std::string, Value>> more = {}) {
  std::vector<std::pair<std::string, Value>> inputs = {{grel + "valueParam", std::move(text)}};
  for (auto& [parameter, value] : more) inputs.emplace_back(grel + parameter, std::move(value));
  return output(call(grel + name, std::move(inputs)), "stringOut");
}

TEST(GeneralFunctions, ChangeTexts) {
  EXPECT_EQ(on_text("toUpperCase", "été"), "ÉTÉ");
  EXPECT_EQ(on_text("toLowerCase", "ÉTÉ"), "été");
  EXPECT_EQ(on_text("string_trim", "  a "), "a");
  EXPECT_EQ(on_text("string_replace", "a-b-c", {{"param_find", "-"}, {"param_replace", "+-"}}),
            "a+-b+-c");
  EXPECT_EQ(on_text("toUpperCase", Value()), "(null)");
}

TEST(GeneralFunctions, CutByCharacters) {
  EXPECT_EQ(on_text("string_substring", "éàç", {{"p_int_i_from", "1"}}), "àç");
  EXPECT_EQ(on_text("string_substring", "éàç", {{"p_int_i_from", "0"}, {"p_int_i_opt_to", "2"}}),
            "éà");
  EXPECT_EQ(on_text("string_substring", "éàç", {{"p_int_i_from", "3"}}), "");
  EXPECT_EQ(on_text("string_substring", "éàç", {{"p_int_i_from", "4"}}), "(null)");
  EXPECT_THROW(on_text("string_substring", "x", {{"p_int_i_from", "-1"}}), std::invalid_argument);
  EXPECT_EQ(output(call(grel + "string_length", {{grel + "valueParam", "éàç"}}), "output_number"),
            "3");
  EXPECT_EQ(output(call(grel + "string_split",
                        {{grel + "valueParam", "a, b,"}, {grel + "p_string_sep", ","}}),
                   "output_array"),
            "a| b|");
}

TEST(GeneralFunctions, Escape) {
  EXPECT_EQ(on_text("escape", "<a>&'\"", {{"modeParam", "html"}}), "&lt;a&gt;&amp;&#39;&quot;");
  EXPECT_EQ(on_text("escape", "a b/é", {{"modeParam", "url"}}), "a%20b%2F%C3%A9");
  EXPECT_THROW(on_text("escape", "x", {{"modeParam", "csv"}}), std::invalid_argument);
}

TEST(GeneralFunctions, CompareAndChoose) {
  const std::vector<std::pair<std::string, Value>> same = {{grel + "valueParam", "a"},
                                                           {grel + "valueParam2", "a"}};
  EXPECT_EQ(output(call(idlab + "equal", same), "_boolOut"), "true");
  EXPECT_EQ(output(call(idlab + "notEqual", same), "_boolOut"), "false");
  EXPECT_EQ(
      output(call(idlab + "trueCondition", {{idlab + "strBoolean", "true"}, {idlab + "str", "x"}}),
             "_stringOut"),
      "x");
  EXPECT_EQ(
      output(call(idlab + "trueCondition", {{idlab + "strBoolean", "no"}, {idlab + "str", "x"}}),
             "_stringOut"),
      "(null)");
  EXPECT_EQ(output(call(idlab + "toUpperCaseURL", {{idlab + "str", "www.x.fr"}}), "_stringOut"),
            "http://WWW.X.FR");
}

Value reference(const char* base, const char* iri) {
  Record record;
  record.set("base", Value(base));
  record.set("iri", Value(iri));
  return Value(std::move(record));
}

TEST(GeneralFunctions, OnlyPicksTheOneItem) {
  const auto only = [](Value list) {
    return call(prf + "only", {{prf + "value", std::move(list)},
                               {prf + "where", "base"},
                               {prf + "equals", "merimee"},
                               {prf + "name", "iri"},
                               {prf + "else", "none"}});
  };
  const Value one = reference("merimee", "id/a");
  EXPECT_EQ(*only(Value(List{one, reference("museo", "id/b")})).text(), "id/a");
  EXPECT_EQ(*only(Value(List{one, one})).text(), "none");
  EXPECT_EQ(*only(Value()).text(), "none");
  EXPECT_EQ(*call(prf + "only", {{prf + "value", Value("x")}}).text(), "x");
}

}  // namespace
}  // namespace prosper::mappings
