// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "endpoint/pages/frame.hpp"
#include "store/rdf/quad.hpp"

namespace prosper::endpoint::pages {

/// A CIDOC-CRM term by its local name: crm("P2_has_type").
std::string crm(std::string_view local_name);

/// The quads of one document by subject and by object, for walking about in a page. Borrows them.
class GraphIndex {
 public:
  explicit GraphIndex(const std::vector<rdf::Quad>& quads);

  /// Objects of a subject's property, each once, in document order.
  std::vector<rdf::Term> objects(const std::string& subject, std::string_view predicate) const;
  /// IRIs among them.
  std::vector<std::string> nodes(const std::string& subject, std::string_view predicate) const;
  /// The first literal among them in the language people prefer.
  std::optional<std::string> text(const std::string& subject, std::string_view predicate,
                                  Language language) const;
  /// IRIs of the subjects that point at `object` with the property.
  std::vector<std::string> subjects(std::string_view predicate, const std::string& object) const;
  /// The properties of a subject, in document order.
  std::vector<std::string> predicates(const std::string& subject) const;

  bool describes(const std::string& subject) const { return by_subject_.contains(subject); }

 private:
  struct Edge {
    std::string predicate;
    const rdf::Term* other;
  };

  std::map<std::string, std::vector<Edge>, std::less<>> by_subject_;
  std::map<std::string, std::vector<Edge>, std::less<>> by_object_;
};

}  // namespace prosper::endpoint::pages
