#!/usr/bin/env bash
# The program from outside: exit codes and sentences, one line a claim. Usage: cli_test.sh PROGRAM
set -u
program=$1
. "$(dirname "$0")/claims.sh"

run() { "$program" run --quiet "$@"; }

# 0 and 4: sound, and vacuous or cut short
claim "no endpoint: the embedded reference, said aloud" 0 "embedded reference" "$program" run --run 'cancel-command/CommandId/length'
claim "the last line counts" 0 "ran 6 of 6: " run cancel-command/CommandId/length
claim "a run that is cut short is incomplete" 4 "the time limit was reached" run --max-time 0.001
claim "a selection without cases is vacuous" 4 "ran 0 of 0" run --op CancelCommand --kind range
claim "a listing without cases too" 4 "]" "$program" list --json --op CancelCommand --kind range
claim "cases can be listed as JSON" 0 '"id"' "$program" list --json --op CancelCommand
claim "a case can be explained" 0 "a rejection proves something only if" "$program" explain cancel-command/CommandId/length/above-max
claim "how a request is signed wrongly is explained" 0 'signed    for the region "xx-ssmspec-1"' "$program" explain list-commands/Credential/auth/other-region-signed
claim "what is altered behind the signing too" 0 'where ${altered} is the right signature with another last digit' "$program" explain cancel-command/Signature/auth/altered
claim "the counterpart is signed right" 0 "signed    as it should be" "$program" explain cancel-command/Authorization/auth/absent
claim "a step that is signed wrongly says so" 0 "   signed    over a body whose last byte is not the one sent" "$program" explain cancel-command/Signature/auth/other-body-changes-nothing
claim "a request that is signed right says nothing of it" 0 "body" "$program" explain cancel-command/CommandId/length/above-max
if grep -q '^ *signed ' "$folder/out"; then fail "a right signature is explained"; fi
claim "a wire script is explained" 0 'wire      send "{request}"' "$program" explain any/-/http/keep-alive-after-head
claim "half a close says whom it tells when" 0 "          send no more, and say so after 1000 ms without an answer" "$program" explain any/-/http/host-absent
claim "what is sent often says how often" 0 ", 5000 times" "$program" explain any/-/http/headers-many
claim "a step's script is explained alike" 0 "             send no more, and say so" "$program" explain send-command/-/resilience/away-half-closed

# Cases of one's own
own='{"id": "any/-/pinned/mine", "rule": "r", "level": "must", "source": "MODEL:ListCommands", "effect": "none",
  "request": {"headers": [["X-Amz-Target", "AmazonSSM.ListCommands"], ["Content-Type", "application/x-amz-json-1.1"]],
              "body": "{}"}, "accepted": [{"answer": "success"}]}'
echo '{"schema": "ssmspec.cases/1", "cases": ['"$own"']}' >"$folder/mine.json"
echo '{"schema": "ssmspec.cases/1", "cases": ['"${own//mine/yours}"']}' >"$folder/yours.json"
printf '{"schema": "ssmspec.cases/1",\n "cases": 5}' >"$folder/broken.json"
claim "cases of one's own are run" 0 "ran 1 of 1: 1 pass" run --cases "$folder/mine.json" any/-/pinned/mine
claim "several files of them" 0 "ran 2 of 2: 2 pass" run --cases "$folder/mine.json" --cases "$folder/yours.json" '*/*/pinned/mine' '*/*/pinned/yours'
claim "they are listed" 0 "any/-/pinned/mine" "$program" list --cases "$folder/mine.json" --kind pinned
claim "they are explained" 0 "rule      r" "$program" explain --cases "$folder/mine.json" any/-/pinned/mine
claim "without their file they are none" 2 "matches no case" run any/-/pinned/mine
claim "twice is once too often" 2 "$folder/mine.json:1:48: another case has this id" run --cases "$folder/mine.json" --cases "$folder/mine.json"
sent='{"schema": "ssmspec.cases/1", "cases": [{"id": "send-command/-/pinned/mine", "rule": "r", "level": "must", "source": "s", "effect": "none",
  "request": {"headers": [["X-Amz-Target", "AmazonSSM.SendCommand"], ["Content-Type", "application/x-amz-json-1.1"]],
              "body": "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"NODE\"],\"Parameters\":{\"commands\":[\"exit 0\"]}}"},
  "accepted": [{"answer": "success"}]}]}'
