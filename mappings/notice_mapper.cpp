// SPDX-License-Identifier: Apache-2.0
#include "mappings/notice_mapper.hpp"

#include <algorithm>
#include <utility>

#include "mappings/functions/text.hpp"
#include "mappings/rml/execute.hpp"
#include "store/rdf/assert.hpp"
#include "vocabularies/terms/crm.hpp"
#include "vocabularies/terms/pr.hpp"
#include "vocabularies/terms/rdf.hpp"

namespace prosper::mappings {
namespace {

namespace crm = vocabularies::crm;
namespace pr = vocabularies::pr;

rdf::Iri iri(std::string_view text) {
  return rdf::Iri{std::string(text)};
}

/// Sorts quads into the notice's own graph and the shared ones.
class NoticeGraphs final : public rdf::QuadSink {
 public:
  explicit NoticeGraphs(MappedNotice& notice) : notice_(notice) {}

  void quad(const rdf::Quad& quad) override {
    PROSPER_ASSERT(!rdf::is_blank(quad.subject) && !rdf::is_blank(quad.object));
    if (!quad.graph || *quad.graph == rdf::Term(notice_.graph)) {
      notice_.triples.push_back(rdf::triple_of(quad));
    } else {
      notice_.shared.push_back(quad);
    }
  }

 private:
  MappedNotice& notice_;
};

void keep_verbatim(const std::string& thing, const std::string& name, const Value& value,
                   rdf::QuadSink& sink) {
  const rdf::Iri node{thing + "/field/" + percent_encode(name)};
  sink.quad({iri(thing), iri(crm::p67i_is_referred_to_by), node, std::nullopt});
  sink.quad({node, iri(vocabularies::rdf::type), iri(crm::e33_linguistic_object), std::nullopt});
  sink.quad({node, iri(pr::field), rdf::make_string(name), std::nullopt});
  for (std::string& text : value.texts())
    sink.quad({node, iri(pr::raw_value), rdf::make_string(std::move(text)), std::nullopt});
}

template <typename Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// What documents can reference besides the columns (rml/README.md, References).
void add_program_columns(const Profile& profile, const NoticeKey& key, Record& row) {
  row.set("@key", Value(key.path));
  row.set("@base", Value(profile.layout.base()));
  if (!key.reference.empty()) row.set("@reference", Value(key.reference));
  if (key.is_inventory) row.set("@inventory", Value(std::string("inventory")));
}

}  // namespace

MappedNotice map_notice(const Profile& profile, KeyedNotice notice, FunctionContext& context) {
  MappedNotice mapped;
  mapped.key = notice.key.path;
  mapped.graph = rdf::Iri{context.public_base + "doc/" + notice.key.path};
  mapped.hash = std::move(notice.hash);
  const std::string thing = context.public_base + "id/" + notice.key.path;
  NoticeGraphs sink(mapped);
  for (const auto& [name, value] : notice.cells.fields)
    if (!profile.mapped_columns.contains(name)) keep_verbatim(thing, name, value, sink);
  if (notice.key.is_inventory)
    sink.quad({mapped.graph, iri(pr::key_kind), rdf::make_string("inventory"), std::nullopt});
  Record row = std::move(notice.cells);
  add_program_columns(profile, notice.key, row);
  for (const rml::Document& document : profile.documents)
    rml::execute_notice(document, row, context, sink);
  sort_unique(mapped.triples);
  sort_unique(mapped.shared);
  return mapped;
}

}  // namespace prosper::mappings
