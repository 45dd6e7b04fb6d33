// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace prosper::sparql::functions {

/// A compiled regular expression of XPath (F&O 3.1 §5.6), matched in linear time. Immutable: may be
/// used by several threads at once.
class XPathRegex {
 public:
  virtual ~XPathRegex() = default;

  /// fn:matches: somewhere in `text`.
  virtual bool matches(std::string_view text) const = 0;

  /// fn:replace: every match, left to right. No value when the pattern matches the empty string or
  /// `replacement` is malformed: a $ without a digit, a backslash before anything but \ and $.
  virtual std::optional<std::string> replace(std::string_view text,
                                             std::string_view replacement) const = 0;
};

/// Compiles a pattern or finds it among the last ones used; null when it is not a regular
/// expression of XPath, `flags` has an unknown letter, or it needs more than 8 MiB. Thread-safe.
std::shared_ptr<const XPathRegex> find_regex(std::string_view pattern, std::string_view flags);

}  // namespace prosper::sparql::functions
