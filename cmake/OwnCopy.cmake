# ssmspec_own_copy(NAME FOLDER... SOURCES FILE...)
# The library of those files with a copy of the layers it stands on, all without the feedback that
# an engine reads: what it does itself is no news, and counting that costs half of its speed. The
# names of the copy get a prefix, so that a target may have both.
function(ssmspec_own_copy name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES")
    ssmspec_select(layers "*.c" ${arg_UNPARSED_ARGUMENTS} EXCEPT suites/dump)
    list(FILTER layers EXCLUDE REGEX "_test\\.c$")
    set(closed "")
    add_library(${name}_open STATIC ${arg_SOURCES})
    add_library(${name}_layers STATIC ${layers})
    foreach(part open layers)
        target_compile_options(${name}_${part} PRIVATE -fno-sanitize=fuzzer-no-link -O2)
        target_link_libraries(${name}_${part} PRIVATE PkgConfig::PCRE2 OpenSSL::Crypto)
        set(copy ${CMAKE_CURRENT_BINARY_DIR}/libssmspec_${name}_own_${part}.a)
        add_custom_command(
            OUTPUT ${copy}
            COMMAND ${PROJECT_SOURCE_DIR}/cmake/own_names ${CMAKE_NM} ${CMAKE_OBJCOPY} ${name}
                    $<TARGET_FILE:${name}_layers> $<TARGET_FILE:${name}_${part}> ${copy}
            DEPENDS ${PROJECT_SOURCE_DIR}/cmake/own_names ${name}_layers ${name}_${part}
            VERBATIM)
        list(APPEND closed ${copy})
    endforeach()
    add_custom_target(${name}_closed DEPENDS ${closed})
    add_library(${name} INTERFACE)
    add_dependencies(${name} ${name}_closed)
    target_link_libraries(${name} INTERFACE ${closed} suites)
endfunction()
