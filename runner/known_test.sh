#!/usr/bin/env bash
# Lists of known failures from outside: what they excuse, what they do not, and where they are
# wrong. Usage: known_test.sh PROGRAM
set -u
program=$1
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
failures=0
unset AWS_ENDPOINT_URL AWS_ENDPOINT_URL_SSM AWS_PROFILE AWS_REGION AWS_DEFAULT_REGION
export HOME=$folder

fail() {
    echo "FAIL: $1"
    failures=$((failures + 1))
}

# claim TEXT EXIT_CODE WANTED_WORDS COMMAND...: the code, and the words somewhere in the output.
claim() {
    local text=$1 code=$2 wanted=$3 status=0
    shift 3
    "$@" >"$folder/out" 2>&1 </dev/null || status=$?
    if [ "$status" -ne "$code" ] || ! grep -qF -e "$wanted" "$folder/out"; then
        fail "$text: exit $status, wanted $code and \"$wanted\""
        tail -n 5 "$folder/out"
    fi
}

says() { grep -qF -e "$2" "$folder/$1" || fail "$1 does not say: $2"; }

# list ENTRY...: the list, an entry a line from line 3 on.
list() {
    local entry between=
    {
        printf '{"schema": "ssmspec.known/1",\n "entries": [\n'
        for entry in "$@"; do
            printf '%s%s' "$between" "$entry"
            between=$',\n'
        done
        printf '\n]}\n'
    } >"$folder/known.json"
}
entry() { printf '{"id": "%s", "reason": "%s", "expires": "%s"}' "$1" "${3:-not yet}" "${2:-2999-12-31}"; }

# An endpoint that fails: it is said to verify signatures and does not.
"$program" serve --no-verify --port 0 --port-file "$folder/port" >/dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -s "$folder/port" ] && break || sleep 0.05; done
url=http://127.0.0.1:$(cat "$folder/port")
printf '{"schema": "ssmspec.bindings/1", "capabilities": {"sigv4": true}}' >"$folder/proud.json"
bad=cancel-command/Signature/auth
run() { "$program" run --quiet --endpoint-url "$url" --bindings "$folder/proud.json" "$@"; }
gate() { run "$bad/altered" "$bad/other-secret" cancel-command/CommandId/length --known "$folder/known.json" "$@"; }

claim "without a list they fail" 1 "2 fail," run "$bad/altered" "$bad/other-secret" cancel-command/CommandId/length
list "$(entry "$bad/altered")" "$(entry "$bad/other-secret" 2999-01-01 'the <b>key</b> is not looked at')"
claim "what is known does not fail a run" 0 "0 fail, 0 deviation, 0 info, 0 inconclusive, 0 not-implemented, 0 skip, 2 known, 0 fixed (exit 0)" gate \
    --report "json=$folder/r.json" --report "junit=$folder/r.xml" --journal "$folder/j"
says out "KNOWN  $bad/altered  not yet (known until 2999-12-31): "
says r.json '"known":2,"fixed":0'
says r.json '"verdict":"known"'
says r.json '"known":{"digest":"'"$(sha256sum <"$folder/known.json" | cut -c 1-64)"'","expired":[]}'
says r.xml '<skipped message="the &lt;b&gt;key&lt;/b&gt; is not looked at (known until 2999-01-01): '
claim "a step summary counts them" 0 "" env GITHUB_STEP_SUMMARY="$folder/summary.md" "$program" run --quiet --endpoint-url "$url" --bindings "$folder/proud.json" "$bad/altered" cancel-command/CommandId/length --known "$folder/known.json"
says summary.md "7 of 7 cases ran: 6 pass 1 known, exit code 0"
claim "in the environment" 0 "2 known" env SSMSPEC_KNOWN="$folder/known.json" "$program" run --quiet --endpoint-url "$url" --bindings "$folder/proud.json" "$bad/altered" "$bad/other-secret" cancel-command/CommandId/length
claim "known alone proves nothing" 4 "0 pass" run "$bad/altered" --known "$folder/known.json"
claim "what is not listed fails" 1 "1 fail" gate "$bad/other-body"

