# The compiler, its warnings, and the sanitizers that a preset asks for.
option(DAIS_ANY_COMPILER "Build with a compiler that the project does not test" OFF)
option(DAIS_TESTS "Build the tests" ON)
set(DAIS_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined")
option(DAIS_FUZZ "Build the libFuzzer targets" OFF)

if(NOT DAIS_ANY_COMPILER AND NOT (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 19
                                  AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 20))
  message(FATAL_ERROR "Dais is built with clang++-19, because g++ 12 miscompiles coroutines that it relies on; "
                      "configure with a preset (cmake --preset dev), or with -DDAIS_ANY_COMPILER=ON at your own risk.")
endif()

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

add_library(dais_flags INTERFACE)
target_compile_options(dais_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror
                                            -Wno-missing-field-initializers -fno-omit-frame-pointer)
target_include_directories(dais_flags INTERFACE ${CMAKE_SOURCE_DIR})
add_link_options(-fuse-ld=lld)
if(DAIS_SANITIZE)
  add_compile_options(-fsanitize=${DAIS_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DAIS_SANITIZE})
endif()
if(DAIS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
