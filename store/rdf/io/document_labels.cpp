// SPDX-License-Identifier: Apache-2.0
#include "store/rdf/io/document_labels.hpp"

#include <algorithm>

namespace prosper::rdf {
namespace {

constexpr std::string_view made_start = "0b";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// _*0b[0-9]+
bool looks_made(std::string_view label) {
  if (label.front() != '0' && label.front() != '_') return false;
  label.remove_prefix(std::min(label.find_first_not_of('_'), label.size()));
  if (!label.starts_with(made_start)) return false;
  label.remove_prefix(made_start.size());
  return !label.empty() && std::all_of(label.begin(), label.end(), is_digit);
}

}  // namespace

std::string_view DocumentLabels::written(std::string_view label, std::string& out) const {
  const bool is_confusable = looks_made(label);
  if (!is_confusable && prefix_.empty()) return label;
  out.assign(prefix_);
  if (is_confusable) out += '_';
  return out.append(label);
}

void DocumentLabels::make(std::string& out) {
  out.assign(prefix_).append(made_start).append(std::to_string(++made_));
}

}  // namespace prosper::rdf