echo "${sent/NODE/\${linux_node\}}" >"$folder/sent.json"
claim "a node that is there is named by what says execute" 2 "$folder/sent.json:1:133: \"effect\" must be execute, for text may run by way of \"linux_node\"" run --cases "$folder/sent.json"
echo "${sent/NODE/i-0a1b2c3d4e5f60001}" >"$folder/sent.json"
claim "or kept from it where it is spelled out" 4 "text may run on i-0a1b2c3d4e5f60001, which is bound, and the limit is none" run --effects none --cases "$folder/sent.json" send-command/-/pinned/mine
claim "until that is allowed" 0 "ran 1 of 1: 1 pass" run --cases "$folder/sent.json" send-command/-/pinned/mine
claim "a file of cases that is wrong" 2 "$folder/broken.json:2:11: must be a list" run --cases "$folder/broken.json"
claim "a file of cases that is not there" 2 "$folder/no.json: " run --cases "$folder/no.json"

# 2: usage and configuration
claim "unknown verb" 2 'unknown verb "certainly"' "$program" certainly
claim "unknown flag" 2 "unknown flag --endpoint" run --endpoint http://127.0.0.1:1
claim "unknown short flag" 2 "unknown flag -e" run -e
claim "flag of another verb" 2 "run does not take" run --port 1
claim "behind -- nothing is a flag" 2 'pattern "--help" matches no case' run -- --help
claim "missing value" 2 "a value is missing behind --jobs" run --jobs
claim "flag given twice" 2 "given twice: --jobs" run --jobs 1 --jobs 2
claim "value out of range" 2 "from 1 to 256" run --jobs 0
claim "word out of set" 2 "one of none, create, execute" run --effects some
claim "seconds that are none" 2 "seconds above 0" run --timeout -1
claim "pattern that matches nothing" 2 'pattern "no-such/**" matches no case' run --run 'no-such/**'
claim "skip pattern that matches nothing" 2 "matches no case" run --skip nothing
claim "operation that is none" 2 'operation "Cancel" matches no case' run --op Cancel
claim "kind that is none" 2 'kind "size" matches no case' run --kind size
claim "shard out of range" 2 "--shard takes I/N" run --shard 3/2
claim "report of unknown format" 2 "formats: json junit text" run --report "pdf=$folder/x"
claim "report without path" 2 "FORMAT=PATH" run --report json
claim "URL that is none" 2 "" run --endpoint-url 'not a url'
claim "URL of another scheme" 2 "http" run --endpoint-url ftp://127.0.0.1/
claim "certificates that cannot be read" 2 "$folder/no.pem: " run --ca-bundle "$folder/no.pem"
claim "certificates that are a folder" 2 "$folder: it is a directory" run --ca-bundle "$folder"
claim "certificates that are none" 2 "holds no certificate" run --ca-bundle "$0"
claim "certificates of the environment" 2 "$folder/no.pem: " env AWS_CA_BUNDLE="$folder/no.pem" "$program" run --quiet --endpoint-url https://127.0.0.1:1
claim "certificates of other programs" 0 "" env AWS_CA_BUNDLE="$folder/no.pem" "$program" run --quiet cancel-command/CommandId/length
claim "environment switch that is neither on nor off" 2 'SSMSPEC_STRICT takes one of 1, true, yes, 0, false, no, not "maybe"' env SSMSPEC_STRICT=maybe "$program" run --quiet
claim "environment switch that is off" 0 "ran 6 of 6" env SSMSPEC_STRICT=no "$program" run --quiet cancel-command/CommandId/length
claim "region of serve that is none" 2 "the region is no name of a region" timeout 10 "$program" serve --region 'us east'
claim "and in the environment" 2 "the region is no name of a region" env AWS_DEFAULT_REGION='us/east' timeout 10 "$program" serve
claim "dialects are listed" 0 "times-exponent" timeout 10 "$program" serve --list-dialects
claim "a dialect that is none" 2 'there is no "loud"; --list-dialects' timeout 10 "$program" serve --dialect loud
claim "an empty value" 2 "a value is missing behind --region" run --region=
claim "environment twin" 2 "SSMSPEC_JOBS takes a whole number from 1 to 256" env SSMSPEC_JOBS=many "$program" run --quiet
claim "unknown case" 2 'there is no case "x"' "$program" explain x
claim "half a key pair" 2 "set both" env AWS_ACCESS_KEY_ID=a "$program" run --quiet
claim "profile that does not exist" 2 'the profile "nobody"' run --profile nobody
claim "unreadable bindings" 2 "$folder/none.json: " run --bindings "$folder/none.json"
printf '{\n "schema": "ssmspec.bindings/1",\n "bindings": {"node": 5}\n}' >"$folder/bad.json"
claim "malformed bindings, with file and line" 2 "$folder/bad.json:3:" run --bindings "$folder/bad.json"
claim "bindings that are no JSON" 2 "bindings.txt:1:1:" bash -c "echo no >'$folder/bindings.txt'; '$program' run --quiet --bindings '$folder/bindings.txt'"

