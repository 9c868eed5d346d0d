# Tests that are no cmocka programs. A test that ends with 77 counts as skipped and says why.
find_program(SSMSPEC_BASH bash REQUIRED)

function(ssmspec_check name)
    add_test(NAME ${name} COMMAND ${SSMSPEC_BASH} ${ARGN}
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 400)
endfunction()

ssmspec_check(unique-ids tools/unique-ids $<TARGET_FILE:ssmspec>)

# Scripts that test the program from outside; each gets its path.
file(GLOB scripts CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} runner/*_test.sh)
foreach(script IN LISTS scripts)
    string(REGEX REPLACE "^runner/(.*)\\.sh$" "runner.\\1" name "${script}")
    ssmspec_check(${name} ${script} $<TARGET_FILE:ssmspec>)
endforeach()

# The sources are the same in every build: linting them once is enough.
if(NOT SSMSPEC_SANITIZE)
    ssmspec_check(lint tools/lint)
    ssmspec_check(lint-selftest tools/lint --selftest)
endif()

# The tables against the public service model.
add_executable(dump_tables suites/dump/main.c)
target_link_libraries(dump_tables PRIVATE suites)
ssmspec_check(suites.model_test fixtures/peers/with_python suites/model_test.py
              $<TARGET_FILE:dump_tables>)
ssmspec_check(suites.observations_test fixtures/peers/with_python suites/observations_test.py
              $<TARGET_FILE:ssmspec>)

file(GLOB peers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} fixtures/peers/*_test.py)
# About what the suite says of one server fifty times over, not about memory: once is enough.
if(SSMSPEC_SANITIZE)
    list(FILTER peers EXCLUDE REGEX "/dialects_test")
endif()
foreach(peer IN LISTS peers)
    string(REGEX REPLACE "^.*/(.*)_test\\.py$" "peer.\\1" name "${peer}")
    ssmspec_check(${name} fixtures/peers/with_python ${peer} $<TARGET_FILE:ssmspec>)
endforeach()

# Hostile peers: what no endpoint may do to the program.
add_executable(hostile_peers fixtures/hostile/main.c)
target_link_libraries(hostile_peers PRIVATE hostile)
add_test(NAME hostile-peers COMMAND hostile_peers $<TARGET_FILE:ssmspec>
         --against ${PROJECT_SOURCE_DIR}/fixtures/hostile/README.md)
set_tests_properties(hostile-peers PROPERTIES TIMEOUT 400)
