// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "mappings/functions/argument_texts.hpp"
#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

constexpr std::array<std::string_view, 6> operands{"a", "b", "c", "d", "e", "f"};

Value to_value(const std::optional<std::string>& text) {
  return text && !text->empty() ? Value(*text) : Value();
}

/// A function of one text; of each when several are passed.
template <class Change>
Function on_each_text(Change change) {
  return [change](const Arguments& arguments, FunctionContext&) -> Value {
    List changed;
    for (const std::string& text : texts_of(arguments, "text"))
      if (Value value = change(text); !value.is_null()) changed.push_back(std::move(value));
    if (changed.empty()) return {};
    return changed.size() == 1 ? changed.front() : Value(std::move(changed));
  };
}

std::vector<std::string> split_argument(const Arguments& arguments) {
  std::string separators = argument(arguments, "separators").is_null()
                               ? ";"
                               : arguments.text(std::string(function_ns) + "separators");
  std::vector<std::string> parts;
  for (const std::string& text : texts_of(arguments, "text"))
    for (std::string& part : split_outside_parentheses(text, separators))
      if (std::find(parts.begin(), parts.end(), part) == parts.end())
        parts.push_back(std::move(part));
  return parts;
}

Value split(const Arguments& arguments, FunctionContext&) {
  const std::vector<std::string> parts = split_argument(arguments);
  return parts.empty() ? Value() : Value(List(parts.begin(), parts.end()));
}

Value numbered(const Arguments& arguments, FunctionContext&) {
  List records;
  for (const std::string& part : split_argument(arguments)) {
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("text", part);
    record.set("slug", slug(part));
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

Value join_operands(const Arguments& arguments, bool all_needed) {
  const std::string separator = arguments.text(std::string(function_ns) + "separator");
  std::string joined;
  bool any = false;
  for (const std::string_view name : operands) {
    if (!arguments.all().contains(std::string(function_ns) + std::string(name))) continue;
    const std::vector<std::string> texts = argument(arguments, name).texts();
    const bool blank = std::all_of(texts.begin(), texts.end(),
                                   [](const std::string& text) { return trim(text).empty(); });
    if (blank && all_needed) return {};
    for (const std::string& text : texts) {
      if (trim(text).empty() && !all_needed && !separator.empty()) continue;
      if (any) joined += separator;
      joined += text;
      any = true;
    }
  }
  return any && !trim(joined).empty() ? Value(joined) : Value();
}

Value coalesce(const Arguments& arguments, FunctionContext&) {
  for (const std::string_view name : operands) {
    const Value& value = argument(arguments, name);
    if (!texts_of(arguments, name).empty()) return value;
  }
  return {};
}

/// `then` when some text and some candidate pass the test, else `else`.
template <class Test>
Function choose_if(std::string_view candidates, Test test) {
  return [candidates, test](const Arguments& arguments, FunctionContext&) -> Value {
    for (const std::string& text : texts_of(arguments, "text"))
      for (const std::string& candidate : texts_of(arguments, candidates))
        if (test(text, candidate)) return argument(arguments, "then");
    return argument(arguments, "else");
  };
}

Value if_present(const Arguments& arguments, FunctionContext&) {
  return argument(arguments, texts_of(arguments, "text").empty() ? "else" : "then");
}

/// "key=value" lines; keys are compared folded.
Value lookup(const Arguments& arguments, FunctionContext&) {
  const std::string key = fold(text_of(arguments, "text"));
  for (const std::string& table : texts_of(arguments, "table")) {
    for (const std::string& row : split_outside_parentheses(table, "\n\r")) {
      const std::size_t sign = row.find('=');
      if (sign == std::string::npos || key.empty()) continue;
      if (fold(std::string_view(row).substr(0, sign)) == key)
        return std::string(trim(std::string_view(row).substr(sign + 1)));
    }
  }
  return argument(arguments, "else");
}

/// A web address cut at its colon by an export, ["http", "//example.org"], is made whole again.
Value url(const Arguments& arguments, FunctionContext&) {
  const std::vector<std::string> texts = texts_of(arguments, "text");
  if (texts.empty()) return {};
  if (texts.size() == 2 && texts[1].starts_with("//"))
    return to_value(valid_url(texts[0] + ':' + texts[1]));
  return to_value(valid_url(texts.front()));
}

Value urls(const Arguments& arguments, FunctionContext&) {
  List valid;
  for (const std::string& part : split_argument(arguments))
    if (const auto address = valid_url(part)) valid.emplace_back(*address);
  return valid.empty() ? Value() : Value(std::move(valid));
}

void pick_from(const Value& value, std::string_view name, List& picked) {
  if (const Record* record = value.record()) {
    const Value* field = record->find(name);
    if (field == nullptr) return;
    if (const List* several = field->list()) {
      picked.insert(picked.end(), several->begin(), several->end());
    } else if (!field->is_null()) {
      picked.push_back(*field);
    }
  } else if (const List* list = value.list()) {
    for (const Value& item : *list) pick_from(item, name, picked);
  }
}

Value pick(const Arguments& arguments, FunctionContext&) {
  List picked;
  pick_from(argument(arguments, "value"), text_of(arguments, "name"), picked);
  if (picked.empty()) return {};
  return picked.size() == 1 ? picked.front() : Value(std::move(picked));
}

void register_choices(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "ifEqual", choose_if("equals", [](const auto& text, const auto& wanted) {
                 return text == wanted;
               }));
  registry.add(ns + "ifPrefix", choose_if("prefix", [](const auto& text, const auto& wanted) {
                 return text.starts_with(wanted);
               }));
  registry.add(ns + "ifContains", choose_if("part", [](const auto& text, const auto& wanted) {
                 return fold(text).find(fold(wanted)) != std::string::npos;
               }));
  registry.add(ns + "ifPresent", if_present);
  registry.add(ns + "coalesce", coalesce);
  registry.add(ns + "lookup", lookup);
}

}  // namespace

void register_text_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  const auto add_text = [&](const char* name, auto change) {
    registry.add(ns + name, on_each_text([change](const std::string& text) -> Value {
                   return to_value(change(text));
                 }));
  };
  add_text("norm", norm);
  add_text("slug", slug);
  add_text("stripHtml", strip_html);
  add_text("lower", to_lower);
  add_text("upper", to_upper);
  add_text("trim", [](const std::string& text) { return std::string(trim(text)); });
  add_text("encode", percent_encode);
  add_text("isoDate", iso_date);
  registry.add(ns + "split", split);
  registry.add(ns + "numbered", numbered);
  registry.add(ns + "concat", [](const Arguments& arguments, FunctionContext&) {
    return join_operands(arguments, false);
  });
  registry.add(ns + "concatAll", [](const Arguments& arguments, FunctionContext&) {
    return join_operands(arguments, true);
  });
  registry.add(ns + "url", url);
  registry.add(ns + "urls", urls);
  registry.add(ns + "pick", pick);
  register_choices(registry);
}

}  // namespace prosper::mappings
