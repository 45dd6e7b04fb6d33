// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <stdexcept>

#include "mappings/functions/argument_texts.hpp"
#include "mappings/functions/author_biography.hpp"
#include "mappings/functions/author_records.hpp"
#include "mappings/functions/date_records.hpp"
#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {
namespace {

AuthorOptions options_of(const Arguments& arguments) {
  AuthorOptions options;
  const std::string convention = text_of(arguments, "convention");
  if (convention == "memoire") {
    options.convention = AuthorConvention::Memoire;
  } else if (convention == "merimee") {
    options.convention = AuthorConvention::Merimee;
  } else if (!convention.empty() && convention != "joconde") {
    throw std::invalid_argument("prf:convention is \"" + convention +
                                "\"; expected joconde, merimee or memoire");
  }
  options.domains = texts_of(arguments, "domain");
  return options;
}

Value authors(const Arguments& arguments, FunctionContext& context) {
  const std::string cell = cell_of(arguments, "text");
  if (cell.empty()) return {};
  const std::vector<Author> parsed = parse_authors(cell, options_of(arguments));
  const bool understood =
      !parsed.empty() && std::none_of(parsed.begin(), parsed.end(),
                                      [](const Author& author) { return author.is_malformed; });
  context.count("authors", text_of(arguments, "field"), understood);
  List records;
  for (const Author& author : parsed)
    records.emplace_back(to_author_record(author, records.size() + 1, context));
  return records.empty() ? Value() : Value(std::move(records));
}

Value actors(const Arguments& arguments, FunctionContext& context) {
  List records;
  std::set<std::string> seen;
  for (const Author& author : parse_authors(cell_of(arguments, "text"), options_of(arguments)))
    for (Value& actor : to_actor_records(author, context))
      if (seen.insert(*actor.record()->find("iri")->text()).second)
        records.push_back(std::move(actor));
  return records.empty() ? Value() : Value(std::move(records));
}

void set_text(Record& record, const char* name, const std::string& text) {
  if (!text.empty()) record.set(name, text);
}

void set_event(Record& record, const std::string& name, const std::string& actor,
               const std::string& place, const std::optional<LifeDate>& date) {
  if (place.empty() && !date) return;
  record.set(name, actor + '/' + name);
  if (!place.empty()) record.set(name + "Place", place);
  if (date) record.set(name + "Span", to_record({date->text}, date->span));
}

Value biography(const Arguments& arguments, FunctionContext& context) {
  const std::string text = cell_of(arguments, "text");
  const AuthorOptions options = options_of(arguments);
  if (text.empty()) return {};
  const std::vector<Author> of_notice = parse_authors(cell_of(arguments, "authors"), options);
  const auto life = parse_biography(text, of_notice);
  context.count("biographies", text_of(arguments, "field"), life.has_value());
  if (!life) return {};
  const Author& author = *only_named_author(of_notice);
  const std::string iri = actor_iri(author, context);
  Record record;
  record.set("iri", iri);
  // The dates behind the name describe the actor already: a second span would contradict them.
  set_event(record, "birth", iri, life->birth_place,
            author.life.birth ? std::nullopt : life->birth);
  set_event(record, "death", iri, life->death_place,
            author.life.death ? std::nullopt : life->death);
  set_text(record, "nationality", life->nationality);
  if (life->is_woman) record.set("gender", "voc/genre/femme");
  set_text(record, "note", life->note);
  return record;
}

}  // namespace

void register_author_functions(FunctionRegistry& registry) {
  const std::string ns(function_ns);
  registry.add(ns + "authors", authors);
  registry.add(ns + "actors", actors);
  registry.add(ns + "biography", biography);
}

}  // namespace prosper::mappings
