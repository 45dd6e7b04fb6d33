// SPDX-License-Identifier: Apache-2.0
#include "tests/store/program/history.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "store/rdf/quad_sink.hpp"
#include "vocabularies/terms/xsd.hpp"

namespace prosper::tests {
namespace {

constexpr std::uint64_t notice_count = 40;
/// Additive steps write notices of their own.
constexpr std::uint64_t first_addition = 1'000'000;

rdf::Iri named(const std::string& name) {
  return rdf::Iri{"http://example.org/" + name};
}

rdf::Iri graph_of(std::uint64_t notice) {
  return rdf::Iri{std::string(store::default_public_base) + "notice/" + std::to_string(notice)};
}

std::uint64_t scatter(std::uint64_t number) {
  number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  number = (number ^ (number >> 27U)) * 0x94D049BB133111EBULL;
  return number ^ (number >> 31U);
}

/// A notice after a step: some quads stay from version to version, others change.
std::set<rdf::Quad> quads_of_notice(std::uint64_t notice, std::uint64_t step) {
  const rdf::Iri graph = graph_of(notice);
  const rdf::Iri object{graph.value + "#object"};
  std::set<rdf::Quad> quads;
  const auto add = [&](const char* predicate, rdf::Term value) {
    quads.insert({object, named(predicate), std::move(value), graph});
  };
  add("type", named("Object"));
  add("keeper", named("museum/" + std::to_string(notice % 7)));
  add("version", rdf::make_typed_literal(std::to_string(step), vocabularies::xsd::integer));
  add("made", rdf::make_typed_literal(std::to_string(1400 + step % 600) + "-01-01",
                                      vocabularies::xsd::date));
  add("title", rdf::make_language_string("Portrait numéro " + std::to_string(step), "fr"));
  for (std::uint64_t i = scatter(step) % 6; i > 0; --i) {
    add("material", named("material/" + std::to_string(scatter(step + i) % 50)));
    add("note", rdf::make_string("note " + std::to_string(scatter(step + i) % 1000)));
  }
  if (step % 29 == 0) add("text", rdf::make_string(std::string(9000 + step % 5000, 'x')));
  return quads;
}

bool is_additive(std::uint64_t step) {
  return step % 6 == 0;
}

rdf::Iri addition_graph(std::uint64_t step) {
  return graph_of(first_addition + step);
}

std::set<rdf::Quad> quads_of_addition(std::uint64_t step) {
  return quads_of_notice(first_addition + step, step);
}

std::string state_of(std::uint64_t step) {
  return "step " + std::to_string(step);
}

rdf::Quad counter(std::uint64_t steps) {
  return {named("history"), named("steps"),
          rdf::make_typed_literal(std::to_string(steps), vocabularies::xsd::integer), std::nullopt};
}

class QuadSet final : public rdf::QuadSink {
 public:
  void quad(const rdf::Quad& quad) override {
    if (!quads.insert(quad).second) ++repeated;
  }

