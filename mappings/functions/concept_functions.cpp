// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <stdexcept>

#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/text.hpp"
#include "vocabularies/thesauri/concept_resolver.hpp"

namespace prosper::mappings {
namespace {

std::string parameter(std::string_view name) {
  return std::string(function_ns).append(name);
}

/// "vase (?)" and "anneau (2)" are looked up as "vase" and "anneau".
std::string_view bare_label(std::string_view label) {
  const std::size_t open = label.find('(');
  if (open != std::string_view::npos && open > 0) label = label.substr(0, open);
  label = trim(label);
  while (label.ends_with("?")) label = trim(label.substr(0, label.size() - 1));
  return label;
}

struct ListOfTerms {
  /// "joconde/domn": concepts without a match are minted under voc/{path}/{slug}.
  std::string path;
  /// Code of the ministry's list ("T51"); may be empty.
  std::string scheme;
  std::string field;
};

Record to_record(std::string_view label, const ListOfTerms& list, FunctionContext& context) {
  Record record;
  const auto found = context.concepts == nullptr || list.scheme.empty()
                         ? std::nullopt
                         : context.concepts->resolve(list.scheme, label);
  auto& counts = context.concept_counts[list.field];
  record.set("label", std::string(label));
  record.set("localScheme", "voc/" + list.path);
  record.set("field", list.field);
  if (found) {
    ++counts.parsed;
    record.set("iri", found->iri);
    record.set("scheme", found->scheme);
  } else {
    ++counts.kept_as_text;
    record.set("iri", "voc/" + list.path + "/" + slug(label));
    record.set("note", "non aligné");
  }
  return record;
}

/// Appends the concepts of `value`, each once; `separators` cut labels outside parentheses.
void append_concepts(const Value& value, const ListOfTerms& list, const std::string& separators,
                     FunctionContext& context, List& records) {
  std::set<std::string> seen;
  for (const std::string& text : value.texts()) {
    for (const std::string& part : split_outside_parentheses(text, separators)) {
      const std::string_view label = bare_label(part);
      if (label.empty() || !seen.insert(slug(label)).second) continue;
      Record record = to_record(label, list, context);
      record.set("n", std::to_string(seen.size()));
      records.emplace_back(std::move(record));
    }
  }
}

/// prf:concepts(text, list, scheme, separators, field): labels → records {n, label, iri,
/// localScheme, scheme (when matched), note ("non aligné" when minted), field}.
Value concepts(const Arguments& arguments, FunctionContext& context) {
  const ListOfTerms list{arguments.text(parameter("list")), arguments.text(parameter("scheme")),
                         arguments.text(parameter("field"))};
  const std::string separators = arguments.text(parameter("separators"));
  List records;
  append_concepts(arguments[parameter("text")], list, separators.empty() ? ";" : separators,
                  context, records);
  return records.empty() ? Value() : Value(std::move(records));
}

/// prf:terms(lists, FIELD…): the concepts of several fields at once. `lists` has an entry a field,
/// "DOMN=joconde/domn T51": the minted path and, if there is one, the ministry's list. The other
/// parameters are the cells, named by field code. Records as of prf:concepts.
Value terms(const Arguments& arguments, FunctionContext& context) {
  List records;
  for (const std::string& entry :
       split_outside_parentheses(arguments.text(parameter("lists")), ",")) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) throw std::invalid_argument("prf:lists: FIELD=path expected");
    const std::string field(trim(std::string_view(entry).substr(0, equals)));
    const std::string rest(trim(std::string_view(entry).substr(equals + 1)));
    const std::size_t blank = rest.find(' ');
    const ListOfTerms list{rest.substr(0, blank),
                           blank == std::string::npos ? "" : rest.substr(blank + 1), field};
    append_concepts(arguments[parameter(field)], list, ";", context, records);
  }
  return records.empty() ? Value() : Value(std::move(records));
}

}  // namespace

void register_concept_functions(FunctionRegistry& registry) {
  registry.add(std::string(function_ns) + "concepts", concepts);
  registry.add(std::string(function_ns) + "terms", terms);
}

}  // namespace prosper::mappings
