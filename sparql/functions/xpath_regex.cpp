// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/xpath_regex.hpp"

#include <list>
#include <mutex>
#include <re2/re2.h>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sparql/functions/regex_replacement.hpp"
#include "sparql/functions/regex_translation.hpp"

namespace prosper::sparql::functions {
namespace {

constexpr std::size_t cached_expressions = 32;
constexpr std::int64_t maximum_memory = 8 << 20;

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_max_mem(maximum_memory);
  return result;
}

class Re2Regex : public XPathRegex {
 public:
  Re2Regex(const RegexTranslation& translation, bool literal)
      : expression_(translation.pattern, options()),
        groups_(translation.groups),
        literal_(literal) {}

  bool is_usable() const { return expression_.ok(); }

  bool matches(std::string_view text) const override {
    return expression_.Match(piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
  }

  std::optional<std::string> replace(std::string_view text,
                                     std::string_view replacement) const override {
    const auto parts = parse_replacement(replacement, groups_, literal_);
    if (!parts || matches("")) return std::nullopt;
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(groups_) + 1);
    std::string out;
    std::size_t position = 0;
    while (expression_.Match(piece(text), position, text.size(), RE2::UNANCHORED, groups.data(),
                             groups_ + 1)) {
      const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
      out.append(text.substr(position, begin - position));
      for (const ReplacementPart& part : *parts) {
        out.append(part.text);
        if (part.group) {
          const re2::StringPiece& group = groups[static_cast<std::size_t>(*part.group)];
          out.append(group.data(), group.size());
        }
      }
      position = begin + groups[0].size();
    }
    return out.append(text.substr(position));
  }

 private:
  static re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

  RE2 expression_;
  int groups_;
  bool literal_;
};

std::shared_ptr<const XPathRegex> compile(std::string_view pattern, std::string_view flag_text) {
  const auto flags = parse_regex_flags(flag_text);
  const auto translation = flags ? translate_regex(pattern, *flags) : std::nullopt;
  if (!translation) return nullptr;
  auto regex = std::make_shared<const Re2Regex>(*translation, flags->literal);
  return regex->is_usable() ? regex : nullptr;
}

/// The expressions used last, unusable ones included, so that each is compiled once a query.
class Cache {
 public:
  std::shared_ptr<const XPathRegex> find(std::string_view pattern, std::string_view flags) {
    // No flag is a slash, so a key says where its pattern begins.
    std::string key = std::string(flags).append("/").append(pattern);
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = places_.find(key); known != places_.end()) {
        entries_.splice(entries_.begin(), entries_, known->second);
        return known->second->second;
      }
    }
    auto regex = compile(pattern, flags);
    const std::lock_guard lock(mutex_);
    if (!places_.contains(key)) insert(std::move(key), regex);
    return regex;
  }

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const XPathRegex>>;

  void insert(std::string key, std::shared_ptr<const XPathRegex> regex) {
    if (entries_.size() == cached_expressions) {
      places_.erase(entries_.back().first);
      entries_.pop_back();
    }
    entries_.emplace_front(std::move(key), std::move(regex));
    places_.emplace(entries_.front().first, entries_.begin());
  }

  std::mutex mutex_;
  std::list<Entry> entries_;
  /// The keys are views into `entries_`.
  std::unordered_map<std::string_view, std::list<Entry>::iterator> places_;
};

}  // namespace

std::shared_ptr<const XPathRegex> find_regex(std::string_view pattern, std::string_view flags) {
  static Cache cache;
  return cache.find(pattern, flags);
}

}  // namespace prosper::sparql::functions
