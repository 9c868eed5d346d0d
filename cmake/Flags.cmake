# Compiler flags that hold everywhere.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
                    -Wmissing-prototypes -Wvla -Wimplicit-fallthrough -fno-omit-frame-pointer)
if(SSMSPEC_WARNINGS_ARE_ERRORS)
    add_compile_options(-Werror)
endif()
if(SSMSPEC_SANITIZE)
    add_compile_options(-fsanitize=${SSMSPEC_SANITIZE} -fno-sanitize-recover=all -g)
    add_link_options(-fsanitize=${SSMSPEC_SANITIZE})
endif()
# What an engine sees must not depend on where things lie, or the same campaign comes out otherwise:
# how deep the stack got counts as feedback, while ASan aligns frames to 32 bytes; and UBSan compares
# the addresses of pointer arithmetic, which the engine would try as values.
if("${SSMSPEC_SANITIZE} ${CMAKE_C_FLAGS}" MATCHES "fuzzer-no-link")
    add_compile_options(-fno-sanitize-coverage=stack-depth -fno-sanitize=pointer-overflow)
endif()
if(SSMSPEC_COVERAGE)
    add_compile_options(-fprofile-instr-generate -fcoverage-mapping -g)
    add_link_options(-fprofile-instr-generate)
endif()
# Includes are spelled from the root; POSIX is asked for once, here.
include_directories(${PROJECT_SOURCE_DIR})
add_compile_definitions(_POSIX_C_SOURCE=200809L SSMSPEC_VERSION="${PROJECT_VERSION}"
                        SSMSPEC_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
