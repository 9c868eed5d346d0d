# `cmake --build --preset release --target bench` prints the figures; nothing else builds or runs it.
ssmspec_select(bench_sources "*.c" fixtures/bench)
add_executable(ssmspec_bench EXCLUDE_FROM_ALL ${bench_sources})
target_link_libraries(ssmspec_bench PRIVATE endpoint run wire PkgConfig::CJSON CURL::libcurl)
add_custom_target(bench COMMAND ssmspec_bench $<TARGET_FILE:ssmspec> DEPENDS ssmspec USES_TERMINAL)
