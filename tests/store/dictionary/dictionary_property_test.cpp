// SPDX-License-Identifier: Apache-2.0
// Random operations against a map: thousands of small dictionaries of very different texts.
#include <algorithm>
#include <map>
#include <random>

#include "tests/store/dictionary/dictionary_fixture.hpp"

namespace prosper::store {
namespace {

using Key = std::pair<TermTag, std::string>;
using Model = std::map<Key, TermId>;

std::string random_bytes(std::mt19937& random, std::size_t size, unsigned alphabet) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random() % alphabet);
  return bytes;
}

/// Texts of one kind a seed, so that blocks get many terms or few.
class Texts {
 public:
  explicit Texts(std::uint32_t seed) : random_(seed), kind_(seed % 5) {}

  std::mt19937& random() { return random_; }

  Key next() {
    const TermTag tag = dictionary_tags[random_() % 2 == 0 ? 2 : random_() % 5];
    switch (kind_) {
      case 0:
        return {tag, random_bytes(random_, random_() % 10, 3)};
      case 1:
        return {tag, std::string(480 + random_() % 40, 'p') + random_bytes(random_, 90, 2)};
      case 2:
        return {tag, random_bytes(random_, random_() % 700, 256)};
      case 3:
        return {tag, random_bytes(random_, 1U << (random_() % 14), 256)};
      default:
        return {tag, "object/" + std::to_string(random_() % 3000) + "/production"};
    }
  }

 private:
  std::mt19937 random_;
  std::uint32_t kind_;
};

class PropertyRun {
 public:
  PropertyRun(const tests::EmptyDictionary& store, std::uint32_t seed)
      : store_(store), texts_(seed), transaction_(store.environment()), next_(store.next()) {}

  void run() {
    build();
    verify();
    for (int round = 0; round < 4 && !testing::Test::HasFailure(); ++round) {
      DictionaryWriter writer(transaction_, store_.tables(), next_);
      add(writer);
      forget(writer);
      next_ = writer.next_numbers();
      verify();
    }
  }

 private:
  std::size_t below(std::size_t limit) { return texts_.random()() % limit; }

  void build() {
    for (std::size_t i = below(250); i > 0; --i) model_[texts_.next()] = TermId{};
    DictionaryBuilder builder(transaction_, store_.tables());
    for (auto& [key, id] : model_) id = builder.append(key.first, key.second);
    builder.finish();
    for (const auto& [key, id] : model_) given_[id] = key;
  }

  void add(DictionaryWriter& writer) {
    for (std::size_t i = below(60); i > 0; --i) {
      const Key key = texts_.next();
      const auto known = model_.find(key);
      const bool is_known = known != model_.end();
      EXPECT_EQ(writer.find({key.first, key.second}).has_value(), is_known);
      const TermId id = writer.intern({key.first, key.second});
      if (is_known) {
        EXPECT_EQ(id, known->second);
      } else {
        EXPECT_TRUE(is_late(id));
        EXPECT_TRUE(given_.emplace(id, key).second) << "a number was given twice";
      }
      EXPECT_EQ(writer.bytes(id), key.second);
      model_[key] = id;
      if (below(20) == 0) writer.flush();
    }
    writer.flush();
  }

  /// Single terms, runs of neighbours, or nearly all of them.
  void forget(DictionaryWriter& writer) {
    std::map<TermId, Key> leaving;
    const std::size_t share = below(4) == 0 ? 95 : below(40);
    std::size_t run = 0;
    for (const auto& [key, id] : model_) {
      if (run > 0) --run;
      if (below(200) == 0) run = 60;
      if (run > 0 || below(100) < share) leaving[id] = key;
    }
    std::vector<TermId> ids;
    for (const auto& [id, key] : leaving) ids.push_back(id);
    std::size_t count = 0;
    writer.forget(ids, [&](TermId id, std::string_view bytes) {
      ++count;
      EXPECT_EQ(leaving.at(id).second, bytes);
    });
    EXPECT_EQ(count, ids.size());
    for (const auto& [id, key] : leaving) model_.erase(key);
  }

