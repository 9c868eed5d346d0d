#!/usr/bin/env bash
# Lists of known failures from outside: what they excuse, what they do not, and where they are
# wrong. Usage: known_test.sh PROGRAM
set -u
program=$1
. "$(dirname "$0")/claims.sh"

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

# A list is kept in step with runs.
known() { "$program" known "$@"; }
claim "a run to make a list from" 1 "2 fail" run "$bad/altered" "$bad/other-secret" cancel-command/CommandId/length --journal "$folder/first"
claim "a list is made" 0 "new.json: 2 added, 0 changed, 0 kept" known init "$folder/new.json" --from "$folder/first" --reason 'the <b>key</b> "later"' --expires 2999-12-31
says new.json '{"id": "'"$bad/altered"'", "reason": "the <b>key</b> \"later\"", "expires": "2999-12-31", "verdict": "fail", "code": "'
claim "it is read" 0 "2 known, 0 fixed" run "$bad/altered" "$bad/other-secret" cancel-command/CommandId/length --known "$folder/new.json" --journal "$folder/second"
claim "it is not written over" 2 "new.json: it is there already" known init "$folder/new.json" --from "$folder/first" --reason x
claim "nothing new" 0 "0 added, 0 changed, 2 kept" known update "$folder/new.json" --from "$folder/second" --reason x
claim "more fails" 1 "2 known" run "$bad/altered" "$bad/other-secret" "$bad/other-body" cancel-command/CommandId/length --known "$folder/new.json" --journal "$folder/third"
claim "it comes in" 0 "1 added, 0 changed, 2 kept" known update "$folder/new.json" --from "$folder/third" --reason x
says new.json '{"id": "'"$bad/other-body"'", "reason": "x", "expires": "'"$(date -u -d '+90 days' +%Y-%m-%d)"'"'
sed -i 's/2999-12-31/2001-01-01/' "$folder/new.json"
claim "what has expired is shown" 1 "new.json:3: $bad/altered expired on 2001-01-01: the <b>key</b>" known check "$folder/new.json"
says out "new.json: 3 entries, 2 expired"
claim "and renewed where it still fails" 0 "0 added, 2 changed, 1 kept" known update "$folder/new.json" --from "$folder/first" --reason x
claim "so that nothing is over" 0 "3 entries, 0 expired" known check "$folder/new.json"
claim "what passes" 0 "ran " "$program" run --quiet "$bad/altered" cancel-command/CommandId/length --journal "$folder/sound"
claim "goes out" 0 "new.json: 1 removed, 2 kept" known prune "$folder/new.json" --from "$folder/sound"
grep -q "$bad/altered" "$folder/new.json" && fail "an entry whose case passes is still there"
cp "$folder/new.json" "$folder/kept.json"
claim "no action" 2 "init, update, check or prune" known
claim "another action" 2 "init, update, check or prune" known forget "$folder/new.json"
claim "no file" 2 "init, update, check or prune" known check
claim "no journal" 2 "--from JOURNAL is missing" known prune "$folder/new.json"
claim "no reason" 2 "--reason TEXT is missing" known update "$folder/new.json" --from "$folder/first"
claim "an odd reason" 2 "holds a control character" known update "$folder/new.json" --from "$folder/first" --reason $'a\eb'
claim "an odd day" 2 '--reason or --expires: must be a day, YYYY-MM-DD: "soon"' known update "$folder/new.json" --from "$folder/first" --reason x --expires soon
claim "a day that is over" 2 "--expires names a day that is over" known update "$folder/new.json" --from "$folder/first" --reason x --expires 2001-01-01
claim "no such journal" 2 "$folder/nowhere: No such file" known update "$folder/new.json" --from "$folder/nowhere" --reason x
claim "what is no journal" 2 "$folder/kept.json:1:" known update "$folder/new.json" --from "$folder/kept.json" --reason x
sed '1s/"suite_digest":"..../"suite_digest":"beef/' "$folder/first" >"$folder/other"
claim "a journal of another suite" 2 "other:1:1: the journal is of another suite" known update "$folder/new.json" --from "$folder/other" --reason x
claim "a list that is wrong" 2 "$folder/first:2:1: " known check "$folder/first"
long=$(printf 'x%.0s' {1..480})
claim "a list beyond a quota" 5 "long.json: cannot be written: File too large" bash -c "(ulimit -f 1; '$program' known init '$folder/long.json' --from '$folder/first' --reason $long) 2>&1 | cat; exit \${PIPESTATUS[0]}"
[ ! -e "$folder/long.json" ] || fail "half a list was left"
claim "a list in no folder" 5 "$folder/no/new.json: cannot be written" known init "$folder/no/new.json" --from "$folder/first" --reason x
cmp -s "$folder/new.json" "$folder/kept.json" || fail "a list was changed by a mistake"

conclude
