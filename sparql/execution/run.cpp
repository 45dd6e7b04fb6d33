// SPDX-License-Identifier: Apache-2.0
#include "sparql/execution/run.hpp"

#include <algorithm>

#include "sparql/execution/batch.hpp"

namespace prosper::sparql::execution {

namespace {

/// The cache is emptied when it is full, so that a long result does not keep every term it met.
constexpr std::size_t maximum_cached_terms = 50'000;
constexpr std::size_t maximum_cached_bytes = std::size_t{16} << 20U;

std::size_t text_bytes(const rdf::Term& term) {
  const auto* literal = std::get_if<rdf::Literal>(&term);
  return literal == nullptr ? 0 : literal->lexical_form.size();
}

}  // namespace

Run::Run(const request::Question& question, const store::QuadSource& source,
         const RequestOptions& options)
    : source_(source),
      dataset_(question.dataset),
      graphs_(request::find_graphs(question.dataset, source)),
      limits_(options),
      services_(options, question.base_iri, limits_),
      vocabulary_(source, limits_) {
  functions_.base_iri = question.base_iri;
}

const rdf::Term& Run::term(store::TermId id) {
  if (LocalVocabulary::is_local(id)) return vocabulary_.term(id);
  const auto cached = terms_.find(id);
  if (cached != terms_.end()) return cached->second;
  make_room(1);
  return keep(id, source_.term(id));
}

void Run::make_room(std::size_t terms) {
  if (terms_.size() + terms <= maximum_cached_terms && cached_bytes_ <= maximum_cached_bytes)
    return;
  terms_.clear();
  cached_bytes_ = 0;
}

const rdf::Term& Run::keep(store::TermId id, rdf::Term&& term) {
  cached_bytes_ += text_bytes(term);
  return terms_.emplace(id, std::move(term)).first->second;
}

void Run::fetch(std::span<const store::TermId> ids) {
  make_room(ids.size());
  std::vector<store::TermId> missing;
  for (const store::TermId id : ids)
    if (id != unbound && !LocalVocabulary::is_local(id) && !terms_.contains(id))
      missing.push_back(id);
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  std::vector<rdf::Term> terms = source_.terms(missing);
  for (std::size_t index = 0; index < missing.size(); ++index)
    keep(missing[index], std::move(terms[index]));
}

std::vector<store::TermId> Run::named_graphs() {
  if (graphs_.named_graphs) return *graphs_.named_graphs;
  constexpr std::size_t graphs_at_once = 4096;
  std::vector<store::TermId> names = source_.graphs(store::default_graph, graphs_at_once);
  for (std::size_t known = 0; known != names.size();) {
    limits_.check_batch();
    known = names.size();
    const std::vector<store::TermId> more =
        names.empty() ? names : source_.graphs(names.back(), graphs_at_once);
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

reference::Evaluation& Run::reference() {
  if (!reference_)
    reference_ =
        std::make_unique<reference::Evaluation>(source_, dataset_, limits_, functions_, services_);
  return *reference_;
}

}  // namespace prosper::sparql::execution
