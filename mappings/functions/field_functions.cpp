// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

std::string joined(const Value& value) {
  std::string out;
  for (const std::string& text : value.texts())
    if (!trim(text).empty()) out.append(out.empty() ? "" : " ; ").append(trim(text));
  return out;
}

/// prf:statements(types, FIELD…): the texts of several fields at once. `types` has an entry a
/// field, "DESC=300435416": the AAT concept of the kind of statement, or an IRI relative to the
/// base. The other parameters are the cells, named by field code. Records {field, text, type}, in
/// the order of `types`.
Value statements(const Arguments& arguments, FunctionContext&) {
  List records;
  for (const std::string& entry :
       split_outside_parentheses(arguments.text(parameter("types")), ",")) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) throw std::invalid_argument("prf:types: FIELD=type expected");
    const std::string field(trim(std::string_view(entry).substr(0, equals)));
    const std::string type(trim(std::string_view(entry).substr(equals + 1)));
    const std::string text = joined(arguments[parameter(field)]);
    if (text.empty()) continue;
    const bool is_number = type.find_first_not_of("0123456789") == std::string::npos;
    Record record;
    record.set("field", field);
    record.set("text", text);
    record.set("type", is_number ? "http://vocab.getty.edu/aat/" + type : type);
    records.emplace_back(std::move(record));
  }
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:join(text, separator): several values as one text, " ; " between them by default.
Value join(const Arguments& arguments, FunctionContext&) {
  const std::string separator = arguments.text(parameter("separator"));
  std::string out;
  for (const std::string& text : arguments[parameter("text")].texts())
    if (!trim(text).empty())
      out.append(out.empty() ? "" : separator.empty() ? " ; " : separator).append(trim(text));
  return out.empty() ? Value() : Value(std::move(out));
}

}  // namespace

void register_field_functions(FunctionRegistry& registry) {
  registry.add(std::string(function_ns) + "statements", statements);
  registry.add(std::string(function_ns) + "join", join);
}

}  // namespace prosper::mappings