# bindings SENTENCE ROLE-AND-VALUE: refused with the file, the line and that sentence.
bindings() {
    printf '{"schema": "ssmspec.bindings/1", "bindings": {\n%s}}' "$2" >"$folder/odd.json"
    claim "bindings: $2" 2 "$1" run --bindings "$folder/odd.json"
    grep -qF "$folder/odd.json:2:" "$folder/out" || fail "no place: $2"
}
bindings "fault_header takes the name of a header" '"fault_header": "X Fault:"'
bindings "fault_header names a header that requests have anyway" '"fault_header": "Content-Length"'
bindings "linux_node holds an empty string" '"linux_node": ""'
bindings "linux_node takes one string" '"linux_node": ["i-0a1b2c3d4e5f60001"]'
bindings "bucket holds a control character" '"bucket": "a\u001b[2J"'
bindings "fleet takes a list of 50 different strings" '"fleet": "i-0a1b2c3d4e5f60001"'
bindings "fleet takes a list of 50 different strings" '"fleet": ["i-0a1b2c3d4e5f60001"]'
bindings "only strings may stand in the list" '"fleet": [1]'
bindings 'tag_target takes "key=value"' '"tag_target": "Environment"'
bindings "has a value of unknown_node, which it contradicts: \"linux_node\"" '"linux_node": "i-0ffffffffffffffff"'
bindings "has a value of linux_node_2, which it contradicts" '"linux_node": "i-1", "linux_node_2": "i-1"'
bindings "has a value of linux_document, which it contradicts" '"unknown_document": "AWS-RunShellScript"'
bindings "node gets its value from the run" '"node": "i-0a1b2c3d4e5f60001"'
bindings "given twice" '"bucket": "a", "bucket": "b"'
printf '{"schema": "ssmspec.bindings/1", "bindings": {"linux_node": "%09000d"}}' 1 >"$folder/long.json"
claim "bindings that are huge" 2 "$folder/long.json:1:61: linux_node holds more than 8,192 bytes" run --bindings "$folder/long.json"
printf '{"schema":"ssmspec.bindings/1","bindings":{"linux_node":null,"fleet":null,"fault_header":null}}' >"$folder/null.json"
claim "null unbinds" 0 "fleet" "$program" run --bindings "$folder/null.json" '**/fleet-of-50' 'cancel-command/CommandId/length/*'

claim "a region that is none" 2 "the region is no name of a region" run --region 'us east'
claim "a key with a line end" 2 "odd character" env AWS_ACCESS_KEY_ID=$'A\n' AWS_SECRET_ACCESS_KEY=b "$program" run --quiet
claim "two reports in one file" 2 "the same" run --report "json=$folder/one" --report "text=$folder/one"
claim "two reports in one file, spelled otherwise" 2 "the same" run --report "json=$folder/one" --report "text=$folder/./one"
ln -s . "$folder/link"
claim "two reports in one file, behind a link" 2 "the same" run --report "json=$folder/one" --report "text=$folder/link/one"
claim "a report onto the journal" 2 "the same" run --report "json=$folder/one" --journal "$folder//one"
# Reports by the dozen: the last is the first again.
dozens=()
for i in $(seq 40); do dozens+=(--report "text=$folder/many-$i"); done
claim "the same file far apart" 2 "the same" run "${dozens[@]}" --report "json=$folder/many-1"
claim "a journal onto the bindings" 2 "the same" run --bindings "$folder/bad.json" --journal "$folder/bad.json"
claim "a host in disguise" 2 "characters that no host has" run --endpoint-url 'http://ssm.us-east-1%E3%80%82amazonaws%E3%80%82com'

