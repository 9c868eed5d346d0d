#!/usr/bin/env bash
# Every oracle that a harness declares has a harness that it must stop: complete_test.sh NEGATIVE...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fuzz/planted holds the targets of the benchmark, which are no harnesses: they are there to fail.
grep -rhoE --exclude-dir=planted --include='*.c' '^SSMSPEC_ORACLE_ID\([a-z_0-9]+\)' fuzz | sed 's/.*(\(.*\))/\1/' |
    sort >"$work/declared"
for negative in "$@"; do
    "$negative" list
done | sort >"$work/told"

[ "$(wc -l <"$work/declared")" -gt 50 ] # the pattern still finds them
if ! diff <(sort -u "$work/declared") "$work/told" >"$work/diff"; then
    echo "oracles without a lie (<), lies without an oracle or told twice (>):" >&2
    grep '^[<>]' "$work/diff" >&2
    exit 1
fi
twice=$(uniq -d "$work/declared")
[ -z "$twice" ] || {
    echo "declared twice, so that findings cannot be told apart: $twice" >&2
    exit 1
}
echo "$(wc -l <"$work/told") oracles, each with a lie"
