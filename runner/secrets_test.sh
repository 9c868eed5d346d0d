#!/usr/bin/env bash
# What must never be written down - keys, tokens, signatures - stands in no output of a run, whatever
# an endpoint echoes and whatever goes wrong. Usage: secrets_test.sh PROGRAM
set -u
program=$1
command -v python3 >/dev/null || { echo "skipped: python3 is not here" && exit 77; }
. "$(dirname "$0")/claims.sh"
mkdir "$folder/out" "$folder/in"

# Made up here, with characters that every encoding changes.
export AWS_ACCESS_KEY_ID=AKIAMADEUPFORTESTS01
export AWS_SECRET_ACCESS_KEY='s3cr3t/K3y+that=n0body/shou1d/s33/anyw4r'
export AWS_SESSION_TOKEN='FwoT0k3n/th4t+ends=n0where//'"$(printf 'IQoJb3JpZ2lu%.0s' 1 2 3 4 5 6 7 8)"'=='

# A session that is over, by binding.
export OVER_KEY_ID=ASIAMADEUPANDOVER001
export OVER_SECRET='0ver/But+still=n0bodys/bus1ness/but/0urs'
export OVER_TOKEN='0verT0k3n/that+was=0nce//'"$(printf 'SVFvSmIzSnBa%.0s' 1 2 3 4 5 6 7 8)"'=='

# An endpoint that echoes: credentials and the request's Authorization and token, in every place of
# an answer and in several spellings. Signatures that it was sent are noted in in/sent.
cat >"$folder/in/echo.py" <<'PY'
import base64, http.server, json, os, re, sys, threading, urllib.parse

known = [os.environ[n] for n in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "OVER_KEY_ID", "OVER_SECRET", "OVER_TOKEN")]
count = 0
sent = open(sys.argv[2], "a")

def spellings(text):
    return [text, urllib.parse.quote(text, safe=""), urllib.parse.quote(text), text.lower(), text.upper()]

