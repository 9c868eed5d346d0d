#!/usr/bin/env bash
# A soak must find what leaks: each plant ends it with 1 and the leaker's name, and without one it
# ends with 0. Usage: plants_test.sh SOAK
set -u
soak=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

# claim EXIT_CODE WANTED_WORDS ARGUMENT...: cases that wait are left out.
claim() {
    local code=$1 wanted=$2 status=0
    shift 2
    "$soak" "$@" --skip '**/state/**' --skip '**/resilience/**' --skip '**/http/**' >"$folder/out" 2>&1 </dev/null || status=$?
    grep -E '^(LEAK|[0-9])' "$folder/out"
    [ "$status" -eq "$code" ] && grep -qF -e "$wanted" "$folder/out" && return
    echo "FAIL: $*: exit $status, wanted $code and \"$wanted\""
    tail -n 5 "$folder/out"
    failures=$((failures + 1))
}

claim 0 ": nothing leaks" 10000
claim 1 "LEAK: memory of the runner grew by" --plant runner-memory 10000
claim 1 "LEAK: memory of the endpoint grew by" --plant endpoint-memory 10000
claim 1 "LEAK: the runner has" --plant runner-file 10000
claim 1 "LEAK: the endpoint has" --plant endpoint-file 10000

[ "$failures" -eq 0 ] && echo "4 planted leaks found"
exit $((failures > 0))
