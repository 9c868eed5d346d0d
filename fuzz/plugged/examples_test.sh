#!/usr/bin/env bash
# The two example parsers under the differential harness: the naive one is caught with one finding
# for each kind of fault, however often a fault comes; the right one and our own are not.
# fuzz/plugged/examples_test.sh NAIVE_HUNT CANCEL_HUNT REFERENCE_HUNT
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
naive=$1 cancel=$2 reference=$3
corpus=corpus/differential
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Faults that the literature on this library and on parsers like this one knows.
expected="error_type lenient_behind lenient_between lenient_control lenient_count lenient_enum
lenient_escape lenient_integer lenient_length lenient_number lenient_pattern lenient_range
lenient_required lenient_type meaning_duplicates meaning_nul meaning_plain strict_null
strict_plain"

status=0 start=$SECONDS
"$naive" -seed=1 -runs=1500 -out="$work" "$corpus" >"$work/log" 2>&1 || status=$?
seconds=$((SECONDS - start))
tail -n 30 "$work/log"
[ "$status" -eq 1 ] || {
    echo "the naive parser: status $status, expected findings" >&2
    exit 1
}
for id in $expected; do
    [ -f "$work/$id" ] || {
        echo "the naive parser: not caught at $id" >&2
        exit 1
    }
done
[ "$seconds" -lt 60 ] || {
    echo "the naive parser: caught, but in $seconds s" >&2
    exit 1
}
# Deduplicated: each id is said once.
said=$(grep -ac '^finding ' "$work/log")
[ "$said" -eq "$(grep -a '^finding ' "$work/log" | awk '{ print $2 }' | sort -u | wc -l)" ]
echo "naive: $said distinct findings in $seconds s"

for hunter in "$cancel" "$reference"; do
    "$hunter" -seed=1 -runs=8000 "$corpus" >"$work/log" 2>&1 || {
        echo "$hunter: a correct parser is accused:" >&2
        cat "$work/log" >&2
        exit 1
    }
    cat "$work/log"
done
