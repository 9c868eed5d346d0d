#!/usr/bin/env bash
# selftest_test.sh SSMSPEC: the reference is clean, and every mutant is found by a case that is
# recorded as its killer. After a change of cases or mutants:
#     ssmspec selftest --write-matrix reports/selftest/matrix.tsv
set -euo pipefail

ssmspec=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "selftest_test: $1" >&2
    exit 1
}

"$ssmspec" selftest --jobs 4 --matrix reports/selftest/matrix.tsv >"$work/out" ||
    { cat "$work/out" >&2 && fail "the recorded killers do not kill"; }
tail -n 1 "$work/out" | grep -qE '^killed ([0-9]+) of \1 mutants: 100\.0 %$' || fail "no full score"
[ "$("$ssmspec" serve --list-mutants | wc -l)" -ge 1300 ] || fail "fewer than 1,300 mutants"

# A matrix that names the wrong killer is noticed.
name=send-command/Comment/length/dropped
printf '%s\t1\tsend-command/-/http/implemented\n' "$name" >"$work/wrong.tsv"
status=0
"$ssmspec" selftest --matrix "$work/wrong.tsv" "$name" >"$work/out" || status=$?
[ "$status" -eq 1 ] || fail "a survivor ends with exit $status"
grep -q "^survivor  $name" "$work/out" || fail "the survivor is not named"

status=0
"$ssmspec" selftest no/such/mutant >/dev/null 2>"$work/err" || status=$?
[ "$status" -eq 2 ] || fail "an unknown mutant ends with exit $status"
"$ssmspec" selftest --json "$name" | grep -q '"killed":1,"total":1' || fail "the JSON has no score"
