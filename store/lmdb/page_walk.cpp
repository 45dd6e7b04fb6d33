// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/page_walk.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "store/lmdb/page_file.hpp"
#include "store/lmdb/page_layout.hpp"

namespace prosper::lmdb {
namespace {

constexpr std::uint16_t duplicates_flags = 0x04 | 0x10;  // MDB_DUPSORT | MDB_DUPFIXED

enum class TreeKind : std::uint8_t { FreeList, Main, Table, Values };

/// One tree under way: what it is called, what was found, the last key for the order check.
struct Tree {
  std::string name;
  TreeKind kind = TreeKind::Table;
  TreeRecord record;
  std::optional<std::uint16_t> duplicate_size;
  TreeRecord found;
  std::optional<std::string> last_key;
};

class Walk {
 public:
  Walk(const std::filesystem::path& data_file, const FileMeta& meta, WalkScope scope)
      : file_(data_file),
        meta_(meta),
        scope_(scope),
        file_pages_(file_.size() / meta.page_size),
        used_(file_pages_, false) {}

  PageReport run() {
    Tree main;
    main.name = "the list of tables";
    main.kind = TreeKind::Main;
    main.record = meta_.main;
    walk_tree(main);
    if (scope_ == WalkScope::Everything) {
      Tree free_list;
      free_list.name = "the free list";
      free_list.kind = TreeKind::FreeList;
      free_list.record = meta_.free_list;
      walk_tree(free_list);
      check_free_pages();
      report_.free_pages = free_pages_.size();
    }
    return std::move(report_);
  }

 private:
  void check_free_pages() {
    std::sort(free_pages_.begin(), free_pages_.end());
    for (std::size_t i = 0; i < free_pages_.size(); ++i) {
      const std::uint64_t page = free_pages_[i];
      const std::string name = "page " + std::to_string(page);
      if (page < file_pages_ && used_[page]) report(name + " is both in use and free");
      if (i > 0 && free_pages_[i - 1] == page) report(name + " is free twice");
    }
  }

  void report(const std::string& problem) {
    if (report_.problems.size() < PageReport::max_problems) report_.problems.push_back(problem);
  }

  void report(const Tree& tree, std::uint64_t page, const std::string& problem) {
    report(tree.name + ": page " + std::to_string(page) + " " + problem);
  }

  bool is_hopeless() const { return report_.problems.size() >= PageReport::max_problems; }

  /// Marks pages as used; false with a report when they are outside the file or used already.
  bool claim(const Tree& tree, std::uint64_t first, std::uint64_t count) {
    if (first < 2 || count > file_pages_ || first > file_pages_ - count ||
        first + count > meta_.pages) {
      report(tree, first, "lies outside the file");
      return false;
    }
    for (std::uint64_t page = first; page < first + count; ++page) {
      if (used_[page]) {
        report(tree, page, "is used twice");
        return false;
      }
      used_[page] = true;
    }
    return true;
  }

  void walk_tree(Tree& tree) {
    if (tree.record.root == TreeRecord::no_root) {
      if (tree.record.entries != 0) report(tree.name + " has entries but no root");
      return;
    }
    if (tree.record.depth == 0 || tree.record.depth > max_depth) {
      report(tree.name + " has a depth of " + std::to_string(tree.record.depth));
      return;
    }
    const std::size_t before = report_.problems.size();
    walk_page(tree, tree.record.root, 1);
    if (report_.problems.size() != before) return;
    const bool counts_agree = tree.found.branch_pages == tree.record.branch_pages &&
                              tree.found.leaf_pages == tree.record.leaf_pages &&
                              tree.found.overflow_pages == tree.record.overflow_pages &&
                              tree.found.entries == tree.record.entries;
    if (!counts_agree) report(tree.name + " does not have the pages or entries its record claims");
  }

