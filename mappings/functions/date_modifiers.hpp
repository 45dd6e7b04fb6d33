// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

#include "mappings/functions/date_grammar.hpp"
#include "mappings/functions/date_tokens.hpp"

namespace prosper::mappings::dates {

/// A word or phrase around a date and what it does to it.
enum class Modifier {
  Circa,
  Before,
  After,
  From,
  Until,
  Between,
  And,
  Or,
  Uncertain,
  Destroyed,
  Context,
  Note,
  Acquisition,
  MaterialEntry,
  Inventory,
  Decision,
  Deposit,
  Assignment,
  Restitution
};

/// The longest modifier at the end of the tokens ("1890 vers") and its length in tokens.
std::optional<std::pair<Modifier, std::size_t>> find_trailing_modifier(Tokens tokens);
/// The longest at their beginning ("vers 1890").
std::optional<std::pair<Modifier, std::size_t>> find_leading_modifier(Tokens tokens);

/// The event an event modifier stands for.
std::optional<DateEvent> event_of(Modifier modifier);

}  // namespace prosper::mappings::dates
