# The parser behind include/ssmspec_parser.h that parser-facing harnesses ask: another one than the
# reference with -DSSMSPEC_PARSER="/path/libyours.a;/path/what-it-needs".
set(SSMSPEC_PARSER "" CACHE STRING "Libraries of the parser to fuzz (empty: the reference)")
if(SSMSPEC_PARSER)
    add_library(plugged INTERFACE)
    foreach(library IN LISTS SSMSPEC_PARSER)
        # Only paths: a bare word would be taken for one of our own targets.
        if(NOT IS_ABSOLUTE "${library}" OR NOT EXISTS "${library}")
            message(FATAL_ERROR "SSMSPEC_PARSER: ${library}: not an absolute path of a file")
        endif()
        target_link_libraries(plugged INTERFACE ${library})
    endforeach()
else()
    add_library(plugged STATIC fuzz/plugged/reference.c)
    set_target_properties(plugged PROPERTIES OUTPUT_NAME ssmspec_reference_parser)
    target_link_libraries(plugged PUBLIC suites)
endif()
