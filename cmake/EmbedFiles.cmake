# SPDX-License-Identifier: Apache-2.0

# prosper_embed(TARGET NAMESPACE FILE…): puts data files (mapping documents, pages, vocabularies) into
# the program, so that it runs without an installation folder. Generates embedded_files.hpp with
# NAMESPACE::embedded_file(name) → optional<string_view> and NAMESPACE::embedded_files() → names.
# Names are paths relative to the current source folder. Include it as "<folder>/embedded_files.hpp".
# The target prosper_embedded makes these files alone, for tools that only read sources.
add_custom_target(prosper_embedded)

function(prosper_embed target namespace)
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  set(root "${PROJECT_BINARY_DIR}/embedded/${target}")
  set(header "${root}/${folder}/embedded_files.hpp")
  set(source "${root}/${folder}/embedded_files.cpp")
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DNAMESPACE=${namespace}" "-DHEADER=${header}" "-DSOURCE=${source}"
      "-DFILES=${ARGN}" "-DBASE=${CMAKE_CURRENT_SOURCE_DIR}"
      -P "${PROJECT_SOURCE_DIR}/cmake/WriteEmbeddedFiles.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/WriteEmbeddedFiles.cmake"
    VERBATIM)
  string(REPLACE "/" "_" name "embedded_${folder}")
  add_custom_target(${name} DEPENDS "${header}" "${source}")
  add_dependencies(prosper_embedded ${name})
  add_dependencies(${target} ${name})
  target_sources(${target} PRIVATE "${source}" "${header}")
  target_include_directories(${target} PUBLIC "${root}")
endfunction()