# The lock: AWS itself needs its word, before anything is sent.
for host in ssm.us-east-1.amazonaws.com SSM.CN-NORTH-1.AMAZONAWS.COM.CN ssm.us-east-1.api.aws ssm.us-east-1.amazonaws.com. ssm.eusc-de-east-1.amazonaws.eu; do
    claim "AWS is locked: $host" 2 "--allow-live-aws ACCOUNT_ID unlocks it" run --endpoint-url "https://$host"
done
claim "an account id is looked at whatever the endpoint is" 2 "twelve digits" run --allow-live-aws 12345678901
claim "and in the environment" 2 "SSMSPEC_ALLOW_LIVE_AWS takes an account id of twelve digits" env SSMSPEC_ALLOW_LIVE_AWS=mine "$program" run --quiet
claim "the lock wants an account" 2 "twelve digits" run --endpoint-url https://ssm.us-east-1.amazonaws.com --allow-live-aws yes

# 3: nothing answers; the port was free a moment ago
"$program" serve --port 0 --port-file "$folder/port" >"$folder/serve.out" 2>&1 &
server=$!
for _ in $(seq 100); do [ -s "$folder/port" ] && break || sleep 0.05; done
port=$(cat "$folder/port")
claim "a served reference is tested like any endpoint" 0 " 0 fail," run --endpoint-url "http://127.0.0.1:$port" --bindings reference --effects execute cancel-command
claim "a wrong key is nobody's fault but the caller's" 3 "UnrecognizedClientException" env AWS_ACCESS_KEY_ID=nobody AWS_SECRET_ACCESS_KEY=x "$program" run --endpoint-url "http://127.0.0.1:$port"
kill -TERM "$server"
wait "$server"
status=$?
server=
[ "$status" -eq 0 ] || fail "serve does not end cleanly on SIGTERM"
claim "an endpoint that is not there" 3 "cannot be reached" run --endpoint-url "http://127.0.0.1:$port"

# 5: our own outputs
claim "report into a folder that is not there" 5 "$folder/no/report.json cannot be written" run --report "json=$folder/no/report.json"
claim "report onto a folder" 5 "is a directory" run --report "json=$folder"
claim "output that nobody takes" 5 "the output could not be written" bash -c "'$program' run --quiet cancel-command/CommandId >/dev/full"
claim "a closed output" 5 "the output could not be written" bash -c "'$program' run --quiet cancel-command/CommandId/length >&-"
claim "a served port that nobody is told" 5 "the output could not be written" timeout 10 bash -c "'$program' serve >/dev/full"
claim "a journal on a full disk" 5 "/dev/full: cannot be written" run --journal /dev/full cancel-command/CommandId/length
claim "a report on a full disk" 5 "/dev/full: cannot be written" run --report json=/dev/full cancel-command/CommandId/length
claim "a report beside one on a full disk" 5 "(exit 5)" run --report "json=$folder/five.json" --report text=/dev/full cancel-command/CommandId/length
grep -q '"exit_code":5' "$folder/five.json" || fail "a report knows another exit code than the run"
claim "outputs that fail, one after the other" 5 "; /dev/full: cannot be written: No space left on device" bash -c "ulimit -f 8; '$program' run --quiet cancel-command --journal '$folder/eight' --report text=/dev/full"
grep -q "^ssmspec: $folder/eight: cannot be written: File too large; /dev/full: " "$folder/out" || fail "not each failure is said"
claim "a step summary that fails is known to the reports" 5 "(exit 5)" env GITHUB_STEP_SUMMARY=/dev/full "$program" run --quiet --report "json=$folder/noted.json" cancel-command/CommandId/length
grep -q '"exit_code":5' "$folder/noted.json" || fail "a report does not know that the step summary failed"
claim "a step summary on a full disk" 5 "GITHUB_STEP_SUMMARY: /dev/full" env GITHUB_STEP_SUMMARY=/dev/full "$program" run --quiet cancel-command/CommandId/length
claim "a journal in a folder that is not there" 5 "$folder/no/j: cannot be written" run --journal "$folder/no/j" cancel-command/CommandId/length
mkfifo "$folder/pipe"
claim "a pipe cannot be gone on with" 2 "$folder/pipe: it is no file that a run could go on with" timeout -s KILL 20 "$program" run --quiet --resume "$folder/pipe" cancel-command/CommandId/length
claim "a device neither" 2 "/dev/zero: it is no file" run --resume /dev/zero cancel-command/CommandId/length
claim "a journal onto a folder" 5 "$folder: cannot be written" run --journal "$folder" cancel-command/CommandId/length
claim "a quota that ends in the middle" 5 "$folder/quota: cannot be written" bash -c "ulimit -f 8; '$program' run --quiet cancel-command --journal '$folder/quota'"
claim "what a quota left is gone on with" 0 " 0 fail" run cancel-command --resume "$folder/quota"
claim "a report that outgrows the quota" 5 "$folder/large: cannot be written" bash -c "ulimit -f 8; '$program' run --quiet cancel-command --report 'json=$folder/large'"
[ ! -e "$folder/large" ] || fail "half a report"
claim "a listing that outgrows the quota" 5 "the output could not be written" bash -c "ulimit -f 8; '$program' list >'$folder/list'"
claim "an export that outgrows the quota" 5 "cases.json: cannot be written: File too large" bash -c "ulimit -f 64; '$program' export '$folder/small'"
[ "$(ls "$folder/small")" = cases.schema.json ] || fail "half an export"
claim "listing that nobody takes" 5 "the output could not be written" bash -c "'$program' list >/dev/full"

