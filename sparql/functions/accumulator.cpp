// SPDX-License-Identifier: Apache-2.0
#include "sparql/functions/accumulator.hpp"

#include <utility>

#include "sparql/functions/literals.hpp"
#include "sparql/functions/operators.hpp"

namespace prosper::sparql::functions {
namespace {

namespace xsd = rdf::xsd;

class Count : public Accumulator {
 public:
  void add(const Result& value) override { count_ += value ? 1 : 0; }

  Result result() const override { return make_integer(count_); }

 private:
  std::int64_t count_ = 0;
};

/// SUM and AVG: op:numeric-add from the integer 0. Anything but a number is an error for good.
class Sum : public Accumulator {
 public:
  void add(const Result& value) override {
    const auto number = value ? numeric_of(*value) : std::nullopt;
    if (sum_ && number) {
      sum_ = xsd::add(*sum_, *number);
      ++count_;
    } else {
      sum_.reset();
    }
  }

  Result result() const override { return sum_ ? Result(make_number(*sum_)) : std::nullopt; }

 protected:
  std::optional<xsd::Numeric> sum_ = xsd::Integer(0);
  std::int64_t count_ = 0;
};

/// 0 for an empty group.
class Average : public Sum {
 public:
  Result result() const override {
    if (!sum_ || count_ == 0) return Sum::result();
    const auto average = xsd::divide(*sum_, xsd::Integer(count_));
    return average ? Result(make_number(*average)) : std::nullopt;
  }
};

/// MIN and MAX by the order of ORDER BY; the first of equals stays. An error for an empty group.
class Extreme : public Accumulator {
 public:
  explicit Extreme(bool greatest) : greatest_(greatest) {}

  void add(const Result& value) override {
    if (!value) failed_ = true;
    if (failed_) return;
    if (!best_ || (greatest_ ? order(best_, value) < 0 : order(value, best_) < 0)) best_ = value;
  }

  Result result() const override { return failed_ ? std::nullopt : best_; }

 private:
  bool greatest_;
  bool failed_ = false;
  Result best_;
};

/// The first value that is no error.
class Sample : public Accumulator {
 public:
  void add(const Result& value) override {
    if (!value_) value_ = value;
  }

  Result result() const override { return value_; }

 private:
  Result value_;
};

/// The STR() of every value; a blank node or an error is an error for good.
class GroupConcat : public Accumulator {
 public:
  explicit GroupConcat(std::string separator) : separator_(std::move(separator)) {}

  void add(const Result& value) override {
    if (!value || rdf::is_blank(*value)) failed_ = true;
    if (failed_) return;
    if (!first_) text_.append(separator_);
    first_ = false;
    const auto* literal = literal_of(*value);
    text_.append(literal != nullptr ? literal->lexical_form : std::get<rdf::Iri>(*value).value);
  }

  Result result() const override { return failed_ ? std::nullopt : Result(make_simple(text_)); }

 private:
  std::string separator_;
  std::string text_;
  bool first_ = true;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<Accumulator> make_accumulator(AccumulatorKind kind, const std::string& separator) {
  switch (kind) {
    case AccumulatorKind::Count:
      return std::make_unique<Count>();
    case AccumulatorKind::Sum:
      return std::make_unique<Sum>();
    case AccumulatorKind::Min:
      return std::make_unique<Extreme>(false);
    case AccumulatorKind::Max:
      return std::make_unique<Extreme>(true);
    case AccumulatorKind::Avg:
      return std::make_unique<Average>();
    case AccumulatorKind::Sample:
      return std::make_unique<Sample>();
    case AccumulatorKind::GroupConcat:
      return std::make_unique<GroupConcat>(separator);
  }
  return nullptr;
}

}  // namespace prosper::sparql::functions
