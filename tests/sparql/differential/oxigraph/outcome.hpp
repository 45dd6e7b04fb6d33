// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sparql/results/result_reader.hpp"
#include "sparql/sparql.hpp"
#include "store/rdf/quad.hpp"

namespace prosper::sparql::differential {

enum class Form { Select, Ask, Construct, Update };

/// A request to a dataset.
struct Question {
  std::vector<rdf::Quad> quads;
  std::string request;
  Form form = Form::Select;
  DefaultGraphMode default_graph = DefaultGraphMode::Own;
};

/// The request was refused.
struct Refusal {
  std::string reason;
};

using Graph = std::vector<rdf::Quad>;

/// Solutions or a boolean; triples of CONSTRUCT, or all quads after an update; an error.
using Outcome = std::variant<ResultDocument, Graph, Refusal>;

/// Prosper's own. Nothing when it took too long or is too large to compare.
std::optional<Outcome> answer(const Question& question, Engine engine);

/// What is said of two outcomes that differ.
struct Difference {
  enum class Kind {
    Refusal,      ///< one refused what the other answered
    Count,        ///< the same solutions, but not as often
    OursAlone,    ///< one solution each, in which only Prosper has a value
    TheirsAlone,  ///< and only Oxigraph has one
    Answer,       ///< anything else
  };
  Kind kind = Kind::Answer;
  std::string text;
};

/// Equal up to the names of blank nodes, the lexical form of computed numbers and, where the
/// query orders its solutions, the order of those that SPARQL §15.1 leaves unordered.
std::optional<Difference> difference(const Question& question, const Outcome& ours,
                                     const Outcome& theirs);

}  // namespace prosper::sparql::differential
