// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappings/functions/author_grammar.hpp"
#include "mappings/functions/function_registry.hpp"
#include "mappings/functions/value.hpp"

namespace prosper::mappings {

/// The author record of README.md; `n` is its index. Looks actors up in thesaurus T513 when one is
/// loaded.
Record to_author_record(const Author& author, std::size_t n, const FunctionContext& context);
/// The actor record of the named actor, and of the group around it when there is one.
List to_actor_records(const Author& author, const FunctionContext& context);
/// IRI of the named actor: the thesaurus' when it knows the name, else ours.
std::string actor_iri(const Author& author, const FunctionContext& context);

}  // namespace prosper::mappings
