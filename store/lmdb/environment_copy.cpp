// SPDX-License-Identifier: Apache-2.0
#include "store/lmdb/environment_copy.hpp"

#include <lmdb.h>

#include "store/lmdb/error.hpp"

namespace prosper::lmdb {

void copy_compacted(const Environment& environment, int descriptor) {
  require_success(mdb_env_copyfd2(environment.handle(), descriptor, MDB_CP_COMPACT),
                  "mdb_env_copyfd2", environment.data_file());
}

}  // namespace prosper::lmdb
