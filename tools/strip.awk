# Writes each C file twice, line by line: work/code without comments, texts and character constants,
# work/text without comments. Preprocessor lines keep their texts in both.
FNR == 1 {
    if (code != "") { close(code); close(text) }
    code = work "/code/" FILENAME
    text = work "/text/" FILENAME
    folder = FILENAME
    sub(/\/[^\/]*$/, "", folder)
    if (!(folder in made)) {
        system("mkdir -p " work "/code/" folder " " work "/text/" folder)
        made[folder] = 1
    }
    in_comment = 0
    printf "" > code
    printf "" > text
}
{
    bare = ""
    full = ""
    rest = $0
    while (rest != "") {
        if (in_comment) {
            at = index(rest, "*/")
            if (at == 0) break
            in_comment = 0
            rest = substr(rest, at + 2)
            continue
        }
        if (!match(rest, /\/\*|\/\/|"|\047/)) {
            bare = bare rest
            full = full rest
            break
        }
        before = substr(rest, 1, RSTART - 1)
        mark = substr(rest, RSTART, RLENGTH)
        bare = bare before
        full = full before
        rest = substr(rest, RSTART + RLENGTH)
        if (mark == "//") break
        if (mark == "/*") { in_comment = 1; continue }
        if (mark == "\"") ends = match(rest, /^([^"\\]|\\.)*"/)
        else ends = match(rest, /^([^\047\\]|\\.)*\047/)
        if (!ends) { full = full mark rest; break }
        full = full mark substr(rest, 1, RLENGTH)
        bare = bare mark mark
        rest = substr(rest, RLENGTH + 1)
    }
    if ($0 ~ /^#[ ]*include/) bare = full
    print bare > code
    print full > text
}
