// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/quad_source.hpp"
#include "store/rdf/quad.hpp"
#include "store/store.hpp"

namespace prosper::endpoint {

/// A page of linked data: a notice (the content of its graph) or a shared node (what all graphs say
/// with it as subject).
struct Document {
  enum class Kind { Notice, Node };
  Kind kind = Kind::Notice;
  /// The path after doc/.
  std::string key;
  /// {B}doc/{key}
  std::string iri;
  /// What it describes: {B}id/… or {B}voc/….
  std::string topic;
  std::vector<rdf::Quad> quads;
};

/// The document of a key, as it stands in the request path or with its escapes in normal form;
/// nothing when the store knows neither the graph nor the node. Throws HttpError 410 for a notice
/// that was ingested once and whose graph has been removed.
std::optional<Document> find_document(const store::Snapshot& snapshot,
                                      const std::string& public_base, std::string_view key);

/// The key of the document that describes the resource `path` ("id/joconde/REF/production/1",
/// "voc/domn/dessin", no leading slash): the notice whose graph the longest prefix names, or the
/// node itself.
std::optional<std::string> find_document_key(const store::Snapshot& snapshot,
                                             const std::string& public_base, std::string_view path);

/// The id of a graph that holds quads.
std::optional<store::TermId> find_graph(const store::QuadSource& source, const std::string& iri);

/// dcterms:modified of the document, as an HTTP date.
std::optional<std::string> last_modified(const Document& document);

}  // namespace prosper::endpoint
