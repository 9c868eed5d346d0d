#!/usr/bin/env bash
# A run that is killed loses nothing: after kill -9 at random moments, --resume ends with the report
# of a run that nobody disturbed. Usage: resume_test.sh PROGRAM [KILLS]
set -u
program=$1
kills=${2:-4}
. "$(dirname "$0")/claims.sh"

seed=$(($(date +%s) % 32768))
RANDOM=$seed
echo "moments of kills are made from $seed"

# What is of the moment and not of the run: times, ids, the embedded endpoint's port.
mask() {
    sed -E -e 's/"seconds":[0-9.e-]+/"seconds":0/g' -e 's/"started":"[^"]*"/"started":""/' \
        -e 's/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ID/g' \
        -e 's/127\.0\.0\.1:[0-9]+/HOST/g' "$1"
}

# same TEXT: the run that was disturbed has the report of the one that was not.
same() {
    diff <(mask "$folder/whole.json") <(mask "$folder/resumed.json") >"$folder/diff" && return
    fail "$1: another report"
    cut -c 1-600 "$folder/diff" | head -n 6
}

# killed ARGUMENT...: start a run, kill it after a random moment. 1: it had ended before.
killed() {
    "$program" run --quiet "$@" --report "json=$folder/resumed.json" >"$folder/out" 2>&1 &
    local victim=$! status=0 moment=$((RANDOM % whole_ms))
    sleep "$((moment / 1000)).$(printf '%03d' $((moment % 1000)))"
    kill -9 "$victim" 2>/dev/null
    wait "$victim" 2>/dev/null || status=$?
    [ "$status" -eq 137 ] && return 0
    [ "$status" -eq 0 ] || { fail "a part that nobody killed: exit $status" && tail -n 3 "$folder/out"; }
    return 1
}

# chain NAME KILLS ARGUMENT...: kill a run and what goes on with it; one that comes to its end all
# the same is looked at, and another is started.
chain() {
    local name=$1 count=$2 kills=0 ends=0 kept=0 start whole_ms how
    shift 2
    start=$(date +%s%3N)
    claim "$name: nobody disturbs" 0 "ran " "$program" run --quiet "$@" --report "json=$folder/whole.json"
    whole_ms=$(($(date +%s%3N) - start + 1))
    rm -f "$folder/j"
    while [ "$kills" -lt "$count" ]; do
        how=--journal
        [ ! -e "$folder/j" ] || how=--resume
        if killed "$@" "$how" "$folder/j"; then
            kills=$((kills + 1))
            continue
        fi
        kept=$((kept + $(resumed)))
        ends=$((ends + 1))
        same "$name"
        rm -f "$folder/j"
    done
    [ -e "$folder/j" ] || : >"$folder/j"
    claim "$name: the last part" 0 "ran " "$program" run --quiet "$@" --resume "$folder/j" --report "json=$folder/resumed.json"
    same "$name"
    echo "$name: $kills kills, gone on with $((kept + $(resumed))) times, $((ends + 1)) runs compared"
}

resumed() { grep -c '"resumed"' "$folder/j"; }

serve() {
    "$program" serve --port 0 --port-file "$folder/port" >/dev/null 2>&1 &
    server=$!
    for _ in $(seq 100); do [ -s "$folder/port" ] && break || sleep 0.05; done
}

chain "embedded reference" $((kills / 2)) --seed 7 --jobs 8
mv "$folder/whole.json" "$folder/first.json"
serve
chain "an endpoint that lives on" $((kills - kills / 2)) --seed 8 --jobs 4 \
    --endpoint-url "http://127.0.0.1:$(cat "$folder/port")" --bindings reference --effects execute

# A signal: every report is whole and says that it is not complete, and the journal is gone on with.
stopped() {
    local signal=$1 code=$2 status=0 count
    rm -f "$folder/cut"
    "$program" run --quiet --seed 7 --jobs 8 --journal "$folder/cut" --report "json=$folder/cut.json" \
        --report "junit=$folder/cut.xml" --report "text=$folder/cut.txt" >/dev/null 2>"$folder/out" &
    local victim=$!
    for _ in $(seq 200); do
        count=$(grep -c '"verdict"' "$folder/cut" 2>/dev/null)
        [ "${count:-0}" -gt 5 ] && break
        sleep 0.02
    done
    kill -"$signal" "$victim"
    wait "$victim" || status=$?
    [ "$status" -eq "$code" ] || fail "SIG$signal: exit $status, wanted $code"
    grep -q '"complete":false,"stop_reason":"interrupted"' "$folder/cut.json" && [ "$(tail -n 1 "$folder/cut.json")" = ']}' ] &&
        grep -q 'name="ssmspec.complete" value="false"' "$folder/cut.xml" && grep -q '</testsuites>' "$folder/cut.xml" &&
        grep -qx 'incomplete: interrupted' "$folder/cut.txt" && tail -n 1 "$folder/cut.txt" | grep -q "(exit $code)" &&
        tail -n 1 "$folder/cut" | grep -q "\"complete\":false,\"exit_code\":$code" || fail "SIG$signal: an output is not marked"
}
stopped TERM 143
stopped INT 130
claim "what a signal ended" 0 "ran " "$program" run --quiet --seed 7 --jobs 8 --resume "$folder/cut" --report "json=$folder/resumed.json"
diff <(mask "$folder/first.json") <(mask "$folder/resumed.json") >/dev/null || fail "another report after a signal"

