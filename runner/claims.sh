# Sourced by the tests that look at the program from outside: a folder and a home of their own, no
# endpoint of the caller's, claims that are counted. What is started in the background as $server
# ends with the test.
folder=$(mktemp -d)
server=
failures=0
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
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
    if [ "$status" -ne "$code" ] || { [ -n "$wanted" ] && ! grep -qF -e "$wanted" "$folder/out"; }; then
        fail "$text: exit $status, wanted $code and \"$wanted\""
        tail -n 5 "$folder/out"
    fi
}

conclude() {
    [ "$failures" -eq 0 ] && echo "all claims hold"
    exit $((failures > 0))
}
