# One place for what every target of the project is built with.
add_library(nudge_options INTERFACE)
target_include_directories(nudge_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(nudge_options INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor
                       -Woverloaded-virtual -Wimplicit-fallthrough)
# GCC 12 sees overlapping copies inside std::string that are not there (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(nudge_options INTERFACE -Wno-restrict)
endif()
if(NUDGE_WERROR)
  target_compile_options(nudge_options INTERFACE -Werror)
endif()
if(NUDGE_SANITIZE)
  target_compile_options(nudge_options INTERFACE -fsanitize=${NUDGE_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(nudge_options INTERFACE -fsanitize=${NUDGE_SANITIZE})
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Joined sources need a gigabyte each anyway: GCC need not look for what it could free.
  target_compile_options(nudge_options INTERFACE "SHELL:--param ggc-min-heapsize=2000000")
endif()
if(NUDGE_FUZZ)
  # What the fuzzer steers by: which branches an input reached, in the core as well. The checks left out
  # take more than a third of the build, and what they find ends a program by itself or is seen in the asan
  # preset.
  target_compile_options(nudge_options INTERFACE -fsanitize=fuzzer-no-link
                         -fno-sanitize=null,alignment,object-size,vptr,pointer-overflow)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# nudge_join_rooms(TARGET ALONE NAMES...): where CMAKE_UNITY_BUILD is on, the sources of a folder are
# compiled as one, because most of a build is the reading of headers. Sources ALONE, or in a folder of
# that name, are compiled by themselves: they have private names that a neighbour has too.
function(nudge_join_rooms target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ALONE")
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/.*[.]cpp$")
  foreach(source ${sources})
    file(RELATIVE_PATH name ${CMAKE_CURRENT_SOURCE_DIR} ${source})
    get_filename_component(room ${name} DIRECTORY)
    string(REGEX REPLACE "[.]cpp$" "" name ${name})
    if(NOT name IN_LIST arg_ALONE AND NOT room IN_LIST arg_ALONE)
      string(MAKE_C_IDENTIFIER "${target}_${room}" group)
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
endfunction()

# Instrumented code is slow: a test gets more seconds there. Qt Test's own watchdog counts all rows
# of a function together, and ctest watches already.
set(NUDGE_TEST_SECONDS 600)
if(NUDGE_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Coverage")
  set(NUDGE_TEST_SECONDS 3000)
endif()

# Where the tests' data are, what of third parties the sanitizers are not to report, and patience.
set(NUDGE_TEST_ENVIRONMENT
  "NUDGE_SHARED_DATA=${CMAKE_SOURCE_DIR}/../shared"
  "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp die_after_fork=0"
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp"
  "QTEST_FUNCTION_TIMEOUT=${NUDGE_TEST_SECONDS}000")

# Qt Test without the folders that it would tell every test: they differ, and what was read once for all
# tests holds only where all of them are told the same.
function(nudge_qt_test)
  add_library(nudge_qt_test INTERFACE)
  target_include_directories(nudge_qt_test SYSTEM INTERFACE
    $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(nudge_qt_test INTERFACE QT_TESTLIB_LIB)
  target_link_libraries(nudge_qt_test INTERFACE Qt6::Core $<LINK_ONLY:Qt6::Test>)
endfunction()

# There are many tests, each with all that it tests linked in: a quick linker saves a second a test.
set(NUDGE_TEST_LINKER "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT NUDGE_SANITIZE)
  include(CheckLinkerFlag)
  foreach(linker lld gold)
    check_linker_flag(CXX -fuse-ld=${linker} NUDGE_HAS_${linker})
    if(NUDGE_HAS_${linker})
      set(NUDGE_TEST_LINKER -fuse-ld=${linker})
      break()
    endif()
  endforeach()
endif()

# What tests are compiled with.
function(nudge_test_options name)
  target_link_libraries(${name} PRIVATE nudge_options nudge_qt_test ${ARGN})
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${name} PRIVATE -O1)  # what they test is built in full; they need not be
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # At -O1 GCC 12 takes any std::stop_source for uninitialised, and private types of sources that are
    # compiled as one for a header's.
    target_compile_options(${name} PRIVATE -Wno-maybe-uninitialized -Wno-subobject-linkage)
  endif()
endfunction()

# nudge_test_headers(NAME LIBRARY HEADERS...): what tests of LIBRARY read once for all of them.
function(nudge_test_headers name library)
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "")  # written once: a library needs some source
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  nudge_test_options(${name} ${library})
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  target_precompile_headers(${name} PRIVATE <QtTest> <Eigen/Core> <nlohmann/json.hpp> ${ARGN})
endfunction()

# nudge_tests(LIBRARIES ... TESTS ... [UNLISTED ...]): the tests of a folder become one program,
# tests_FOLDER, whose first argument says which of them is run. Each of TESTS is a test of that name,
# drawn offscreen; UNLISTED ones are in the program only. Where CMAKE_UNITY_BUILD is on, some sources are
# compiled as one: most of a build of tests is the reading of headers.
function(nudge_tests)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "LIBRARIES;TESTS;UNLISTED")
  get_filename_component(room ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  set(program tests_${room})
  add_executable(${program} ${CMAKE_SOURCE_DIR}/tests/TestProgram.cpp)
  nudge_test_options(${program} ${arg_LIBRARIES})
  target_link_options(${program} PRIVATE ${NUDGE_TEST_LINKER})
  target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
  set_target_properties(${program} PROPERTIES UNITY_BUILD_BATCH_SIZE 10)
  foreach(test ${arg_TESTS} ${arg_UNLISTED})
    # One file to read for slots: moc by itself is much quicker than a search through all sources.
    set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${test}.moc)
    qt_generate_moc(${test}.cpp ${moc})
    target_sources(${program} PRIVATE ${test}.cpp ${moc})
  endforeach()
  set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/TestProgram.cpp
                              PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
  if("${arg_LIBRARIES}" MATCHES "nudge_(app|widgets)")
    target_precompile_headers(${program} REUSE_FROM nudge_window_tests)
  else()
    target_precompile_headers(${program} REUSE_FROM nudge_core_tests)
  endif()
  foreach(test ${arg_TESTS})
    add_test(NAME ${test} COMMAND ${program} ${test})
    set_tests_properties(${test} PROPERTIES
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${NUDGE_TEST_ENVIRONMENT}"
      TIMEOUT ${NUDGE_TEST_SECONDS})
  endforeach()
endfunction()
