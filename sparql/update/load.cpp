// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "sparql/remote.hpp"
#include "sparql/request/limits.hpp"
#include "sparql/update/operations.hpp"
#include "store/rdf/io/parser.hpp"

namespace prosper::sparql::update {

namespace {

using Reason = RemoteError::Reason;

/// The triples of a document for one graph, all of them before the first goes to the store. Blank
/// nodes become others than any the store has.
class LoadedTriples final : public rdf::QuadSink {
 public:
  LoadedTriples(const algebra::Load& operation, const RequestOptions& options)
      : limits_(options), held_(limits_) {
    if (operation.into) graph_ = *operation.into;
  }

  void quad(const rdf::Quad& quad) override {
    limits_.check();
    if (quad.graph)
      throw RemoteError(Reason::Failed, "the document names graphs; LOAD takes one graph");
    held_.add_one();
    quads_.push_back({fresh(quad.subject), quad.predicate, fresh(quad.object), graph_});
  }

  const std::vector<rdf::Quad>& quads() const { return quads_; }

 private:
  rdf::Term fresh(const rdf::Term& term) {
    const auto* blank = std::get_if<rdf::BlankNode>(&term);
    return blank == nullptr ? term : rdf::Term(blank_nodes_.node(blank->label));
  }

  request::Limits limits_;
  request::Held held_;
  forms::FreshBlankNodes blank_nodes_;
  std::optional<rdf::Term> graph_;
  std::vector<rdf::Quad> quads_;
};

/// What the media type says; where it says nothing of use, the name of the document.
rdf::RdfFormat format_of(const Document& document) {
  std::optional<rdf::RdfFormat> format = rdf::format_of_media_type(document.media_type);
  if (!format) {
    const std::string path = document.iri.substr(0, document.iri.find_first_of("?#"));
    format = rdf::format_of_file_name(path.substr(path.rfind('/') + 1));
  }
  if (!format || *format == rdf::RdfFormat::JsonLd)
    throw RemoteError(Reason::Failed,
                      "the document is " +
                          (document.media_type.empty() ? "of unknown type" : document.media_type) +
                          "; expected Turtle, N-Triples or RDF/XML");
  return *format;
}

void read(const algebra::Load& operation, const RequestOptions& options, LoadedTriples& triples) {
  const std::string name = "LOAD <" + operation.document.value + ">: ";
  if (options.documents == nullptr)
    throw RemoteError(Reason::Refused, name +
                                           "refused by configuration; --allow-load names the "
                                           "documents that may be fetched");
  const Document document = options.documents->fetch(
      operation.document.value, {options.deadline, options.cancelled, options.call_depth});
  try {
    rdf::ParseOptions parse;
    parse.base_iri = document.iri;
    parse.source_name = document.iri;
    rdf::parse_rdf(document.text, format_of(document), parse, triples);
  } catch (const rdf::SyntaxError& error) {
    throw RemoteError(Reason::Failed, name + error.what());
  } catch (const RemoteError& error) {
    throw RemoteError(error.reason(), name + error.what());
  }
}

}  // namespace

/// §3.1.4.
void load(const algebra::Load& operation, RequestState& state) {
  LoadedTriples triples(operation, state.options);
  try {
    read(operation, state.options, triples);
  } catch (const RemoteError&) {
    if (!operation.silent) throw;
    return;
  }
  request::Limits limits(state.options);
  for (const rdf::Quad& quad : triples.quads()) {
    limits.check();
    state.insert(quad);
  }
}

}  // namespace prosper::sparql::update