# Every place where a line may be torn.
"$program" run --quiet --seed 9 cancel-command/CommandId --journal "$folder/short" --report "json=$folder/whole.json" >/dev/null 2>&1
size=$(stat -c %s "$folder/short")
for _ in 1 2 3 4 5 6; do
    head -c $((RANDOM * 32768 % size)) "$folder/short" >"$folder/torn"
    claim "a torn journal" 0 "ran " "$program" run --quiet --seed 9 cancel-command/CommandId --resume "$folder/torn" --report "json=$folder/resumed.json"
    same "a torn line"
done

run() { "$program" run --quiet "$@"; }
select=cancel-command/CommandId
claim "nothing is missing" 0 "ran " run $select --resume "$folder/short" --report "json=$folder/resumed.json"
same "nothing is missing"
claim "it is said what is kept" 0 "going on with $folder/short: " "$program" run $select --resume "$folder/short"

# What is not this run's is refused, with the file and the line, and left as it is.
cp "$folder/short" "$folder/before"
refused() {
    local text=$1 wanted=$2
    shift 2
    claim "$text" 2 "$wanted" run "$@" --resume "$folder/short"
    cmp -s "$folder/short" "$folder/before" || { fail "$text: the journal was changed" && cp "$folder/before" "$folder/short"; }
}
refused "another seed" "short:1:1: the journal is of the seed 9, this run of 10" $select --seed 10
refused "another selection" "short:1:1: the journal is of another selection" cancel-command/InstanceIds
refused "a lower level" "short:1:1: the journal is of another selection" $select --level must
refused "another match" 'short:1:1: the journal is of the flags "", this run of "--match exact"' $select --match exact
refused "another region" 'short:1:1: the journal is of the region "us-east-1", this run of "eu-west-1"' $select --region eu-west-1
refused "another endpoint" 'short:1:1: the journal is of the flags ""' $select --endpoint-url "http://127.0.0.1:$(cat "$folder/port")"
refused "two journals" "--journal cannot name another" $select --journal "$folder/other"
sed '1s/"suite_digest":"..../"suite_digest":"beef/' "$folder/short" >"$folder/other"
claim "another suite" 2 'other:1:1: the journal is of the suite "beef' run $select --resume "$folder/other"
sed '3s/"id":"[^"]*"/"id":"no-such\/case"/' "$folder/short" >"$folder/other"
claim "a result of no case" 2 "other:3:1: the run has no such case: no-such/case" run $select --resume "$folder/other"
{ head -n 3 "$folder/short" && sed -n 2p "$folder/short"; } >"$folder/other"
claim "a result twice" 2 "other:4:1: line 2 holds a result of the same case already" run $select --resume "$folder/other"
sed '2s/"delivered":true/"delivered":1/' "$folder/short" >"$folder/other"
claim "a wrong member" 2 "other:2:" run $select --resume "$folder/other"
printf 'dear diary' >"$folder/other"
claim "no journal" 2 "other:1:1: " run $select --resume "$folder/other"
grep -qx 'dear diary' "$folder/other" || fail "somebody's file was changed"
claim "a journal that is not there" 2 "nowhere: No such file" run $select --resume "$folder/nowhere"
claim "a journal that is a folder" 5 "$folder: cannot be written" run $select --resume "$folder"

# One journal takes one run at a time.
"$program" run --quiet --seed 9 --journal "$folder/mine" >/dev/null 2>&1 &
first=$!
for _ in $(seq 100); do [ -s "$folder/mine" ] && break || sleep 0.02; done
claim "a second run into the journal" 5 "mine: another run is writing to it" run $select --journal "$folder/mine"
claim "a second run that goes on with it" 5 "mine: another run is writing to it" run --seed 9 --resume "$folder/mine"
wait "$first" || fail "the first run was disturbed"
grep -q '"complete":true' "$folder/mine" || fail "the first run's journal has no end"

conclude
