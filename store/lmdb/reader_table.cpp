// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/reader_table.hpp"

#include <cstdio>
#include <lmdb.h>

#include "store/lmdb/error.hpp"

namespace prosper::lmdb {

std::vector<Reader> list_readers(const Environment& environment) {
  // One line a slot: process, thread, and the transaction, or "-" for a slot at rest.
  const auto add = [](const char* line, void* list) {
    Reader reader;
    long long process = 0;
    unsigned long long thread = 0;
    unsigned long long transaction = 0;
    if (std::sscanf(line, "%lld %llx %llu", &process, &thread, &transaction) == 3) {
      reader.process = process;
      reader.transaction = transaction;
      static_cast<std::vector<Reader>*>(list)->push_back(reader);
    }
    return 0;
  };
  std::vector<Reader> readers;
  const int listed = mdb_reader_list(environment.handle(), add, &readers);
  if (listed < 0) throw_error("mdb_reader_list", listed, environment.data_file());
  return readers;
}

}  // namespace prosper::lmdb
