// SPDX-License-Identifier: Apache-2.0
// The functions of IDLab and GREL (FnO descriptions) that public mapping documents call.
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/text.hpp"
#include "store/rdf/utf8.hpp"

namespace prosper::mappings {
namespace {

const std::string idlab = "https://w3id.org/imec/idlab/function#";
const std::string grel = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";

Value output(std::string name, Value value) {
  Record record;
  record.set(std::move(name), std::move(value));
  return Value(std::move(record));
}

Value string_out(Value value) {
  return output("stringOut", std::move(value));
}

/// Applies `change` to the text of grel:valueParam; null stays null.
template <typename Change>
Function on_text(Change change) {
  return [change](const Arguments& arguments, FunctionContext&) -> Value {
    if (arguments[grel + "valueParam"].is_null()) return string_out(Value());
    return string_out(change(arguments.text(grel + "valueParam"), arguments));
  };
}

std::size_t offset_of(std::string_view text, std::size_t code_points) {
  std::size_t offset = 0;
  for (; code_points > 0 && offset < text.size(); --code_points) rdf::next_code_point(text, offset);
  return offset;
}

std::optional<std::size_t> number(const Arguments& arguments, const std::string& parameter) {
  if (arguments[parameter].is_null()) return std::nullopt;
  const std::string text = arguments.text(parameter);
  std::size_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || result.ec != std::errc() || result.ptr != text.data() + text.size())
    throw std::invalid_argument("<" + parameter + "> must be a whole number, not \"" + text + "\"");
  return value;
}

/// From the given character on; null when the text is shorter.
Value substring(const std::string& text, const Arguments& arguments) {
  const std::size_t length = rdf::count_code_points(text);
  const std::size_t from = number(arguments, grel + "p_int_i_from").value_or(0);
  const std::size_t to = number(arguments, grel + "p_int_i_opt_to").value_or(length);
  if (from > length || to < from) return {};
  const std::size_t begin = offset_of(text, from);
  return Value(text.substr(begin, offset_of(text, to) - begin));
}

std::string replace_all(std::string text, const std::string& find, const std::string& by) {
  if (find.empty()) return text;
  for (std::size_t at = text.find(find); at != std::string::npos;
       at = text.find(find, at + by.size()))
    text.replace(at, find.size(), by);
  return text;
}

Value escape(const std::string& text, const Arguments& arguments) {
  const std::string mode = arguments.text(grel + "modeParam");
  if (mode == "url") return Value(percent_encode(text));
  if (mode != "html" && mode != "xml")
    throw std::invalid_argument("escape mode \"" + mode + "\"; html, xml or url was expected");
  std::string out = replace_all(text, "&", "&amp;");
  out = replace_all(std::move(out), "<", "&lt;");
  out = replace_all(std::move(out), ">", "&gt;");
  out = replace_all(std::move(out), "\"", "&quot;");
  return Value(replace_all(std::move(out), "'", mode == "xml" ? "&apos;" : "&#39;"));
}

Value split(const Arguments& arguments, FunctionContext&) {
  if (arguments[grel + "valueParam"].is_null()) return output("output_array", Value());
  std::string text = arguments.text(grel + "valueParam");
  const std::string separator = arguments.text(grel + "p_string_sep");
  if (separator.empty()) throw std::invalid_argument("an empty grel:p_string_sep");
  List parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string::npos) break;
    text.erase(0, end + separator.size());
  }
  return output("output_array", Value(std::move(parts)));
}

Function compare(bool when_equal) {
  return [when_equal](const Arguments& arguments, FunctionContext&) {
    const bool equal = arguments.text(grel + "valueParam") == arguments.text(grel + "valueParam2");
    return output("_boolOut", Value(equal == when_equal ? "true" : "false"));
  };
}

Value upper_url(const Arguments& arguments, FunctionContext&) {
  if (arguments[idlab + "str"].is_null()) return output("_stringOut", Value());
  const std::string url = to_upper(arguments.text(idlab + "str"));
  return output("_stringOut", Value(url.starts_with("HTTP") ? url : "http://" + url));
}

/// The text when the condition is "true".
Value when_true(const Arguments& arguments, FunctionContext&) {
  const bool holds = arguments.text(idlab + "strBoolean") == "true";
  return output("_stringOut", holds ? arguments[idlab + "str"] : Value());
}

/// prf:only(value, where, equals, name, else): the one item of a list whose field `where` equals
/// `equals` (every item without `where`), or its field `name`; `else` when there is none or
/// several.
Value only(const Arguments& arguments, FunctionContext&) {
  const std::string ns(function_ns);
  const Value& value = arguments[ns + "value"];
  const std::string where = arguments.text(ns + "where");
  const std::string name = arguments.text(ns + "name");
  const List items = value.list() != nullptr ? *value.list()
                     : value.is_null()       ? List()
                                             : List{value};
  const Value* found = nullptr;
  for (const Value& item : items) {
    const Value* field = item.record() == nullptr ? nullptr : item.record()->find(where);
    const bool fits = where.empty() || (field != nullptr && field->text() != nullptr &&
                                        *field->text() == arguments.text(ns + "equals"));
    if (!fits) continue;
    if (found != nullptr) return arguments[ns + "else"];
    found = &item;
  }
  if (found == nullptr) return arguments[ns + "else"];
  if (name.empty() || found->record() == nullptr) return *found;
  const Value* field = found->record()->find(name);
  return field == nullptr ? arguments[ns + "else"] : *field;
}

}  // namespace

void register_general_functions(FunctionRegistry& registry) {
  registry.add(idlab + "alwaysReturnsABC", [](const Arguments&, FunctionContext&) {
    return output("_stringOut", Value("ABC"));
  });
  registry.add(idlab + "toUpperCaseURL", upper_url);
  registry.add(idlab + "equal", compare(true));
  registry.add(idlab + "notEqual", compare(false));
  registry.add(idlab + "trueCondition", when_true);
  registry.add(std::string(function_ns) + "only", only);
  registry.add(grel + "toUpperCase", on_text([](const std::string& text, const Arguments&) {
                 return Value(to_upper(text));
               }));
  registry.add(grel + "toLowerCase", on_text([](const std::string& text, const Arguments&) {
                 return Value(to_lower(text));
               }));
  registry.add(grel + "string_trim", on_text([](const std::string& text, const Arguments&) {
                 return Value(trim(text));
               }));
  registry.add(grel + "string_replace",
               on_text([](const std::string& text, const Arguments& arguments) {
                 return Value(replace_all(text, arguments.text(grel + "param_find"),
                                          arguments.text(grel + "param_replace")));
               }));
  registry.add(grel + "string_substring", on_text(substring));
  registry.add(grel + "escape", on_text(escape));
  registry.add(grel + "string_split", split);
  registry.add(grel + "string_length", [](const Arguments& arguments, FunctionContext&) {
    if (arguments[grel + "valueParam"].is_null()) return output("output_number", Value());
    const std::size_t length = rdf::count_code_points(arguments.text(grel + "valueParam"));
    return output("output_number", Value(std::to_string(length)));
  });
}

}  // namespace prosper::mappings