list "$(entry '**/auth/altered')" "$(entry 'cancel-command/Signature/**/other-*')"
claim "patterns" 0 "2 known" gate

list "$(entry "$bad/altered")" "$(entry "$bad/other-secret")" "$(entry cancel-command/CommandId/length/above-max)"
claim "what passes is stale" 1 "2 known, 1 fixed (exit 1)" gate --report "junit=$folder/r.xml"
says out "It passes, but stands in line 5 of the known failures: not yet"
says r.xml 'message="It passes, but stands in line 5'

list "$(entry "$bad/altered" 2001-01-01)" "$(entry "$bad/other-secret")"
claim "what has expired fails" 1 "1 fail, 0 deviation, 0 info, 0 inconclusive, 0 not-implemented, 0 skip, 1 known" gate \
    --report "json=$folder/r.json" --report "junit=$folder/r.xml"
says out "EXPIRED  $bad/altered expired on 2001-01-01: not yet"
says r.json "\"expired\":[\"$bad/altered expired on 2001-01-01: not yet\"]"
says r.xml '<testsuite id="1" name="known failures" tests="1" failures="1"'
list "$(entry "$bad/altered" 2001-01-01)" "$(entry "$bad/other-secret")"
claim "an expired entry of cases that are not chosen is left alone" 0 "1 known" run "$bad/other-secret" cancel-command/CommandId/length --known "$folder/known.json"
list "{\"id\": \"$bad/altered\", \"reason\": \"r\", \"expires\": \"2999-01-01\", \"verdict\": \"deviation\"}" "$(entry "$bad/other-secret")"
claim "what fails otherwise fails" 1 "It is known to fail in another way." gate

# The journal holds what came of it, and belongs to the list.
list "$(entry "$bad/altered")" "$(entry "$bad/other-secret" 2999-01-01 'the <b>key</b> is not looked at')"
head -n 5 "$folder/j" >"$folder/part"
claim "a run goes on with its list" 0 "2 known" gate --resume "$folder/part"
head -n 5 "$folder/j" >"$folder/part"
list "$(entry "$bad/altered")" "$(entry "$bad/other-secret")"
claim "and with no other" 2 "part:1:1: the journal is of the known failures" gate --resume "$folder/part"

# Mistakes have a file, a line and a column.
mistake() {
    local text=$1 wanted=$2
    claim "$text" 2 "$folder/known.json:$wanted" gate
}
list "$(entry "$bad/altered")" "$(entry "$bad/alterred")"
mistake "an entry that means no case" "4:8: \"$bad/alterred\" matches no case"
list "$(entry "$bad/altered")" "$(entry "$bad/altered" 2998-01-01)"
mistake "two entries that contradict each other" "4:8: line 3 has an entry for it: $bad/altered"
list "$(entry "$bad/altered" 2999-02-29)"
mistake "a day that is none" "3:81: must be a day"
list "$(entry "$bad/altered" 2999-01-01 ' ')"
mistake "no reason" "3:59: must be a string that says something: \"reason\""
list '{"id": "x"}' ','
mistake "no JSON" "4:1: "
yes '[' | head -c 500000 | tr -d '\n' >"$folder/known.json"
mistake "a deep file" "1:"
{ printf '{"schema": "ssmspec.known/1", "entries": [' && yes '1,' | head -c 1500000 && printf '1]}'; } >"$folder/known.json"
mistake "a list of many values" "39998:"
yes "$(entry "$bad/altered")" | head -c 3000000 >"$folder/known.json"
claim "a huge file" 2 "$folder/known.json: the file is too large" gate
printf '\377\376' >"$folder/known.json"
mistake "no text" "1:1: "
claim "a list that is not there" 2 "$folder/none: No such file" run --known "$folder/none"
claim "a list that is a folder" 2 "$folder: it is a directory" run --known "$folder"
claim "a report onto the list" 2 "the same" run --known "$folder/known.json" --report "json=$folder/./known.json"

[ "$failures" -eq 0 ] && echo "all claims hold"
exit $((failures > 0))
