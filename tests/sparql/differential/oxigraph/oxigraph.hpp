// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "tests/sparql/differential/oxigraph/outcome.hpp"

namespace prosper::sparql::differential {

/// Oxigraph, in a Node.js process of its own.
class Oxigraph {
 public:
  /// Installs it where needed. Nothing without Node.js, npm or the network: `reason` says which.
  static std::unique_ptr<Oxigraph> start(std::string& reason);
  ~Oxigraph();
  Oxigraph(const Oxigraph&) = delete;
  Oxigraph& operator=(const Oxigraph&) = delete;

  /// Nothing when it took too long; it is then started anew.
  std::optional<Outcome> answer(const Question& question);

 private:
  struct Child;
  Oxigraph() = default;
  std::unique_ptr<Child> child_;
};

}  // namespace prosper::sparql::differential
