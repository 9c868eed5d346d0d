#!/bin/bash -eu
# The build contract of OSS-Fuzz and ClusterFuzzLite, and the only way fuzz targets are built for an
# engine other than libFuzzer. In: $SRC/ssmspec, $CC, $CFLAGS, $CXX, $CXXFLAGS, $LIB_FUZZING_ENGINE,
# $FUZZING_ENGINE; $SSMSPEC_PARSER may name a static library, a parser to plug in. Out: for each
# fuzz/NAME_fuzzer.c, in $OUT: NAME_fuzzer, its seed corpus, its dictionary and its options. Nothing
# is written into the sources; $WORK holds the rest.
source=$SRC/ssmspec

configure() {
    cmake -G Ninja -S "$source" -B "$1" -D SSMSPEC_FUZZERS_ONLY=ON "${@:2}"
}

# What runs here and now, or in an engine's process: without instrumentation.
tools=$WORK/ssmspec-tools
(
    unset CFLAGS CXXFLAGS LDFLAGS LIB_FUZZING_ENGINE FUZZING_ENGINE
    CC=clang CXX=clang++ configure "$tools" -D CMAKE_BUILD_TYPE=Release \
        -D CMAKE_POSITION_INDEPENDENT_CODE=ON
)
cmake --build "$tools" --target fuzz_dictionary
"$tools/fuzz_dictionary" >"$WORK/ssmspec.dict"

targets=$WORK/ssmspec-targets
configure "$targets" -D SSMSPEC_PARSER="${SSMSPEC_PARSER:-}"
cmake --build "$targets" --target fuzzers

for harness in "$source"/fuzz/*_fuzzer.c; do
    target=$(basename "$harness" .c)
    cp "$targets/$target" "$OUT/"
    "$source/fuzz/equip" "${target%_fuzzer}" "$WORK/ssmspec.dict" "$OUT"
    rm -f "$OUT/${target}_seed_corpus.zip"
    zip -q -j "$OUT/${target}_seed_corpus.zip" "$source/corpus/${target%_fuzzer}"/*
done

# AFL++ passes over libFuzzer's hooks: its mutator is a library, named in
# AFL_CUSTOM_MUTATOR_LIBRARY.
if [ "${FUZZING_ENGINE:-}" = afl ]; then
    cmake --build "$tools" --target aflpp_mutator
    cp "$tools/aflpp_mutator.so" "$OUT/"
fi
