// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/page_layout.hpp"

#include "store/lmdb/page_file.hpp"

namespace prosper::lmdb {
namespace {

constexpr std::size_t node_header_bytes = 8;
constexpr std::size_t max_key_bytes = 511;

constexpr std::uint16_t node_overflow = 0x01;
constexpr std::uint16_t node_tree = 0x02;
constexpr std::uint16_t node_duplicates = 0x04;

const unsigned char* at(std::string_view bytes, std::size_t offset) {
  return reinterpret_cast<const unsigned char*>(bytes.data()) + offset;
}

std::optional<Node::Content> content_of(std::uint16_t flags) {
  switch (flags) {
    case 0:
      return Node::Content::Inline;
    case node_overflow:
      return Node::Content::Overflow;
    case node_tree:
      return Node::Content::Table;
    case node_duplicates:
      return Node::Content::SubPage;
    case node_duplicates | node_tree:
      return Node::Content::SubTree;
    default:
      return std::nullopt;
  }
}

}  // namespace

PageHeader load_page_header(std::string_view bytes) {
  PageHeader header;
  header.number = load<std::uint64_t>(at(bytes, 0));
  header.value_size = load<std::uint16_t>(at(bytes, 8));
  header.flags = load<std::uint16_t>(at(bytes, 10));
  header.lower = load<std::uint16_t>(at(bytes, 12));
  header.upper = load<std::uint16_t>(at(bytes, 14));
  header.overflow_pages = load<std::uint32_t>(at(bytes, 12));
  return header;
}

std::optional<std::string> header_problem(const PageHeader& header, std::uint64_t number,
                                          std::size_t page_bytes, bool is_leaf) {
  if (header.number != number) {
    return "carries the number " + std::to_string(header.number);
  }
  const std::uint16_t wanted = is_leaf ? page_flag::leaf : page_flag::branch;
  const std::uint16_t allowed =
      is_leaf ? static_cast<std::uint16_t>(wanted | page_flag::fixed_leaf) : wanted;
  if (header.flags != wanted && header.flags != allowed) {
    return std::string("is not a ") + (is_leaf ? "leaf" : "branch") + " page (flags " +
           std::to_string(header.flags) + ")";
  }
  if (header.lower < page_header_bytes || header.lower % 2 != 0 || header.lower > page_bytes) {
    return "has a wrong number of entries";
  }
  if (header.count() == 0) return "is empty";
  if (header.flags == wanted && (header.upper < header.lower || header.upper > page_bytes)) {
    return "has wrong bounds";
  }
  return std::nullopt;
}

Node load_node(std::string_view page, const PageHeader& header, std::size_t index,
               std::optional<std::string>& problem) {
  Node node;
  const auto offset = load<std::uint16_t>(at(page, page_header_bytes + 2 * index));
  if (offset < header.upper || offset + node_header_bytes > page.size()) {
    problem = "has an entry outside its bounds";
    return node;
  }
  const auto low = load<std::uint16_t>(at(page, offset));
  const auto high = load<std::uint16_t>(at(page, offset + 2U));
  const auto flags = load<std::uint16_t>(at(page, offset + 4U));
  const auto key_bytes = load<std::uint16_t>(at(page, offset + 6U));
  const std::size_t value_at = offset + node_header_bytes + key_bytes;
  if (key_bytes > max_key_bytes || value_at > page.size()) {
    problem = "has a key longer than its page";
    return node;
  }
  node.key = page.substr(offset + node_header_bytes, key_bytes);
  const std::uint64_t number = low | (static_cast<std::uint64_t>(high) << 16U);
  if (header.flags == page_flag::branch) {
    node.page = number | (static_cast<std::uint64_t>(flags) << 32U);
    return node;
  }
  const auto content = content_of(flags);
  const bool is_elsewhere = content == Node::Content::Overflow;
  const std::size_t stored = is_elsewhere ? sizeof(std::uint64_t) : number;
  if (!content || value_at + stored > page.size()) {
    problem = "has a value longer than its page or of unknown kind";
    return node;
  }
  node.content = *content;
  node.value_size = number;
  node.inline_value = page.substr(value_at, stored);
  if (is_elsewhere) node.page = load<std::uint64_t>(at(page, value_at));
  const bool is_record =
      node.content == Node::Content::Table || node.content == Node::Content::SubTree;
  if (is_record && number != TreeRecord::bytes) problem = "has a tree record of wrong length";
  return node;
}

std::vector<std::string_view> load_fixed_values(std::string_view page, const PageHeader& header,
                                                std::optional<std::string>& problem) {
  std::vector<std::string_view> values;
  const std::size_t size = header.value_size;
  if (header.lower < page_header_bytes || size == 0 ||
      page_header_bytes + header.count() * size > page.size()) {
    problem = "has values longer than their page";
    return values;
  }
  for (std::size_t i = 0; i < header.count(); ++i) {
    values.push_back(page.substr(page_header_bytes + i * size, size));
    if (i > 0 && !(values[i - 1] < values[i])) {
      problem = "has values out of order";
      return {};
    }
  }
  return values;
}

}  // namespace prosper::lmdb
