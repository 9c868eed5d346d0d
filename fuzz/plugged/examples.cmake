# Parsers written against the installed header alone, as others write theirs. No fuzz targets.
if(SSMSPEC_FUZZERS_ONLY)
    return() # a service has no cJSON
endif()
foreach(example naive_cjson cancel_only)
    add_library(${example} OBJECT fuzz/plugged/${example}.c)
    target_include_directories(${example} PRIVATE include)
    ssmspec_hunt(${example} differential ${example})
endforeach()
target_link_libraries(naive_cjson PUBLIC PkgConfig::CJSON)
ssmspec_hunt(differential differential plugged)

ssmspec_check(fuzz.examples fuzz/plugged/examples_test.sh $<TARGET_FILE:naive_cjson_hunt>
              $<TARGET_FILE:cancel_only_hunt> $<TARGET_FILE:differential_hunt>)
