// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/file_check.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "store/lmdb/error.hpp"
#include "store/lmdb/page_file.hpp"

namespace prosper::lmdb {
namespace {

// MDB_meta of LMDB 0.9: a page header of 16 bytes, then these offsets.
constexpr std::size_t meta_bytes = 152;
constexpr std::size_t page_flags_at = 10;
constexpr std::size_t magic_at = 16;
constexpr std::size_t version_at = 20;
constexpr std::size_t free_list_at = 40;
constexpr std::size_t main_at = free_list_at + TreeRecord::bytes;
constexpr std::size_t last_page_at = main_at + TreeRecord::bytes;
constexpr std::size_t transaction_at = last_page_at + 8;

constexpr std::uint32_t expected_magic = 0xBEEFC0DE;
constexpr std::uint32_t expected_version = 1;
constexpr std::uint16_t meta_page_flag = 0x08;
constexpr std::uint16_t integer_keys_flag = 0x08;

/// What is wrong with a meta page, or nothing.
std::optional<std::string> read_meta(const std::vector<unsigned char>& page, FileMeta& meta) {
  const auto magic = load<std::uint32_t>(&page[magic_at]);
  if (magic != expected_magic) return "is not an LMDB file (wrong magic number)";
  const auto version = load<std::uint32_t>(&page[version_at]);
  if (version != expected_version) {
    return "has LMDB data version " + std::to_string(version) + ", expected 1";
  }
  if (load<std::uint16_t>(&page[page_flags_at]) != meta_page_flag) {
    return "has a first page that is not marked as a meta page";
  }
  meta.free_list = load_tree_record(&page[free_list_at]);
  meta.main = load_tree_record(&page[main_at]);
  meta.page_size = meta.free_list.value_size;
  meta.pages = load<std::uint64_t>(&page[last_page_at]) + 1;
  meta.transaction = load<std::uint64_t>(&page[transaction_at]);
  const bool is_power_of_two = (meta.page_size & (meta.page_size - 1)) == 0;
  if (!is_power_of_two || meta.page_size < 4096 || meta.page_size > 65536) {
    return "has a page size of " + std::to_string(meta.page_size);
  }
  if (meta.free_list.flags != integer_keys_flag || meta.main.flags != 0) {
    return "has unknown flags in a meta page";
  }
  return std::nullopt;
}

std::optional<std::string> root_problem(const TreeRecord& tree, const FileMeta& meta,
                                        std::uint64_t file_bytes) {
  if (tree.root == TreeRecord::no_root) return std::nullopt;
  if (tree.root >= meta.pages) return "has a root page outside the pages it claims";
  if ((tree.root + 1) * meta.page_size > file_bytes) return "is cut off before a root page";
  return std::nullopt;
}

std::optional<std::string> examine(const PageFile& file, FileMeta& newest) {
  const std::uint64_t file_bytes = file.size();
  std::vector<unsigned char> page(meta_bytes);
  FileMeta metas[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const std::uint64_t offset = i * metas[0].page_size;
    if (!file.read(offset, page)) {
      return "ends inside its meta pages (" + std::to_string(file_bytes) + " bytes)";
    }
    if (auto problem = read_meta(page, metas[i])) return problem;
  }
  if (metas[0].page_size != metas[1].page_size) return "has two meta pages of different page size";
  newest = metas[metas[0].transaction < metas[1].transaction ? 1 : 0];
  const std::uint64_t whole_pages = file_bytes / newest.page_size;
  if (newest.pages < 2) return "claims to have no pages";
  // LMDB need not write pages that a transaction took and gave back, but never so many.
  constexpr std::uint64_t unwritten_limit = 1ULL << 28U;
  if (newest.pages > whole_pages + unwritten_limit) {
    return "claims " + std::to_string(newest.pages) + " pages but has " +
           std::to_string(whole_pages);
  }
  if (auto problem = root_problem(newest.free_list, newest, file_bytes)) return problem;
  return root_problem(newest.main, newest, file_bytes);
}

}  // namespace

TreeRecord load_tree_record(const unsigned char* bytes) {
  TreeRecord record;
  record.value_size = load<std::uint32_t>(bytes);
  record.flags = load<std::uint16_t>(bytes + 4);
  record.depth = load<std::uint16_t>(bytes + 6);
  record.branch_pages = load<std::uint64_t>(bytes + 8);
  record.leaf_pages = load<std::uint64_t>(bytes + 16);
  record.overflow_pages = load<std::uint64_t>(bytes + 24);
  record.entries = load<std::uint64_t>(bytes + 32);
  record.root = load<std::uint64_t>(bytes + 40);
  return record;
}

FileMeta check_file(const std::filesystem::path& data_file) {
  const PageFile file(data_file);
  // A commit of another process may be half in our view of a meta page: look again before judging.
  constexpr int attempts = 5;
  constexpr std::chrono::milliseconds pause{5};
  FileMeta newest;
  std::optional<std::string> problem;
  for (int i = 0; i < attempts; ++i) {
    problem = examine(file, newest);
    if (!problem) return newest;
    std::this_thread::sleep_for(pause);
  }
  throw Error(Error::Kind::Damaged, data_file.string() + " " + *problem);
}

}  // namespace prosper::lmdb