class Echo(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *a): pass
    def do_POST(self):
        global count
        count += 1
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        auth = self.headers.get("Authorization") or ""
        for signature in re.findall(r"[0-9a-f]{64}", auth):
            sent.write(signature + "\n")
            sent.flush()
        texts = [auth, self.headers.get("X-Amz-Security-Token") or ""] + known
        text = texts[count // 8 % len(texts)]
        text = spellings(text)[count // 40 % 5].replace("\n", " ")
        status, kind, answer, headers = 400, "application/x-amz-json-1.1", "", {}
        how = count % 8
        if how == 0:
            answer = json.dumps({"__type": "ValidationException", "message": "refused: " + text})
        elif how == 1:
            answer = json.dumps({"__type": text, "Message": text}).replace("/", "\\/")
        elif how == 2:
            status, answer = 200, json.dumps({text: text, "Command": {"CommandId": text, "Status": text}, "Commands": [text]})
        elif how == 3:
            answer, headers = "{}", {"X-Amzn-ErrorType": text, "x-amzn-RequestId": text}
        elif how == 4:
            kind, answer = "text/html", "<html>" + text + "</html>"
        elif how == 5:
            kind, answer = text, json.dumps({"__type": "InvalidInstanceId", "message": text[:50]})
        elif how == 6:
            status, answer = 500, json.dumps({"__type": "InternalServerError", "message": base64.b64encode(b"x").decode() + " " + text})
        data = answer.encode()
        if how == 7:
            self.wfile.write(("HTTP/1.1 banana " + text + "\r\n" + text + "\r\n\r\n").encode())
            self.close_connection = True
            return
        self.send_response(status, text)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    def handle_error(self, *a): pass

server = Server(("127.0.0.1", 0), Echo)
open(sys.argv[1] + "~", "w").write(str(server.server_port))
os.rename(sys.argv[1] + "~", sys.argv[1])
threading.Timer(300, lambda: os._exit(0)).start()
server.serve_forever()
PY
python3 "$folder/in/echo.py" "$folder/in/port" "$folder/in/sent" &
server=$!
for _ in $(seq 200); do [ -s "$folder/in/port" ] && break || sleep 0.05; done
url=http://127.0.0.1:$(cat "$folder/in/port")

# keep NAME EXIT_CODES COMMAND...: run it; all it writes is kept.
keep() {
    local name=$1 code=$2 status=0
    shift 2
    timeout 120 "$@" >"$folder/out/$name.stdout" 2>"$folder/out/$name.stderr" </dev/null || status=$?
    [[ " $code " == *" $status "* ]] || { fail "$name: exit $status, wanted $code" && tail -n 3 "$folder/out/$name.stderr"; }
}
all() {
    local name=$1
    shift
    keep "$name" "$@" --report "json=$folder/out/$name.json" --report "junit=$folder/out/$name.xml" --report "text=$folder/out/$name.txt"
}
export GITHUB_STEP_SUMMARY=$folder/out/summary.md

# Every run knows that session.
over="\"expired_credentials\": [\"$OVER_KEY_ID\", \"$OVER_SECRET\", \"$OVER_TOKEN\"]"
printf '{"schema": "ssmspec.bindings/1",\n "bindings": {"linux_node": "i-1", "linux_node_2": "i-2", %s}}' "$over" >"$folder/in/plain.json"
printf '{"schema": "ssmspec.bindings/1", "capabilities": {"sigv4": true},\n "bindings": {%s}}' "$over" >"$folder/in/proud.json"
export SSMSPEC_BINDINGS=$folder/in/plain.json

# The first answer is the probe's, and is an error of the name that was sent as Authorization.
all probe 4 "$program" run --endpoint-url "$url" --effects none --op CancelCommand --kind auth --timeout 5
all echo 1 "$program" run --endpoint-url "$url" --bindings "$folder/in/proud.json" --effects none --jobs 8 --timeout 5 --max-time 60 --seed 1 --match exact --journal "$folder/out/j" --skip '**/state/**' --skip '**/resilience/**'
cp "$folder/out/j" "$folder/out/j.whole"
head -c 60000 "$folder/out/j.whole" >"$folder/out/j"
all resumed 1 "$program" run --endpoint-url "$url" --bindings "$folder/in/proud.json" --effects none --jobs 8 --timeout 5 --max-time 60 --match exact --resume "$folder/out/j" --skip '**/state/**' --skip '**/resilience/**'
all execute 1 "$program" run --endpoint-url "$url" --effects execute --jobs 4 --timeout 5 --max-time 20 --seed 2 --run '**/state/**'
unset GITHUB_STEP_SUMMARY

# What goes wrong must not say them either.
user=${AWS_ACCESS_KEY_ID}:${AWS_SECRET_ACCESS_KEY//\//%2F}
all userinfo 1 "$program" run --endpoint-url "http://$user@${url#http://}" --op CancelCommand --kind length
keep userinfo-nobody 3 "$program" run --endpoint-url "http://$user@127.0.0.1:1" --op CancelCommand --kind length
keep userinfo-bad 2 "$program" run --endpoint-url "http://$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY@127.0.0.1:x/"
keep userinfo-scheme 2 "$program" run --endpoint-url "ftp://$user@127.0.0.1/"
keep userinfo-aws 2 "$program" run --endpoint-url "https://$user@ssm.us-east-1.amazonaws.com/"
keep odd-key 2 env AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY"$'\n' "$program" run --op CancelCommand
keep odd-token 2 env AWS_SESSION_TOKEN="$AWS_SESSION_TOKEN"$'\x01' "$program" run --op CancelCommand
mkdir "$folder/.aws"
printf '[odd]\naws_access_key_id = %s\naws_secret_access_key %s\n[half]\naws_secret_access_key = %s\n[%s\n' \
    "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SECRET_ACCESS_KEY" "$AWS_SECRET_ACCESS_KEY" >"$folder/.aws/credentials"
keep odd-profile "2 3" env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN "$program" run --endpoint-url http://127.0.0.1:1 --profile odd --op CancelCommand
keep half-profile "2 3" env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY -u AWS_SESSION_TOKEN "$program" run --endpoint-url http://127.0.0.1:1 --profile half --op CancelCommand
keep proxied 3 env http_proxy="http://$user@127.0.0.1:1" no_proxy= "$program" run --endpoint-url http://localhost.invalid:1 --op CancelCommand --kind length
cp "$folder/out/j.whole" "$folder/in/torn"
printf '%s\n' "$AWS_SECRET_ACCESS_KEY" >>"$folder/in/torn"
keep journal-odd 2 "$program" run --endpoint-url "$url" --resume "$folder/in/torn"
printf '{"schema":"ssmspec.known/1","entries":[%s]}' "$AWS_SECRET_ACCESS_KEY" >"$folder/in/known"
keep known-odd 2 "$program" run --known "$folder/in/known"

# What sends nothing has no business with them.
keep list 0 "$program" list --json
keep explain 0 "$program" explain list-commands/Signature/auth/altered
keep trace 0 "$program" trace --json
keep trace-text 0 "$program" trace
keep version 0 "$program" version --json
keep help 0 "$program" help run
keep export 0 "$program" export "$folder/in/vectors"
cp "$folder/in/vectors/cases.json" "$folder/out/vectors.json"
keep bindings-odd 2 "$program" run --bindings <(sed "s/i-2/i-1/" "$folder/in/plain.json")
keep bindings-torn 2 "$program" run --bindings <(head -c 150 "$folder/in/plain.json")

# Now look: every file, in every spelling.
cat >"$folder/in/look.py" <<'PY'
import os, re, sys, urllib.parse
out, sent = sys.argv[1], sys.argv[2]
names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "OVER_KEY_ID", "OVER_SECRET", "OVER_TOKEN"]
wanted = set()
for name in names:
    value = os.environ[name]
    for text in (value, urllib.parse.quote(value, safe=""), urllib.parse.quote(value), value.replace("/", "\\/")):
        wanted.add(text.lower())
        if not name.endswith("_KEY_ID"):
            wanted.add(text[:24].lower())
signatures = {line.strip() for line in open(sent)} - {"0" * 64}  # which no key made
files = sorted(os.listdir(out))
found, size = [], 0
for name in files:
    text = open(os.path.join(out, name), encoding="utf-8", errors="replace").read().lower()
    size += len(text)
    for secret in wanted:
        at = text.find(secret)
        if at >= 0:
            found.append((name, secret[:12] + "...", text[max(0, at - 90):at + 20]))
    for run in re.findall(r"[0-9a-f]{64}", text):
        if run in signatures:
            found.append((name, "a signature", run))
for row in found[:12]:
    print("FAIL: %s holds %s: %r" % row)
print("%d files, %d bytes, %d signatures sent, %d finds" % (len(files), size, len(signatures), len(found)))
sys.exit(1 if found or size < 1000000 or len(signatures) < 300 or len(files) < 60 else 0)
PY
python3 "$folder/in/look.py" "$folder/out" "$folder/in/sent" || fail "secrets are where they must not be"
grep -q '\*\*\*\*' "$folder/out/echo.json" || fail "nothing was masked: was anything echoed?"

conclude
