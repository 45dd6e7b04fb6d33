// SPDX-License-Identifier: Apache-2.0
#include "mappings/functions/function_registry.hpp"

namespace prosper::mappings {

const FunctionRegistry& FunctionRegistry::standard() {
  static const FunctionRegistry registry = [] {
    FunctionRegistry all;
    register_text_functions(all);
    register_general_functions(all);
    register_date_functions(all);
    register_author_functions(all);
    register_author_functions(all);
    register_dimension_functions(all);
    register_place_functions(all);
    register_museum_functions(all);
    register_subject_functions(all);
    register_protection_functions(all);
    register_concept_functions(all);
    register_field_functions(all);
    register_reference_functions(all);
    return all;
  }();
  return registry;
}

}  // namespace prosper::mappings
