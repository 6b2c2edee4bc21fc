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
if(NUDGE_FUZZ)
  # What the fuzzer steers by: which branches an input reached, in the core as well.
  target_compile_options(nudge_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Instrumented code is slow: a test gets more seconds there. Qt Test's own watchdog counts all rows
# of a function together, and ctest watches already.
set(NUDGE_TEST_SECONDS 600)
if(NUDGE_SANITIZE)
  set(NUDGE_TEST_SECONDS 3000)
endif()

# nudge_test(NAME LIBRARIES...): tests/.../NAME.cpp becomes the test NAME, drawn offscreen.
function(nudge_test name)
  add_executable(${name} ${name}.cpp)
  target_link_libraries(${name} PRIVATE nudge_options Qt6::Test ${ARGN})
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${name} PRIVATE -O1)  # what they test is built in full; they need not be
  endif()
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;NUDGE_SHARED_DATA=${CMAKE_SOURCE_DIR}/../shared;TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/tsan.supp;QTEST_FUNCTION_TIMEOUT=${NUDGE_TEST_SECONDS}000"
    TIMEOUT ${NUDGE_TEST_SECONDS})
endfunction()