# Reports are whole files
claim "three reports at once" 0 "" run cancel-command --report "json=$folder/r.json" --report "junit=$folder/r.xml" --report "text=$folder/r.txt"
grep -q '"complete":true' "$folder/r.json" && grep -q '</testsuites>' "$folder/r.xml" && grep -q '^ran ' "$folder/r.txt" ||
    fail "reports are not complete"
[ "$(find "$folder" -name '*.tmp*' -o -name '.*tmp*' | wc -l)" -eq 0 ] || fail "temporary files are left"

# Two runs into one folder: each report is the whole of one run, whichever ended last.
together=(--report "json=$folder/two.json" --report "junit=$folder/two.xml" --report "text=$folder/two.txt")
two_runs() {
    "$program" run --quiet cancel-command --seed 1 "${together[@]}" >/dev/null 2>&1 &
    local other=$! status=0
    "$program" run --quiet cancel-command --seed 2 "${together[@]}" >/dev/null 2>&1 || status=1
    wait "$other" || status=1
    [ "$(grep -oE '"seed":[12],' "$folder/two.json" | wc -l)" -eq 1 ] && grep -q '"complete":true' "$folder/two.json" &&
        [ "$(tail -c 4 "$folder/two.json" | tr -d '\n')" = ']}' ] &&
        [ "$(grep -oE 'ssmspec.seed" value="[12]"' "$folder/two.xml" | sort -u | wc -l)" -eq 1 ] &&
        [ "$(tail -n 1 "$folder/two.xml")" = '</testsuites>' ] &&
        [ "$(grep -cE '^ran |  seed [12]$' "$folder/two.txt")" -eq 2 ] && [ "$status" -eq 0 ]
}
for _ in 1 2 3; do
    two_runs || fail "two runs into one folder mix"
done

claim "a closed error stream" 3 "" bash -c "'$program' run cancel-command/CommandId/length --endpoint-url http://127.0.0.1:1 --journal '$folder/j.ndjson' 2>&-"
grep -vq '^{.*}$' "$folder/j.ndjson" && fail "notes stand in the journal"
claim "a report onto a device" 0 "" run cancel-command/CommandId/length --report json=/dev/null

# Traceability
claim "nothing is missing between sources, rules and cases" 0 " 0 gaps" "$program" trace --check
claim "the trace as JSON" 0 '"schema":"ssmspec.trace/1"' "$program" trace --json
claim "the trace as Markdown" 0 "## What API:CancelCommand says" "$program" trace

# Exports
claim "all cases are exported into a new folder" 0 "cases in $folder/vectors/cases.json, digest" "$program" export "$folder/vectors"
claim "and again into the same" 0 "" "$program" export "$folder/vectors"
[ "$(ls "$folder/vectors")" = $'cases.json\ncases.schema.json' ] || fail "an export is not two files"
claim "with cases of one's own" 0 "" "$program" export --cases "$folder/mine.json" "$folder/vectors"
grep -q '"id":"any/-/pinned/mine"' "$folder/vectors/cases.json" || fail "an export without cases of one's own"
claim "help on it" 0 "ssmspec export DIR" "$program" help export
claim "an export to nowhere" 2 "export takes the folder to write to" "$program" export
claim "an export to two folders" 2 'export does not take "b"' "$program" export a b
claim "an export onto a file" 2 "$folder/bad.json is there and is no folder" "$program" export "$folder/bad.json"
claim "an export below a folder that is not there" 5 "the folder $folder/no/vectors cannot be made" "$program" export "$folder/no/vectors"
claim "an export into a folder that takes no files" 5 "/proc/self/cases.schema.json: cannot be written" "$program" export /proc/self
mkdir -p "$folder/taken/cases.json"
claim "an export where a folder is in the way" 5 "$folder/taken/cases.json: cannot be written" "$program" export "$folder/taken"

# Signatures
claim "the embedded reference verifies signatures" 0 "0 inconclusive, 0 not-implemented, 0 skip" run --op CancelCommand --kind auth
claim "requests that are not signed skip what is about signatures" 3 "answers everything with Missing" run --no-sign-request --run 'list-commands/**/auth/*'
{
    "$program" serve --no-verify --port-file "$folder/lax" 2>/dev/null >&2 &
    lax=$!
    for _ in $(seq 100); do [ -s "$folder/lax" ] && break || sleep 0.05; done
    claim "an endpoint that takes any signature is found out, and said aloud" 0 "skipping 56 cases: the endpoint does not verify signatures: a wrong one was answered 200" "$program" run --op ListCommands --kind auth --endpoint-url "http://127.0.0.1:$(cat "$folder/lax")"
    printf '{"schema": "ssmspec.bindings/1", "capabilities": {"sigv4": true}}' >"$folder/proud.json"
    claim "one that is said to verify and does not fails" 1 "as the same request signed right" "$program" run --op CancelCommand --kind auth --bindings "$folder/proud.json" --endpoint-url "http://127.0.0.1:$(cat "$folder/lax")"
    kill "$lax"
}

# GitHub's step summary
claim "a step summary is appended" 0 "" env GITHUB_STEP_SUMMARY="$folder/summary.md" "$program" run --quiet cancel-command/CommandId/length
grep -q '^6 of 6 cases ran: 6 pass, exit code 0' "$folder/summary.md" || fail "no step summary"
claim "a step summary that cannot be written" 5 "GITHUB_STEP_SUMMARY" env GITHUB_STEP_SUMMARY="$folder/no/summary.md" "$program" run --quiet cancel-command/CommandId/length

# 130 and 143: reports are written all the same, marked incomplete
interrupt() {
    local signal=$1 code=$2 status=0
    rm -f "$folder/cut.json"
    "$program" run --quiet --max-time 30 --timeout 20 --endpoint-url "http://127.0.0.1:$hole" \
        --report "json=$folder/cut.json" >/dev/null 2>&1 &
    local victim=$!
    sleep 0.7
    kill -"$signal" "$victim"
    wait "$victim" || status=$?
    if [ "$status" -ne "$code" ] || ! grep -q '"complete":false' "$folder/cut.json"; then
        fail "SIG$signal: exit $status, wanted $code and an incomplete report"
    fi
}
if command -v python3 >/dev/null; then
    # A listener that takes connections and never answers.
    python3 -c '
import socket, sys, time
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(64)
open(sys.argv[1], "w").write(str(s.getsockname()[1])); time.sleep(60)' "$folder/hole" &
    listener=$!
    for _ in $(seq 100); do [ -s "$folder/hole" ] && break || sleep 0.05; done
    hole=$(cat "$folder/hole")
    interrupt INT 130
    interrupt TERM 143
    kill "$listener"
else
    echo "SKIP: signals: python3 is not here"
fi

conclude
