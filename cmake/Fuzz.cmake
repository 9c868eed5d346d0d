# Harnesses by their names alone: fuzz/NAME_fuzzer.c (with fuzz/NAME/*.c beside it, where that
# exists) becomes NAME_replay and the test fuzz.NAME over corpus/NAME in every build and, where code
# is instrumented for an engine, the fuzz target NAME_fuzzer. A line "Mutator: FILE.c" in a
# harness's first comment links that adapter and the mutator into the fuzz target; a line
# "Without feedback: WHAT" leaves the layers up to src/request out of what its engine sees.
# No harness links libcurl or cJSON. Engines from outside come as $LIB_FUZZING_ENGINE and, by name,
# $FUZZING_ENGINE: only .clusterfuzzlite/build.sh sets them.
set(SSMSPEC_ENGINE "$ENV{LIB_FUZZING_ENGINE}" CACHE STRING "Fuzzing engine to link")
set(SSMSPEC_ENGINE_NAME "$ENV{FUZZING_ENGINE}" CACHE STRING "Its name")
if(SSMSPEC_ENGINE)
    enable_language(CXX) # it is C++, and so is the linker's driver
elseif(SSMSPEC_SANITIZE MATCHES "fuzzer")
    set(SSMSPEC_ENGINE "-fsanitize=fuzzer")
endif()

# Comparing single bytes tells the engine nothing that the edges do not, and each comparison costs
# a call: where every byte passes, that was a third of the time.
if("${SSMSPEC_SANITIZE} ${CMAKE_C_FLAGS}" MATCHES "fuzzer-no-link")
    ssmspec_select(byte_readers "*.c" src/base src/json)
    list(FILTER byte_readers EXCLUDE REGEX "_test\\.c$")
    set_source_files_properties(${byte_readers} PROPERTIES COMPILE_OPTIONS
                                -fno-sanitize-coverage=trace-cmp)
endif()

# A harness that asks a plugged parser (fuzz/plugged) leaves ssmspec_parser() open.
add_library(harness STATIC fuzz/oracle.c fuzz/harness.c fuzz/plugged/ask.c
            fuzz/request_worth.c)
set_target_properties(harness PROPERTIES OUTPUT_NAME ssmspec_harness)
target_link_libraries(harness PUBLIC front mutator run)

ssmspec_select(mutator_sources "*.c" fuzz/mutator EXCEPT fuzz/mutator/libfuzzer.c
               fuzz/mutator/libfuzzer_steps.c
               fuzz/mutator/aflpp.c fuzz/mutator/dictionary)
list(FILTER mutator_sources EXCLUDE REGEX "_test\\.c$")
if(mutator_sources)
    if("${SSMSPEC_SANITIZE} ${CMAKE_C_FLAGS}" MATCHES "fuzzer-no-link" AND CMAKE_OBJCOPY)
        include(cmake/OwnCopy.cmake)
        ssmspec_own_copy(mutator src/base src/json src/rule src/request suites
                         SOURCES ${mutator_sources})
    else()
        add_library(mutator STATIC ${mutator_sources})
        set_target_properties(mutator PROPERTIES OUTPUT_NAME ssmspec_mutator)
        target_link_libraries(mutator PUBLIC suites)
    endif()

    add_library(hooks STATIC fuzz/mutator/libfuzzer.c fuzz/mutator/aflpp.c) # tests are their engine
    target_link_libraries(hooks PUBLIC mutator)
    ssmspec_tests(hooks fuzz/mutator)

    # AFL++ loads its custom mutator into its own process, away from the target.
    if(CMAKE_POSITION_INDEPENDENT_CODE)
        add_library(aflpp_mutator MODULE EXCLUDE_FROM_ALL fuzz/mutator/aflpp.c)
        target_link_libraries(aflpp_mutator PRIVATE mutator)
        set_target_properties(aflpp_mutator PROPERTIES PREFIX "")
    endif()
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/fuzz/mutator/dictionary/main.c)
    add_executable(fuzz_dictionary fuzz/mutator/dictionary/main.c)
    target_link_libraries(fuzz_dictionary PRIVATE suites)
