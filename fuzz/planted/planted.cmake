# Planted bugs. The rows and their tests are part of every build, so that they do not rot; the
# harnesses that carry them only where they are asked for, with an engine.
option(SSMSPEC_PLANTED "Build the harnesses with planted bugs (see fuzz/planted/bench)" OFF)

ssmspec_select(planted_sources "*.c" fuzz/planted fuzz/sequence)
list(FILTER planted_sources EXCLUDE REGEX "(_test|_target|naive)\\.c$")
add_library(planted STATIC ${planted_sources})
set_target_properties(planted PROPERTIES OUTPUT_NAME ssmspec_planted)
target_link_libraries(planted PUBLIC harness)
if(SSMSPEC_SANITIZE MATCHES "fuzzer")
    # Counting their branches would show the engine the way to them.
    target_compile_options(planted PRIVATE -fno-sanitize=fuzzer-no-link)
endif()
ssmspec_tests(planted fuzz/planted)

# planted_WHAT_HOW for each harness and each way to change inputs.
function(ssmspec_planted_target what how)
    add_executable(planted_${what}_${how} fuzz/planted/${what}_target.c ${ARGN})
    target_link_libraries(planted_${what}_${how} PRIVATE planted)
    target_link_options(planted_${what}_${how} PRIVATE ${SSMSPEC_ENGINE})
    if(how STREQUAL "structured")
        target_link_libraries(planted_${what}_${how} PRIVATE mutator)
    endif()
    add_dependencies(planted_fuzzers planted_${what}_${how})
    set_source_files_properties(fuzz/planted/${what}_target.c ${ARGN} PROPERTIES
                                COMPILE_OPTIONS -fno-sanitize=fuzzer-no-link)
endfunction()

add_custom_target(planted_fuzzers DEPENDS fuzz_dictionary)

if(SSMSPEC_PLANTED AND SSMSPEC_ENGINE)
    ssmspec_planted_target(request structured fuzz/mutator/libfuzzer.c)
    ssmspec_planted_target(request naive fuzz/planted/naive.c)
    ssmspec_planted_target(request plain)
    ssmspec_planted_target(sequence structured fuzz/mutator/libfuzzer_steps.c)
    ssmspec_planted_target(sequence naive fuzz/planted/naive.c)
    ssmspec_planted_target(sequence plain)
endif()
