// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/graph_isomorphism.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace prosper::rdf {
namespace {

using Colour = std::uint64_t;
using Colouring = std::unordered_map<std::string, Colour>;

Colour mix(Colour seed, Colour value) {
  Colour mixed = seed * 0x9E3779B97F4A7C15ULL + value + 0x632BE59BD9B4E019ULL;
  mixed ^= mixed >> 31U;
  mixed *= 0xBF58476D1CE4E5B9ULL;
  return mixed ^ (mixed >> 29U);
}

/// Quads without duplicates, those with blank nodes apart.
struct Dataset {
  std::set<Quad> ground;
  std::vector<Quad> open;
};

bool has_blank(const Quad& quad) {
  return is_blank(quad.subject) || is_blank(quad.object) || (quad.graph && is_blank(*quad.graph));
}

Dataset make_dataset(const std::vector<Quad>& quads) {
  Dataset dataset;
  std::set<Quad> open;
  for (const Quad& quad : quads) (has_blank(quad) ? open : dataset.ground).insert(quad);
  dataset.open.assign(open.begin(), open.end());
  return dataset;
}

Colour colour_of(const Term& term, const Colouring& colours, const std::string& own) {
  const auto* node = std::get_if<BlankNode>(&term);
  if (node == nullptr) return hash_value(term);
  constexpr Colour own_mark = 0x5E1F;
  return node->label == own ? own_mark : mix(1, colours.at(node->label));
}

Colour colour_of(const Quad& quad, const Colouring& colours, const std::string& own) {
  Colour colour = colour_of(quad.subject, colours, own);
  colour = mix(colour, colour_of(quad.predicate, colours, own));
  colour = mix(colour, colour_of(quad.object, colours, own));
  return quad.graph ? mix(colour, colour_of(*quad.graph, colours, own)) : mix(colour, 0);
}

template <class Visit>
void for_each_label(const Quad& quad, const Visit& visit) {
  std::set<std::string> labels;
  const auto note = [&labels](const Term& term) {
    if (const auto* node = std::get_if<BlankNode>(&term)) labels.insert(node->label);
  };
  note(quad.subject);
  note(quad.object);
  if (quad.graph) note(*quad.graph);
  for (const std::string& label : labels) visit(label);
}

Colouring initial_colouring(const std::vector<Quad>& quads) {
  Colouring colours;
  for (const Quad& quad : quads) {
    for_each_label(quad, [&colours](const std::string& label) { colours[label] = 0; });
  }
  return colours;
}

std::size_t count_colours(const Colouring& colours) {
  std::set<Colour> distinct;
  for (const auto& [label, colour] : colours) distinct.insert(colour);
  return distinct.size();
}

/// Colours every node by the quads it stands in until that tells no more nodes apart.
void refine(const std::vector<Quad>& quads, Colouring& colours) {
  std::size_t distinct = count_colours(colours);
  while (true) {
    Colouring sums;
    for (const Quad& quad : quads) {
      for_each_label(quad, [&](const std::string& label) {
        // A sum: the order of the quads must not matter.
        sums[label] += mix(2, colour_of(quad, colours, label));
      });
    }
    for (auto& [label, colour] : colours) colour = mix(mix(3, colour), sums[label]);
    const std::size_t refined = count_colours(colours);
    if (refined == distinct) return;
    distinct = refined;
  }
}

using Classes = std::map<Colour, std::vector<std::string>>;

Classes classes_of(const Colouring& colours) {
  Classes classes;
  for (const auto& [label, colour] : colours) classes[colour].push_back(label);
  for (auto& [colour, labels] : classes) std::sort(labels.begin(), labels.end());
  return classes;
}

class Matcher {
 public:
  Matcher(const std::vector<Quad>& left, const std::vector<Quad>& right)
      : left_(left), right_(right), right_set_(right.begin(), right.end()) {}

  bool match() {
    Colouring left = initial_colouring(left_);
    Colouring right = initial_colouring(right_);
    return left.size() == right.size() && match(std::move(left), std::move(right));
  }

 private:
  /// Refines; if some nodes still look alike, tries each pairing of one of them.
  bool match(Colouring left, Colouring right) {
    refine(left_, left);
    refine(right_, right);
    const Classes left_classes = classes_of(left);
    const Classes right_classes = classes_of(right);
    const std::vector<std::string>* smallest = nullptr;
    const std::vector<std::string>* candidates = nullptr;
    if (left_classes.size() != right_classes.size()) return false;
    auto other = right_classes.begin();
    for (const auto& [colour, labels] : left_classes) {
      if (other->first != colour || other->second.size() != labels.size()) return false;
      if (labels.size() > 1 && (smallest == nullptr || labels.size() < smallest->size())) {
        smallest = &labels;
        candidates = &other->second;
      }
      ++other;
    }
    if (smallest == nullptr) return is_mapping(left_classes, right_classes);
    const Colour picked = mix(4, ++picks_);
    left[smallest->front()] = picked;
    return std::any_of(candidates->begin(), candidates->end(), [&](const std::string& candidate) {
      Colouring tried = right;
      tried[candidate] = picked;
      return match(left, std::move(tried));
    });
  }

  bool is_mapping(const Classes& left, const Classes& right) const {
    std::unordered_map<std::string, std::string> names;
    auto other = right.begin();
    for (const auto& [colour, labels] : left) names[labels.front()] = (other++)->second.front();
    const auto rename = [&names](Term& term) {
      if (auto* node = std::get_if<BlankNode>(&term)) node->label = names.at(node->label);
    };
    return std::all_of(left_.begin(), left_.end(), [&](Quad quad) {
      rename(quad.subject);
      rename(quad.object);
      if (quad.graph) rename(*quad.graph);
      return right_set_.contains(quad);
    });
  }

  const std::vector<Quad>& left_;
  const std::vector<Quad>& right_;
  std::set<Quad> right_set_;
  Colour picks_ = 0;
};

}  // namespace

bool are_isomorphic(const std::vector<Quad>& left, const std::vector<Quad>& right) {
  const Dataset first = make_dataset(left);
  const Dataset second = make_dataset(right);
  return first.ground == second.ground && first.open.size() == second.open.size() &&
         Matcher(first.open, second.open).match();
}

}  // namespace prosper::rdf