endif()

add_executable(fuzz_seeds fuzz/seeds/main.c)
target_link_libraries(fuzz_seeds PRIVATE endpoint)

# Campaigns of a harness without an engine, on any parser: NAME_hunt.
function(ssmspec_hunt name harness parser)
    add_executable(${name}_hunt fuzz/hunt.c $<TARGET_OBJECTS:${harness}_harness>)
    target_link_libraries(${name}_hunt PRIVATE harness ${parser})
endfunction()

# Whoever brings further parts (a parser to plug in, say) has their own file for it.
file(GLOB fuzz_parts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*/*.cmake)
foreach(part IN LISTS fuzz_parts)
    include(${part})
endforeach()

add_custom_target(fuzzers)

function(ssmspec_fuzzer name objects source)
    add_executable(${name}_fuzzer ${objects})
    target_link_libraries(${name}_fuzzer PRIVATE harness plugged ${SSMSPEC_ENGINE})
    file(STRINGS ${source} adapter LIMIT_COUNT 1 REGEX "Mutator: fuzz/[a-z_/]+\\.c")
    string(REGEX REPLACE "^.*Mutator: (fuzz/[a-z_/]+\\.c).*$" "\\1" adapter "${adapter}")
    if(adapter AND NOT SSMSPEC_ENGINE_NAME STREQUAL "afl" AND EXISTS ${PROJECT_SOURCE_DIR}/${adapter})
        target_sources(${name}_fuzzer PRIVATE ${adapter})
    endif()
    file(STRINGS ${source} quiet LIMIT_COUNT 1 REGEX "Without feedback: ")
    if(quiet AND TARGET mutator_layers) # as a whole, so that nobody needs the other copy
        target_link_libraries(${name}_fuzzer PRIVATE -Wl,--whole-archive mutator_layers
                              -Wl,--no-whole-archive)
    endif()
    if(CMAKE_CXX_COMPILER)
        set_target_properties(${name}_fuzzer PROPERTIES LINKER_LANGUAGE CXX)
    endif()
    add_dependencies(fuzzers ${name}_fuzzer)
endfunction()

function(ssmspec_replay name objects)
    add_executable(${name}_replay fuzz/replay.c ${objects})
    target_link_libraries(${name}_replay PRIVATE harness plugged)
    add_test(NAME fuzz.${name} COMMAND ${name}_replay ${PROJECT_SOURCE_DIR}/corpus/${name})
    set_tests_properties(fuzz.${name} PROPERTIES TIMEOUT 120 LABELS fuzz)
endfunction()

file(GLOB harnesses CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*_fuzzer.c)
foreach(source IN LISTS harnesses)
    string(REGEX REPLACE "^.*/(.*)_fuzzer\\.c$" "\\1" name "${source}")
    file(GLOB beside CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/${name}/*.c)
    list(FILTER beside EXCLUDE REGEX "_test\\.c$")
    add_library(${name}_harness OBJECT ${source} ${beside})
    target_link_libraries(${name}_harness PRIVATE harness)
    ssmspec_replay(${name} $<TARGET_OBJECTS:${name}_harness>)
    if(SSMSPEC_ENGINE)
        ssmspec_fuzzer(${name} $<TARGET_OBJECTS:${name}_harness> ${source})
    endif()
endforeach()

# The replayer's own promises, seen on a harness that can tell y_ from n_.
if(NOT SSMSPEC_FUZZERS_ONLY)
    add_dependencies(fuzzers fuzz_dictionary fuzz_seeds) # what else a campaign needs
    add_executable(slow_replay fuzz/replay.c fuzz/replay_slow.c)
    target_compile_definitions(slow_replay PRIVATE SECONDS_MAX=1)
    target_link_libraries(slow_replay PRIVATE harness)
    ssmspec_check(fuzz.replayer fuzz/replay_test.sh $<TARGET_FILE:json_replay>
                  $<TARGET_FILE:slow_replay>)
endif()
