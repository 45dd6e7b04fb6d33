// SPDX-License-Identifier: Apache-2.0
#include "endpoint/cli/program.hpp"

int main(int argc, char** argv) {
  return prosper::endpoint::cli::run_program(argc, argv);
}
