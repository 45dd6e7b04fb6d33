// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/lmdb/file_check.hpp"

namespace prosper::lmdb {

/// The page format of LMDB 0.9 (mdb.c, MDB_page and MDB_node) as far as a reader needs it. Every
/// function checks bounds first and says what is wrong instead of reading beyond a page.
namespace page_flag {
inline constexpr std::uint16_t branch = 0x01;
inline constexpr std::uint16_t leaf = 0x02;
inline constexpr std::uint16_t overflow = 0x04;
inline constexpr std::uint16_t dirty = 0x10;
inline constexpr std::uint16_t fixed_leaf = 0x20;  ///< a leaf of values of one length
inline constexpr std::uint16_t sub_page = 0x40;    ///< a page inside a node
}  // namespace page_flag

inline constexpr std::size_t page_header_bytes = 16;
inline constexpr std::size_t max_depth = 32;

struct PageHeader {
  std::uint64_t number = 0;
  std::uint16_t value_size = 0;
  std::uint16_t flags = 0;
  std::uint16_t lower = 0;
  std::uint16_t upper = 0;
  std::uint32_t overflow_pages = 0;

  std::size_t count() const { return (lower - page_header_bytes) / 2U; }
};

struct Node {
  enum class Content : std::uint8_t { Inline, Overflow, Table, SubPage, SubTree };
  Content content = Content::Inline;
  std::string_view key;
  std::string_view inline_value;
  std::uint64_t value_size = 0;
  std::uint64_t page = 0;  ///< child of a branch, or first overflow page
};

/// `bytes` is a page or a sub-page.
PageHeader load_page_header(std::string_view bytes);

/// What is wrong with the header of a branch or leaf page whose number should be `number`.
std::optional<std::string> header_problem(const PageHeader& header, std::uint64_t number,
                                          std::size_t page_bytes, bool is_leaf);

/// Node `index` of a branch or leaf page; a sentence in `problem` when it does not fit the page.
Node load_node(std::string_view page, const PageHeader& header, std::size_t index,
               std::optional<std::string>& problem);

/// The values of a fixed leaf; empty with a sentence in `problem` when they do not fit or do not
/// ascend.
std::vector<std::string_view> load_fixed_values(std::string_view page, const PageHeader& header,
                                                std::optional<std::string>& problem);

}  // namespace prosper::lmdb
