# Libraries of the system; nothing is downloaded. Fuzz targets need the first three alone, and a
# service that runs them has none of them: there they are linked statically.
if(SSMSPEC_FUZZERS_ONLY)
    set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
    set(OPENSSL_USE_STATIC_LIBS ON)
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)

if(NOT SSMSPEC_FUZZERS_ONLY)
    find_package(CURL 7.86 REQUIRED)
    pkg_check_modules(CJSON REQUIRED IMPORTED_TARGET libcjson)
    pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
endif()
