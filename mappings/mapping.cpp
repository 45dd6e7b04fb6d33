// SPDX-License-Identifier: Apache-2.0
#include "mappings/mapping.hpp"

#include "mappings/mapping_run.hpp"
#include "vocabularies/thesauri/concept_resolver.hpp"
#include "vocabularies/thesauri/seeds.hpp"

namespace prosper::mappings {

Report map_files(std::string_view profile, const std::vector<std::filesystem::path>& files,
                 const MapOptions& options, NoticeSink& sink) {
  if (options.concepts != nullptr)
    return MappingRun(profile, files, options, *options.concepts, sink).run();
  vocabularies::ConceptResolver shipped;
  vocabularies::read_thesaurus_seeds(options.public_base, shipped);
  shipped.prepare();
  return MappingRun(profile, files, options, shipped, sink).run();
}

}  // namespace prosper::mappings
