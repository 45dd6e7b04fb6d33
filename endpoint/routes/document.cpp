// SPDX-License-Identifier: Apache-2.0
#include "endpoint/routes/document.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "endpoint/http/form.hpp"
#include "endpoint/http/response.hpp"
#include "endpoint/routes/quads.hpp"
#include "vocabularies/terms/dcterms.hpp"

namespace prosper::endpoint {
namespace {

/// More than any notice; a whole thesaurus is not a document.
constexpr std::size_t maximum_quads = 50'000;

/// The path as written, and with every segment decoded and encoded anew where that differs:
/// browsers and people escape differently than the mapping does.
std::vector<std::string> spellings(std::string_view path) {
  std::vector<std::string> candidates{std::string(path)};
  std::string normal;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    normal += encode_query_value(decode_percent(path.substr(start, end - start), false));
    if (end < path.size()) normal += '/';
    start = end + 1;
  }
  if (normal != path) candidates.push_back(std::move(normal));
  return candidates;
}

bool is_known_node(const store::QuadSource& source, const std::string& iri) {
  const auto id = source.find(rdf::Iri{iri});
  if (!id) return false;
  store::QuadBatch batch;
  return source.scan({*id, {}, {}, store::GraphScope::all()})->next(batch) ||
         source.scan({{}, {}, *id, store::GraphScope::all()})->next(batch);
}

std::optional<Document> find_notice(const store::Snapshot& snapshot, const std::string& base,
                                    const std::string& key) {
  const std::string iri = base + "doc/" + key;
  const auto graph = find_graph(snapshot, iri);
  if (!graph) {
    if (snapshot.import_state(key))
      throw HttpError(410, "notice-removed", "The notice " + key + " has been removed.");
    return std::nullopt;
  }
  Document document{Document::Kind::Notice, key, iri, base + "id/" + key, {}};
  document.quads =
      read_quads(snapshot, {{}, {}, {}, store::GraphScope::one(*graph)}, maximum_quads);
  return document;
}

std::optional<Document> find_node(const store::Snapshot& snapshot, const std::string& base,
                                  const std::string& key) {
  // One address a document: /doc/actor/x, not also /doc/id/actor/x.
  if (key.starts_with("id/")) return std::nullopt;
  for (const std::string& topic : {base + "id/" + key, base + key}) {
    if (!is_known_node(snapshot, topic)) continue;
    Document document{Document::Kind::Node, key, base + "doc/" + key, topic, {}};
    const auto id = snapshot.find(rdf::Iri{topic});
    document.quads = read_quads(snapshot, {*id, {}, {}, store::GraphScope::all()}, maximum_quads);
    return document;
  }
  return std::nullopt;
}

}  // namespace

std::optional<store::TermId> find_graph(const store::QuadSource& source, const std::string& iri) {
  const auto id = source.find(rdf::Iri{iri});
  if (!id || !has_quads(source, store::GraphScope::one(*id))) return std::nullopt;
  return id;
}

std::optional<Document> find_document(const store::Snapshot& snapshot,
                                      const std::string& public_base, std::string_view key) {
  for (const std::string& spelling : spellings(key)) {
    if (auto notice = find_notice(snapshot, public_base, spelling)) return notice;
    if (auto node = find_node(snapshot, public_base, spelling)) return node;
  }
  return std::nullopt;
}

std::optional<std::string> find_document_key(const store::Snapshot& snapshot,
                                             const std::string& public_base,
                                             std::string_view path) {
  constexpr std::string_view things = "id/";
  for (const std::string& spelling : spellings(path)) {
    const bool is_thing = spelling.starts_with(things);
    const std::string key = is_thing ? spelling.substr(things.size()) : spelling;
    for (std::string prefix = key; is_thing && prefix.find('/') != std::string::npos;
         prefix.resize(prefix.rfind('/')))
      if (find_graph(snapshot, public_base + "doc/" + prefix) || snapshot.import_state(prefix))
        return prefix;
    if (is_known_node(snapshot, public_base + spelling)) return key;
  }
  return std::nullopt;
}

std::optional<std::string> last_modified(const Document& document) {
  std::string latest;
  for (const rdf::Quad& quad : document.quads) {
    const auto* predicate = std::get_if<rdf::Iri>(&quad.predicate);
    const auto* value = std::get_if<rdf::Literal>(&quad.object);
    if (predicate != nullptr && value != nullptr &&
        predicate->value == vocabularies::dcterms::modified)
      latest = std::max(latest, value->lexical_form);
  }
  std::tm time{};
  if (std::sscanf(latest.c_str(), "%4d-%2d-%2d", &time.tm_year, &time.tm_mon, &time.tm_mday) != 3)
    return std::nullopt;
  time.tm_year -= 1900;
  time.tm_mon -= 1;
  const std::time_t seconds = timegm(&time);
  if (seconds > std::time(nullptr)) return std::nullopt;
  std::array<char, 64> text{};
  gmtime_r(&seconds, &time);
  const std::size_t length =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &time);
  return std::string(text.data(), length);
}

}  // namespace prosper::endpoint
