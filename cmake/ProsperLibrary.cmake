# SPDX-License-Identifier: Apache-2.0

set(PROSPER_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False overlaps in std::string at -O2 (GCC bug 105651).
  list(APPEND PROSPER_WARNINGS -Wno-restrict)
endif()
if(PROSPER_WERROR)
  list(APPEND PROSPER_WARNINGS -Werror)
endif()

# prosper_library(ROOM [DEPENDS target…] [PRIVATE target…])
#
# One room, one folder, one static library: every .cpp of the current folder (not of its
# subfolders, which are rooms of their own). DEPENDS are the rooms and packages that appear in
# the room's façade headers, PRIVATE those only its .cpp files see.
function(prosper_library room)
  cmake_parse_arguments(arg "" "" "DEPENDS;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(sources)
    add_library(prosper_${room} STATIC ${sources})
    target_include_directories(prosper_${room} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(prosper_${room} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE})
    target_compile_options(prosper_${room} PRIVATE ${PROSPER_WARNINGS})
  else()
    add_library(prosper_${room} INTERFACE)
    target_include_directories(prosper_${room} INTERFACE "${PROJECT_SOURCE_DIR}")
    target_link_libraries(prosper_${room} INTERFACE ${arg_DEPENDS})
  endif()
endfunction()

set(PROSPER_TEST_TIMEOUT 300 CACHE STRING "Seconds one test may take; scripts/test --long gives more")

# prosper_test(ROOM [DEPENDS target…]): one GoogleTest binary from the *_test.cpp of the current folder.
function(prosper_test room)
  cmake_parse_arguments(arg "" "" "DEPENDS;LABELS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    return()
  endif()
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  add_executable(${room}_test ${sources})
  target_link_libraries(${room}_test PRIVATE ${arg_DEPENDS} GTest::gmock GTest::gtest_main)
  target_include_directories(${room}_test PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_options(${room}_test PRIVATE ${PROSPER_WARNINGS})
  target_compile_definitions(${room}_test PRIVATE
    PROSPER_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    PROSPER_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
  gtest_discover_tests(${room}_test
    TEST_PREFIX "${room}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120
    PROPERTIES LABELS "${arg_LABELS}" ENVIRONMENT "PROSPER_MAP_SIZE=17179869184"
      TIMEOUT "${PROSPER_TEST_TIMEOUT}")
endfunction()