  void verify() {
    const Dictionary dictionary(transaction_, store_.tables());
    EXPECT_EQ(dictionary.size(), model_.size());
    EXPECT_EQ(store_.problems(transaction_, next_), std::vector<std::string>());
    std::map<TermId, std::string> by_id;
    std::vector<TermId> in_order;
    for (const auto& [key, id] : model_) {
      EXPECT_EQ(dictionary.find({key.first, key.second}), id);
      EXPECT_EQ(tests::text_or_absent(dictionary, id), key.second);
      by_id[id] = key.second;
      in_order.push_back(id);
    }
    verify_order(dictionary, in_order);
    verify_decoding(dictionary, by_id);
    for (int i = 0; i < 5; ++i) verify_range(dictionary);
    for (int i = 0; i < 10; ++i) {
      const Key key = texts_.next();
      EXPECT_EQ(dictionary.find({key.first, key.second}).has_value(), model_.contains(key));
    }
  }

  void verify_order(const Dictionary& dictionary, const std::vector<TermId>& in_order) {
    for (std::size_t i = 1; i < in_order.size(); ++i) {
      EXPECT_TRUE(dictionary.order(in_order[i - 1], in_order[i]) < 0);
    }
    for (std::size_t i = 0; i < in_order.size(); ++i) {
      const std::size_t other = below(in_order.size());
      EXPECT_EQ(dictionary.order(in_order[i], in_order[other]), i <=> other);
    }
  }

  void verify_decoding(const Dictionary& dictionary, const std::map<TermId, std::string>& by_id) {
    std::vector<TermId> some;
    for (const auto& [id, key] : given_) {
      if (below(3) != 0) some.push_back(id);
    }
    std::size_t found = 0;
    dictionary.decode(some, [&](std::size_t place, std::string_view bytes) {
      ++found;
      EXPECT_EQ(by_id.at(some[place]), bytes);
    });
    const auto expected =
        std::count_if(some.begin(), some.end(), [&](TermId id) { return by_id.contains(id); });
    EXPECT_EQ(found, static_cast<std::size_t>(expected));
  }

  void verify_range(const Dictionary& dictionary) {
    Key from = texts_.next();
    Key to = texts_.next();
    to.first = from.first;
    if (to < from) std::swap(from, to);
    const bool has_end = below(3) != 0;
    const TermRange range =
        dictionary.range(from.first, from.second,
                         has_end ? std::optional<std::string_view>(to.second) : std::nullopt);
    std::vector<TermId> expected;
    std::vector<TermId> found = range.late;
    for (const auto& [key, id] : model_) {
      if (key.first != from.first) continue;
      if (key >= from && (!has_end || key < to)) expected.push_back(id);
      if (!is_late(id) && id >= range.first && id < range.end) found.push_back(id);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected);
    const std::string prefix = from.second.substr(0, below(4));
    const bool has_prefix = std::any_of(model_.begin(), model_.end(), [&](const auto& entry) {
      return entry.first.first == from.first && entry.first.second.starts_with(prefix);
    });
    const auto with_prefix = dictionary.find_with_prefix(from.first, prefix);
    EXPECT_EQ(with_prefix.has_value(), has_prefix);
    EXPECT_TRUE(!with_prefix || model_.contains({from.first, *with_prefix}));
  }

  const tests::EmptyDictionary& store_;
  Texts texts_;
  lmdb::WriteTransaction transaction_;
  NextNumbers next_;
  Model model_;
  /// Every id ever given.
  std::map<TermId, Key> given_;
};

TEST(DictionaryProperty, IsAMapThatKeepsTheOrderOfTerms) {
  const tests::EmptyDictionary store;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    PropertyRun(store, seed).run();
    ASSERT_FALSE(HasFailure());
  }
}

}  // namespace
}  // namespace prosper::store
