// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappings/functions/function_registry.hpp"
#include "mappings/mapping.hpp"
#include "mappings/notice_key.hpp"
#include "mappings/profile.hpp"

namespace prosper::mappings {

/// A notice in POP codes with its key, ready to be mapped.
struct KeyedNotice {
  NoticeKey key;
  Record cells;
  std::string hash;
};

/// Runs the documents of a profile over one notice and keeps the rest of its cells verbatim. The
/// profile must outlive the call. Thread-safe for different contexts.
MappedNotice map_notice(const Profile& profile, KeyedNotice notice, FunctionContext& context);

}  // namespace prosper::mappings
