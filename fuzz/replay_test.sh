#!/usr/bin/env bash
# What the replayer promises, seen on the JSON harness: fuzz/replay_test.sh JSON_REPLAY
# SLOW_REPLAY, of a harness that never ends and a guard of one second
set -euo pipefail
replay=$1 slow=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fails() {
    local why=$1
    shift
    ! "$@" >"$work/out" 2>&1 || {
        echo "$*: expected to fail ($why)" >&2
        exit 1
    }
    grep -qF -- "$why" "$work/out" || {
        echo "$*: said nothing of: $why" >&2
        cat "$work/out" >&2
        exit 1
    }
}

mkdir "$work/empty" "$work/good" "$work/bad"
printf '{}' >"$work/good/y_object"
printf '{' >"$work/good/n_open"
printf '{"a":' >"$work/good/i_either"
printf '[1' >"$work/good/plain"
: >"$work/good/n_empty"
"$replay" "$work/good" | grep -qx "replayed 5 inputs"

fails "nothing to replay" "$replay" "$work/empty"
fails "nothing to replay" "$replay" "$work/good" "$work/empty"
fails "cannot be read" "$replay" "$work/absent"
fails "usage" "$replay"

printf '{' >"$work/bad/y_open"
fails "y_open: rejected" "$replay" "$work/bad"
mv "$work/bad/y_open" "$work/bad/n_object"
printf '{}' >"$work/bad/n_object"
fails "n_object: accepted" "$replay" "$work/bad"

fails "too slow: $work/good/n_open" timeout 10 "$slow" "$work/good/n_open"
