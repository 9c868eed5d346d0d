# Folders become libraries and tests by their names alone: a new file needs no edit here.

# ssmspec_select(OUT PATTERN FOLDER... [EXCEPT PATH...] [ONLY PATH...])
# Files below the folders that match the pattern; paths are prefixes relative to the root.
function(ssmspec_select out pattern)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "EXCEPT;ONLY")
    set(found "")
    foreach(folder IN LISTS arg_UNPARSED_ARGUMENTS)
        file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
             ${PROJECT_SOURCE_DIR}/${folder}/${pattern})
        list(APPEND found ${files})
    endforeach()
    foreach(path IN LISTS arg_EXCEPT)
        list(FILTER found EXCLUDE REGEX "^${path}")
    endforeach()
    if(arg_ONLY)
        string(REPLACE ";" "|" only "${arg_ONLY}")
        list(FILTER found INCLUDE REGEX "^(${only})")
    endif()
    list(SORT found)
    set(${out} ${found} PARENT_SCOPE)
endfunction()

# A static library of every *.c below the folders that is no test.
function(ssmspec_layer name)
    ssmspec_select(sources "*.c" ${ARGN})
    list(FILTER sources EXCLUDE REGEX "_test\\.c$")
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES OUTPUT_NAME ssmspec_${name} LINKER_LANGUAGE C)
endfunction()

# One cmocka program for each *_test.c below the folders, linked with the libraries.
function(ssmspec_tests libraries)
    ssmspec_select(tests "*_test.c" ${ARGN})
    foreach(test IN LISTS tests)
        string(REGEX REPLACE "\\.c$" "" name "${test}")
        string(REPLACE "/" "." name "${name}")
        add_executable(${name} ${test})
        target_link_libraries(${name} PRIVATE ${libraries} PkgConfig::CMOCKA)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT 120)
    endforeach()
endfunction()
