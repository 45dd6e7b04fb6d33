// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/author_records.hpp"

#include <array>

#include "mappings/functions/date_records.hpp"
#include "mappings/functions/text.hpp"
#include "vocabularies/terms/crm.hpp"
#include "vocabularies/thesauri/concept_resolver.hpp"

namespace prosper::mappings {
namespace {

constexpr std::string_view authors_scheme = "T513";
constexpr std::string_view aat = "http://vocab.getty.edu/aat/";

struct DerivedTerms {
  std::string_view path;
  std::string_view label;
  /// Getty AAT concept of such a group, as Linked Art uses it.
  std::string_view type;
};

/// In the order of DerivedGroup.
constexpr auto derived_terms =
    std::to_array<DerivedTerms>({{"", "", ""},
                                 {"/atelier", "atelier", "300404274"},
                                 {"/ecole", "école", "300404284"},
                                 {"/entourage", "entourage", "300404283"},
                                 {"/suiveur", "suiveur", "300404282"}});

const DerivedTerms& terms_of(DerivedGroup derived) {
  return derived_terms[static_cast<std::size_t>(derived)];
}

std::optional<std::string> thesaurus_concept(const Author& author, const FunctionContext& context) {
  if (context.concepts == nullptr || author.kind == ActorKind::Anonymous) return std::nullopt;
  const auto found = context.concepts->resolve(authors_scheme, author.name);
  if (!found) return std::nullopt;
  return found->iri;
}

std::string class_of(ActorKind kind) {
  return std::string(vocabularies::crm::ns) +
         (kind == ActorKind::Person ? "E21_Person" : "E74_Group");
}

std::string_view name_of(ActorKind kind) {
  constexpr auto names = std::to_array<std::string_view>({"person", "group", "anonymous"});
  return names[static_cast<std::size_t>(kind)];
}

/// "anonyme (graveur)": anonymous actors are told apart by their role only.
std::string label_of(const Author& author) {
  if (author.kind != ActorKind::Anonymous) return author.name;
  return author.roles.empty() ? "anonyme" : "anonyme (" + author.roles.front().label + ')';
}

List role_records(const std::vector<Role>& roles) {
  List records;
  for (const Role& role : roles) {
    Record record;
    record.set("slug", role.slug);
    record.set("label", role.label);
    record.set("iri", "voc/role/" + role.slug);
    records.emplace_back(std::move(record));
  }
  return records;
}

List alternative_records(const std::vector<AlternativeName>& names) {
  List records;
  for (const AlternativeName& name : names) {
    Record record;
    record.set("n", std::to_string(records.size() + 1));
    record.set("name", name.name);
    record.set("slug", slug(name.name));
    record.set("kind", slug_of(name.kind));
    record.set("iri", "voc/name/" + std::string(slug_of(name.kind)));
    records.emplace_back(std::move(record));
  }
  return records;
}

void set_list(Record& record, const char* name, List list) {
  if (!list.empty()) record.set(name, std::move(list));
}

void set_life(Record& record, const char* name, const std::optional<LifeDate>& date,
              const std::string& iri) {
  if (!date) return;
  const std::string node(name);
  if (date->year) record.set(node + "Year", std::to_string(*date->year));
  record.set(node, iri + '/' + node);
  record.set(node + "Span", to_record({date->text}, date->span));
}

std::string_view type_of(GroupKind kind) {
  constexpr auto types =
      std::to_array<std::string_view>({"", "voc/groupe/population", "voc/groupe/ecole-nationale",
                                       "voc/groupe/mouvement", "voc/groupe/atelier"});
  return types[static_cast<std::size_t>(kind)];
}

Record named_actor(const Author& author, const FunctionContext& context) {
  const std::string iri = actor_iri(author, context);
  Record record;
  record.set("iri", iri);
  record.set("label", label_of(author));
  record.set("name", author.name);
  record.set("class", class_of(author.kind));
  record.set("kind", name_of(author.kind));
  if (author.kind == ActorKind::Anonymous) {
    record.set("name", "anonyme");
    return record;
  }
  set_list(record, "alt", alternative_records(author.alternatives));
  set_life(record, "birth", author.life.birth, iri);
  set_life(record, "death", author.life.death, iri);
  if (const std::string_view type = type_of(author.group_kind); !type.empty())
    record.set("types", List{type});
  if (const auto concept_iri = thesaurus_concept(author, context)) {
    record.set("concept", *concept_iri);
  } else {
    record.set("authorityStatus", "voc/statut-autorite/non-aligne");
  }
  return record;
}

Record derived_actor(const Author& author, const FunctionContext& context) {
  const DerivedTerms& terms = terms_of(author.derived);
  const std::string master = actor_iri(author, context);
  const std::string iri = master + std::string(terms.path);
  Record record;
  record.set("iri", iri);
  record.set("label", author.name + " (" + std::string(terms.label) + ')');
  record.set("name", author.name + " (" + std::string(terms.label) + ')');
  record.set("class", class_of(ActorKind::Group));
  record.set("kind", "group");
  record.set("groupType", std::string(aat) + std::string(terms.type));
  record.set("influencedBy", master);
  record.set("formation", iri + "/formation");
  return record;
}

void set_relation(Record& record, const Author& author, const std::string& iri) {
  switch (author.relation) {
    case AuthorRelation::CarriedOut:
      record.set("carriedOutBy", iri);
      record.set("relation", "P14");
      break;
    case AuthorRelation::Influence:
      record.set("influencedBy", iri);
      record.set("relation", "P15");
      break;
    case AuthorRelation::FormerAttribution:
      record.set("formerlyAttributedTo", iri);
      record.set("relation", "former");
      break;
    case AuthorRelation::Commission:
      record.set("commissionedBy", iri);
      record.set("relation", "commission");
      break;
  }
}

void set_qualifier(Record& record, const Author& author) {
  const Qualifier* qualifier = leading_qualifier(author);
  if (qualifier == nullptr) return;
  const std::string slug(slug_of(*qualifier));
  record.set("qualifier", slug);
  record.set("qualifierLabel", label_of(*qualifier));
  record.set("qualifierIri", "voc/attribution/" + slug);
}

}  // namespace

std::string actor_iri(const Author& author, const FunctionContext& context) {
  if (const auto found = thesaurus_concept(author, context))
    return "id/actor/" + found->substr(found->rfind('/') + 1);
  return actor_path(author);
}

List to_actor_records(const Author& author, const FunctionContext& context) {
  List records{named_actor(author, context)};
  if (author.derived != DerivedGroup::None) records.emplace_back(derived_actor(author, context));
  return records;
}

Record to_author_record(const Author& author, std::size_t n, const FunctionContext& context) {
  const bool derived = author.derived != DerivedGroup::None;
  const Record actor = derived ? derived_actor(author, context) : named_actor(author, context);
  Record record;
  record.set("n", std::to_string(n));
  record.set("label", author.text);
  for (const char* field : {"name", "iri", "class", "kind"}) record.set(field, *actor.find(field));
  set_relation(record, author, *actor.find("iri")->text());
  set_qualifier(record, author);
  if (author.is_conception) record.set("conception", "voc/production/conception");
  if (author.is_uncertain) record.set("confidence", "uncertain");
  set_list(record, "roles", role_records(author.roles));
  set_list(record, "alt", alternative_records(author.alternatives));
  for (const auto& [name, date] :
       {std::pair{"birthYear", &author.life.birth}, {"deathYear", &author.life.death}})
    if (*date && (*date)->year) record.set(name, std::to_string(*(*date)->year));
  if (derived) record.set("master", named_actor(author, context));
  return record;
}

}  // namespace prosper::mappings
