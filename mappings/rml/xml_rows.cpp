// SPDX-License-Identifier: Apache-2.0
#include "mappings/rml/xml_rows.hpp"

#include <deque>
#include <pugixml.hpp>
#include <stdexcept>

namespace prosper::mappings::rml {
namespace {

pugi::xpath_query compile(std::string_view path) {
  try {
    return pugi::xpath_query(std::string(path).c_str());
  } catch (const pugi::xpath_exception& error) {
    throw std::invalid_argument("\"" + std::string(path) + "\" is no XPath: " + error.what());
  }
}

std::string string_value(const pugi::xpath_node& node) {
  if (node.attribute()) return node.attribute().value();
  static const pugi::xpath_query whole("string(.)");
  return whole.evaluate_string(node);
}

class XmlIteration final : public Iteration {
 public:
  explicit XmlIteration(pugi::xpath_node node) : node_(node) {}

  const Value* find(std::string_view reference) const override {
    std::vector<Text> found;
    texts(reference, found);
    if (found.empty()) return nullptr;
    List list;
    for (Text& text : found) list.emplace_back(std::move(text.text));
    values_.push_back(list.size() == 1 ? list.front() : Value(std::move(list)));
    return &values_.back();
  }

  void texts(std::string_view reference, std::vector<Text>& out) const override {
    const pugi::xpath_query query = compile(reference);
    if (query.return_type() != pugi::xpath_type_node_set) {
      out.push_back({query.evaluate_string(node_), {}});
      return;
    }
    for (const pugi::xpath_node& node : query.evaluate_node_set(node_))
      out.push_back({string_value(node), {}});
  }

 private:
  pugi::xpath_node node_;
  mutable std::deque<Value> values_;
};

}  // namespace

struct XmlRows::Content {
  pugi::xml_document document;
  pugi::xpath_node_set nodes;
};

XmlRows::XmlRows(const std::string& text, const std::string& iterator,
                 const std::vector<std::pair<std::string, std::string>>& namespaces)
    : content_(std::make_unique<Content>()) {
  const pugi::xml_parse_result result =
      content_->document.load_buffer(text.data(), text.size(), pugi::parse_full);
  if (!result) {
    throw std::invalid_argument(std::string("not well-formed XML at byte ") +
                                std::to_string(result.offset) + ": " + result.description());
  }
  for (const auto& [prefix, iri] : namespaces) {
    const std::string name = "xmlns:" + prefix;
    const auto declares = [&](const pugi::xml_node& node) {
      return node.attribute(name.c_str()).value() == iri;
    };
    if (!content_->document.find_node(declares))
      throw std::invalid_argument("the document does not declare xmlns:" + prefix + "=\"" + iri +
                                  "\"");
  }
  const pugi::xpath_query query = compile(iterator);
  if (query.return_type() != pugi::xpath_type_node_set)
    throw std::invalid_argument("\"" + iterator + "\" selects no nodes");
  content_->nodes = query.evaluate_node_set(content_->document);
  content_->nodes.sort();
}

XmlRows::~XmlRows() = default;

std::vector<std::unique_ptr<Iteration>> XmlRows::iterations() const {
  std::vector<std::unique_ptr<Iteration>> made;
  for (const pugi::xpath_node& node : content_->nodes)
    made.push_back(std::make_unique<XmlIteration>(node));
  return made;
}

}  // namespace prosper::mappings::rml
