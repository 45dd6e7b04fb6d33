// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/term_grammar.hpp"

#include <algorithm>
#include <charconv>

#include "mappings/functions/text.hpp"

namespace prosper::mappings {
namespace {

/// Adds the term read so far; a lone "?" marks the one before.
void flush(std::string& word, int depth, std::vector<IndexTerm>& terms) {
  std::string_view label = trim(word);
  bool uncertain = false;
  while (label.ends_with("?")) {
    uncertain = true;
    label = trim(label.substr(0, label.size() - 1));
  }
  if (!label.empty()) {
    terms.push_back({std::string(label), depth, uncertain});
  } else if (uncertain && !terms.empty()) {
    terms.back().uncertain = true;
  }
  word.clear();
}

}  // namespace

std::vector<IndexTerm> parse_index_terms(std::string_view text) {
  std::vector<IndexTerm> terms;
  std::string word;
  int depth = 0;
  int colons = 0;
  for (const char c : text) {
    switch (c) {
      case '(':
        flush(word, depth + colons, terms);
        ++depth;
        break;
      case ')':
        flush(word, depth + colons, terms);
        depth = std::max(0, depth - 1);
        colons = 0;
        break;
      case ':':
        flush(word, depth + colons, terms);
        ++colons;
        break;
      case ',':
      case ';':
      case '#':
      case '\n':
        flush(word, depth + colons, terms);
        colons = 0;
        break;
      default:
        word += c;
    }
  }
  flush(word, depth + colons, terms);
  return terms;
}

std::vector<Denomination> parse_denominations(std::string_view text) {
  std::vector<Denomination> denominations;
  for (const std::string& part : split_outside_parentheses(text, ";,#")) {
    Denomination denomination;
    const std::size_t open = part.find('(');
    denomination.label = std::string(trim(std::string_view(part).substr(0, open)));
    if (open != std::string::npos) {
      std::string_view inside = std::string_view(part).substr(open + 1);
      if (inside.ends_with(")")) inside.remove_suffix(1);
      for (std::string& item : split_outside_parentheses(inside, ",;")) {
        int count = 0;
        const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), count);
        if (error == std::errc() && end == item.data() + item.size()) {
          denomination.count = count;
        } else if (item == "?") {
          denomination.uncertain = true;
        } else {
          denomination.qualifiers.push_back(std::move(item));
        }
      }
    }
    if (!denomination.label.empty()) denominations.push_back(std::move(denomination));
  }
  return denominations;
}

}  // namespace prosper::mappings
