#!/usr/bin/env bash
# A stranger's way: the installed header, a compiler that knows nothing of us, a library, a build
# with -D SSMSPEC_PARSER, and the harnesses speak to it. Also with the naive example, which drags
# another library along. Takes a minute: one build of the harnesses.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake="cmake -G Ninja -S $root -B $work/build -D CMAKE_BUILD_TYPE=Debug -D SSMSPEC_FUZZERS_ONLY=ON"

$cmake >"$work/log"
cmake --install "$work/build" --prefix "$work/prefix" >>"$work/log" 2>&1
for compiler in "cc -std=c99 -Wall -Wextra -Werror -pedantic" "c++ -Wall -Werror -x c++"; do
    printf '#include <ssmspec_parser.h>\nint main(void) { return 0; }\n' |
        $compiler -I "$work/prefix/include" -fsyntax-only $([[ $compiler == c++* ]] || echo -x c) -
done

# plug NAME [LIBRARY]: the example NAME behind the harnesses.
plug() {
    local name=$1 libraries="$work/lib$1.a${2:+;$2}"
    cc -std=c99 -O1 -I "$work/prefix/include" -c "fuzz/plugged/$name.c" -o "$work/$name.o"
    ar rcs "$work/lib$name.a" "$work/$name.o"
    $cmake -D SSMSPEC_PARSER="$libraries" >>"$work/log"
    cmake --build "$work/build" --target differential_replay positive_replay metamorphic_replay \
        >>"$work/log" || {
        tail -n 40 "$work/log" >&2
        exit 1
    }
}

plug cancel_only
for harness in differential positive metamorphic; do
    "$work/build/${harness}_replay" "corpus/$harness"
done

plug naive_cjson "$(cc -print-file-name=libcjson.so)"
if "$work/build/differential_replay" corpus/differential 2>"$work/said"; then
    echo "the naive parser is not caught" >&2
    exit 1
fi
grep -a -m 1 '^ORACLE: ' "$work/said"

if $cmake -D SSMSPEC_PARSER=libcancel_only.a >"$work/log" 2>&1; then
    echo "a relative path is taken" >&2
    exit 1
fi
grep -q 'not an absolute path' "$work/log"
