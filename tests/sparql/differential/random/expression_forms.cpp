// SPDX-License-Identifier: Apache-2.0
#include "tests/sparql/differential/random/expression_forms.hpp"

#include <fstream>
#include <stdexcept>

namespace prosper::sparql::differential {

namespace {

ExpressionForms read_forms(const std::string& file) {
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error("cannot read " + file);
  ExpressionForms forms;
  std::string line;
  while (std::getline(lines, line)) {
    if (line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    const std::string sort = line.substr(0, tab);
    if (tab == std::string::npos || line.size() < tab + 4 || line[tab + 2] != '\t')
      throw std::runtime_error(file + ": expected three fields: " + line);
    const Form form{line[tab + 1], line.substr(tab + 3)};
    if (sort == "constant") {
      forms.constants.push_back(form);
      continue;
    }
    if (sort == "few") forms.few.push_back(form);
    forms.all.push_back(form);
  }
  return forms;
}

}  // namespace

const ExpressionForms& expression_forms() {
  static const ExpressionForms forms = read_forms(PROSPER_EXPRESSIONS_FILE);
  return forms;
}

std::vector<std::string> constants_of(char type) {
  std::vector<std::string> texts;
  for (const Form& constant : expression_forms().constants)
    if (constant.type == type) texts.push_back(constant.text);
  if (texts.empty()) throw std::runtime_error(std::string("no constants of type ") + type);
  return texts;
}

}  // namespace prosper::sparql::differential
