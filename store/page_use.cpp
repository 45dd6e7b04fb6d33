// SPDX-License-Identifier: Apache-2.0
#include "store/page_use.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <unistd.h>

#include "store/lmdb/reader_table.hpp"

namespace prosper::store {
namespace {

/// How long a process has been there (proc(5), field 22 of /proc/PID/stat).
std::optional<std::chrono::seconds> age_of(std::int64_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const std::size_t name_end = text.rfind(')');
  if (name_end == std::string::npos) return std::nullopt;
  std::istringstream fields(text.substr(name_end + 1));
  constexpr int fields_before = 19;  // the third to the 21st
  std::string skipped;
  for (int i = 0; i < fields_before; ++i) fields >> skipped;
  double started = 0;
  double up = 0;
  fields >> started;
  std::ifstream("/proc/uptime") >> up;
  const double age = up - started / static_cast<double>(::sysconf(_SC_CLK_TCK));
  if (!fields || up <= 0) return std::nullopt;
  return std::chrono::seconds(static_cast<std::int64_t>(std::max(age, 0.0)));
}

}  // namespace

PageStatistics collect_page_statistics(const lmdb::ReadTransaction& transaction) {
  auto readers = lmdb::list_readers(transaction.environment());
  const auto own = std::find_if(readers.begin(), readers.end(), [&](const lmdb::Reader& reader) {
    return reader.process == ::getpid() && reader.transaction == transaction.id();
  });
  if (own != readers.end()) readers.erase(own);
  const auto oldest = std::min_element(readers.begin(), readers.end(),
                                       [](const lmdb::Reader& left, const lmdb::Reader& right) {
                                         return left.transaction < right.transaction;
                                       });
  PageStatistics statistics;
  std::uint64_t limit = transaction.id();
  if (oldest != readers.end()) {
    limit = std::min(limit, oldest->transaction);
    statistics.oldest_reader =
        OldestReader{oldest->process, transaction.id() - limit, age_of(oldest->process)};
  }
  const auto use = transaction.page_use(limit);
  statistics.page_bytes = use.page_size;
  statistics.free = use.free;
  statistics.live = use.total - std::min(use.free, use.total);
  statistics.reusable = use.reusable;
  return statistics;
}

}  // namespace prosper::store