  std::set<rdf::Quad> quads;
  std::uint64_t repeated = 0;
};

std::string describe(const rdf::Quad& quad) {
  return rdf::to_ntriples(quad.subject) + " " + rdf::to_ntriples(quad.predicate) + " " +
         rdf::to_ntriples(quad.object).substr(0, 100) + " " +
         (quad.graph ? rdf::to_ntriples(*quad.graph) : "");
}

}  // namespace

bool History::is_next_additive() const {
  return is_additive(steps_ + 1);
}

void History::advance(store::BulkLoad& load) {
  ++steps_;
  for (const rdf::Quad& quad : add()) load.feeds()[0]->quad(quad);
  load.set_import_state(addition_graph(steps_).value, state_of(steps_));
}

void History::advance(store::Transaction* transaction) {
  ++steps_;
  if (is_additive(steps_)) {
    const auto quads = add();
    if (transaction == nullptr) return;
    for (const rdf::Quad& quad : quads) transaction->insert(quad);
    return transaction->set_import_state(addition_graph(steps_).value, state_of(steps_));
  }
  const std::uint64_t choice = scatter(steps_);
  const std::uint64_t notice = (choice >> 8U) % notice_count;
  switch (choice % 8) {
    case 0:
      clear(notice, transaction);
      break;
    case 1:
      remove_half(notice, transaction);
      break;
    case 2:  // a larger transaction
      for (std::uint64_t i = 0; i < notice_count; i += 3) replace(i, transaction);
      break;
    default:
      replace(notice, transaction);
  }
  count(transaction);
}

void History::advance_to(std::uint64_t steps) {
  while (steps_ < steps) advance(nullptr);
}

std::set<rdf::Quad> History::quads_of(std::uint64_t notice, const Version& version) {
  auto quads = quads_of_notice(notice, version.step);
  for (unsigned i = 0; i < version.halvings; ++i) {
    bool goes = false;
    std::erase_if(quads, [&](const rdf::Quad&) { return std::exchange(goes, !goes); });
  }
  return quads;
}

void History::replace(std::uint64_t notice, store::Transaction* transaction) {
  const Version version{steps_, 0};
  notices_[notice] = version;
  if (transaction == nullptr) return;
  std::vector<rdf::Triple> triples;
  for (const rdf::Quad& quad : quads_of(notice, version)) triples.push_back(rdf::triple_of(quad));
  transaction->replace_graph(graph_of(notice), triples);
  transaction->set_import_state(graph_of(notice).value, state_of(steps_));
}

void History::remove_half(std::uint64_t notice, store::Transaction* transaction) {
  const auto found = notices_.find(notice);
  if (found == notices_.end()) return;
  const Version before = found->second;
  // One quad always stays: what is there shows in the store.
  if (before.halvings >= 3) return;
  ++found->second.halvings;
  if (transaction == nullptr) return;
  const auto after = quads_of(notice, found->second);
  for (const rdf::Quad& quad : quads_of(notice, before)) {
    if (!after.contains(quad)) transaction->remove(quad);
  }
}

/// The quads that an additive step adds, its counter among them.
std::set<rdf::Quad> History::add() {
  additions_.push_back(steps_);
  auto quads = quads_of_addition(steps_);
  quads.insert(counter(steps_));
  return quads;
}

void History::forget_additions(store::Transaction* transaction) {
  constexpr std::size_t most = 8;
  for (; additions_.size() > most; additions_.pop_front()) {
    if (transaction == nullptr) continue;
    const auto graph = transaction->find(addition_graph(additions_.front()));
    if (graph) transaction->clear(store::GraphScope::one(*graph));
  }
}

void History::clear(std::uint64_t notice, store::Transaction* transaction) {
  forget_additions(transaction);
  if (notices_.erase(notice) == 0 || transaction == nullptr) return;
  const auto graph = transaction->find(graph_of(notice));
  if (graph) transaction->clear(store::GraphScope::one(*graph));
}

void History::count(store::Transaction* transaction) {
  if (transaction == nullptr) return;
  if (steps_ > 1) transaction->remove(counter(steps_ - 1));
  if (steps_ > 2 && is_additive(steps_ - 1)) transaction->remove(counter(steps_ - 2));
  transaction->insert(counter(steps_));
}

std::set<rdf::Quad> History::quads() const {
  std::set<rdf::Quad> all;
  for (const auto& [notice, version] : notices_) all.merge(quads_of(notice, version));
  for (const std::uint64_t step : additions_) all.merge(quads_of_addition(step));
  if (steps_ > 0) all.insert(counter(steps_));
  if (steps_ > 1 && is_additive(steps_)) all.insert(counter(steps_ - 1));
  return all;
}

std::map<std::string, std::string> History::import_states() const {
  std::map<std::string, std::string> states;
  for (const auto& [notice, version] : notices_) {
    states[graph_of(notice).value] = state_of(version.step);
  }
  for (const std::uint64_t step : additions_) {
    states[addition_graph(step).value] = state_of(step);
  }
  return states;
}

std::optional<std::uint64_t> steps_of(const store::QuadSource& source) {
  const rdf::Quad any = counter(0);
  store::QuadPattern pattern;
  pattern.subject = source.find(any.subject);
  pattern.predicate = source.find(any.predicate);
  if (!pattern.subject || !pattern.predicate) return 0;
  const auto cursor = source.scan(pattern);
  store::QuadBatch batch;
  std::optional<std::uint64_t> steps;
  std::size_t counters = 0;
  while (cursor->next(batch)) {
    for (const store::TermId id : batch.object) {
      const rdf::Term value = source.term(id);
      const auto* literal = std::get_if<rdf::Literal>(&value);
      std::uint64_t number = 0;
      if (literal == nullptr) return std::nullopt;
      const std::string& text = literal->lexical_form;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
      steps = std::max(steps.value_or(0), number);
      ++counters;
    }
  }
  // An additive step leaves the counter before it.
  if (counters == 0) return 0;
  const bool may_be_two = steps > 1 && is_additive(*steps);
  return counters == (may_be_two ? 2U : 1U) ? steps : std::nullopt;
}

std::vector<std::string> compare(const store::Snapshot& snapshot, History& history) {
  const auto steps = steps_of(snapshot);
  if (!steps) return {"the counter is not there exactly once"};
  if (*steps < history.steps()) {
    return {std::to_string(*steps) + " steps after " + std::to_string(history.steps())};
  }
  history.advance_to(*steps);
  std::vector<std::string> problems;
  QuadSet found;
  store::dump(snapshot, found);
  if (found.repeated > 0) problems.push_back(std::to_string(found.repeated) + " quads came twice");
  const auto expected = history.quads();
  for (const rdf::Quad& quad : expected) {
    if (!found.quads.contains(quad)) problems.push_back("missing: " + describe(quad));
  }
  for (const rdf::Quad& quad : found.quads) {
    if (!expected.contains(quad)) problems.push_back("not to be there: " + describe(quad));
  }
  if (snapshot.quad_count() != expected.size()) problems.push_back("the number of quads is wrong");
  const auto states = history.import_states();
  std::set<std::string> keys;
  for (const auto& [key, state] : states) keys.insert(key);
  for (std::uint64_t notice = 0; notice < notice_count; ++notice) {
    keys.insert(graph_of(notice).value);
  }
  for (const std::string& key : keys) {
    const auto wanted = states.find(key);
    const auto state = snapshot.import_state(key);
    const bool is_right = wanted == states.end() ? !state : state == wanted->second;
    if (!is_right) problems.push_back("import state of " + key + ": " + state.value_or("none"));
  }
  return problems;
}

std::vector<std::string> verify(store::Store& store, std::uint64_t& steps) {
  History history;
  std::vector<std::string> problems = store.check().problems;
  if (problems.empty()) problems = compare(*store.snapshot(), history);
  steps = history.steps();
  return problems;
}

}  // namespace prosper::tests