  void walk_page(Tree& tree, std::uint64_t number, std::size_t level) {
    if (is_hopeless() || !claim(tree, number, 1)) return;
    std::vector<unsigned char> bytes(meta_.page_size);
    if (!file_.read(number * meta_.page_size, bytes)) return report(tree, number, "is cut off");
    const std::string_view page(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const PageHeader header = load_page_header(page);
    const bool is_leaf = level == tree.record.depth;
    if (const auto problem = header_problem(header, number, page.size(), is_leaf)) {
      return report(tree, number, *problem);
    }
    const bool is_fixed = (header.flags & page_flag::fixed_leaf) != 0;
    if (is_leaf && is_fixed != (tree.kind == TreeKind::Values)) {
      return report(tree, number, "is a leaf of the wrong kind");
    }
    if (!is_leaf) return walk_branch(tree, page, header, level);
    ++tree.found.leaf_pages;
    if (is_fixed) return walk_values(tree, page, header, number);
    for (std::size_t i = 0; i < header.count(); ++i) {
      std::optional<std::string> problem;
      const Node node = load_node(page, header, i, problem);
      if (!problem) problem = note_key(tree, node.key);
      if (problem) return report(tree, number, *problem);
      walk_leaf_node(tree, node, number);
    }
  }

  void walk_branch(Tree& tree, std::string_view page, const PageHeader& header, std::size_t level) {
    ++tree.found.branch_pages;
    for (std::size_t i = 0; i < header.count(); ++i) {
      std::optional<std::string> problem;
      const Node node = load_node(page, header, i, problem);
      // The first key of a branch page stands for "less than all": it has no meaning.
      if (!problem && i > 0) problem = note_separator(tree, node.key);
      if (problem) return report(tree, header.number, *problem);
      walk_page(tree, node.page, level + 1);
    }
  }

  void walk_values(Tree& tree, std::string_view page, const PageHeader& header,
                   std::uint64_t number) {
    std::optional<std::string> problem;
    if (header.value_size != tree.record.value_size) problem = "has values of the wrong length";
    const auto values =
        problem ? std::vector<std::string_view>{} : load_fixed_values(page, header, problem);
    if (problem) return report(tree, number, *problem);
    problem = note_key(tree, values.front());
    if (problem) return report(tree, number, *problem);
    tree.last_key = std::string(values.back());
    tree.found.entries += values.size();
  }

  /// Keys ascend strictly over the whole tree. The free list's are numbers in machine order.
  static bool less(const Tree& tree, std::string_view left, std::string_view right) {
    if (tree.kind != TreeKind::FreeList || left.size() != 8 || right.size() != 8) {
      return left < right;
    }
    const auto number = [](std::string_view key) {
      return load<std::uint64_t>(reinterpret_cast<const unsigned char*>(key.data()));
    };
    return number(left) < number(right);
  }

  static std::optional<std::string> note_key(Tree& tree, std::string_view key) {
    if (tree.kind == TreeKind::FreeList && key.size() != 8) return "has a key of wrong length";
    if (tree.last_key && !less(tree, *tree.last_key, key)) {
      return "has keys out of order";
    }
    tree.last_key = std::string(key);
    return std::nullopt;
  }

  static std::optional<std::string> note_separator(Tree& tree, std::string_view key) {
    if (tree.last_key && !less(tree, *tree.last_key, key)) {
      return "separates its pages by a wrong key";
    }
    return std::nullopt;
  }

  void walk_leaf_node(Tree& tree, const Node& node, std::uint64_t page) {
    const bool has_duplicates = tree.record.flags == duplicates_flags;
    switch (node.content) {
      case Node::Content::Inline:
        ++tree.found.entries;
        if (has_duplicates) check_duplicate_size(tree, node.inline_value.size(), page);
        if (tree.kind == TreeKind::Main) report(tree, page, "lists something that is no table");
        if (tree.kind == TreeKind::FreeList) note_free_pages(tree, node.inline_value, page);
        return;
      case Node::Content::Overflow:
        ++tree.found.entries;
        if (has_duplicates) return report(tree, page, "has a value too long for its table");
        return walk_overflow(tree, node);
      case Node::Content::Table:
        ++tree.found.entries;
        if (tree.kind != TreeKind::Main) return report(tree, page, "has a table inside a table");
        return walk_table(tree, node);
      case Node::Content::SubPage:
      case Node::Content::SubTree:
        if (!has_duplicates) return report(tree, page, "has several values of one key");
        if (node.content == Node::Content::SubTree) return walk_sub_tree(tree, node, page);
        return walk_sub_page(tree, node, page);
    }
  }

  void check_duplicate_size(Tree& tree, std::size_t size, std::uint64_t page) {
    if (!tree.duplicate_size) tree.duplicate_size = static_cast<std::uint16_t>(size);
    if (*tree.duplicate_size != size) report(tree, page, "has values of different lengths");
  }

  void walk_overflow(Tree& tree, const Node& node) {
    const std::uint64_t needed =
        (page_header_bytes + node.value_size + meta_.page_size - 1) / meta_.page_size;
    std::vector<unsigned char> bytes(page_header_bytes);
    if (node.page >= file_pages_ || !file_.read(node.page * meta_.page_size, bytes)) {
      return report(tree, node.page, "lies outside the file");
    }
    const PageHeader header =
        load_page_header({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    // A shorter value written over a longer one keeps all its pages.
    if (header.number != node.page || header.flags != page_flag::overflow ||
        header.overflow_pages < needed) {
      return report(tree, node.page, "is not the overflow page its entry claims");
    }
    if (!claim(tree, node.page, header.overflow_pages)) return;
    tree.found.overflow_pages += header.overflow_pages;
    if (tree.kind != TreeKind::FreeList) return;
    bytes.resize(node.value_size);
    if (file_.read(node.page * meta_.page_size + page_header_bytes, bytes)) {
      note_free_pages(tree, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}, node.page);
    }
  }

  void walk_table(const Tree& main, const Node& node) {
    Tree table;
    table.name = "table " + std::string(node.key);
    table.record =
        load_tree_record(reinterpret_cast<const unsigned char*>(node.inline_value.data()));
    if (table.record.flags != 0 && table.record.flags != duplicates_flags) {
      return report(main.name + ": " + table.name + " has unknown flags");
    }
    const bool is_empty = table.record.root == TreeRecord::no_root;
    if (!is_empty && table.record.root >= file_pages_) {
      return report(main.name + ": " + table.name + " has its root outside the file");
    }
    if (scope_ == WalkScope::Catalogue && node.key != settings_table) return;
    const std::uint64_t before = pages_walked_;
    walk_tree(table);
    pages_walked_ += table.found.branch_pages + table.found.leaf_pages + table.found.overflow_pages;
    report_.tables.push_back({std::string(node.key), pages_walked_ - before});
  }

  void walk_sub_page(Tree& tree, const Node& node, std::uint64_t page) {
    if (node.inline_value.size() < page_header_bytes) {
      return report(tree, page, "has a list of values without a header");
    }
    const PageHeader header = load_page_header(node.inline_value);
    const std::uint16_t kind = page_flag::leaf | page_flag::fixed_leaf | page_flag::sub_page;
    std::optional<std::string> problem;
    if ((header.flags & ~page_flag::dirty) != kind || header.lower % 2 != 0 ||
        header.lower <= page_header_bytes) {
      return report(tree, page, "has a list of values of unknown kind");
    }
    const auto values = load_fixed_values(node.inline_value, header, problem);
    if (problem) return report(tree, page, *problem);
    check_duplicate_size(tree, header.value_size, page);
    tree.found.entries += values.size();
  }

  void walk_sub_tree(Tree& tree, const Node& node, std::uint64_t page) {
    Tree values;
    values.name = tree.name + " (values of one key)";
    values.kind = TreeKind::Values;
    values.record =
        load_tree_record(reinterpret_cast<const unsigned char*>(node.inline_value.data()));
    check_duplicate_size(tree, values.record.value_size, page);
    walk_tree(values);
    tree.found.entries += values.found.entries;
    pages_walked_ += values.found.branch_pages + values.found.leaf_pages;
  }

  /// A list of page numbers behind its length.
  void note_free_pages(const Tree& tree, std::string_view list, std::uint64_t page) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(list.data());
    const std::uint64_t count = list.size() < 8 ? 0 : load<std::uint64_t>(bytes);
    if (list.size() < 8 || count > list.size() / 8 - 1) {
      return report(tree, page, "has a list longer than its entry");
    }
    for (std::uint64_t i = 1; i <= count; ++i) {
      const auto number = load<std::uint64_t>(bytes + 8 * i);
      if (number < 2 || number >= meta_.pages) {
        return report(tree, page, "lists a page outside the file");
      }
      free_pages_.push_back(number);
    }
  }

  PageFile file_;
  FileMeta meta_;
  WalkScope scope_;
  std::uint64_t file_pages_;
  std::vector<bool> used_;
  std::vector<std::uint64_t> free_pages_;
  std::uint64_t pages_walked_ = 0;
  PageReport report_;
};

}  // namespace

PageReport walk_pages(const std::filesystem::path& data_file, const FileMeta& meta,
                      WalkScope scope) {
  return Walk(data_file, meta, scope).run();
}

}  // namespace prosper::lmdb
