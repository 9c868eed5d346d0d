# Includes point left only: src <- suites <- fixtures <- runner, fuzz right of fixtures, and inside
# src from left to right as the chain is written. A test in src may look right as far as fixtures.
BEGIN {
    split("src suites fixtures runner", order, " ")
    for (i in order) house[order[i]] = i + 0
    house["fuzz"] = 4
    house["include"] = 0 # what others build against: everyone here may, it includes nobody
    split("base json rule request case exchange response judge run report", order, " ")
    for (i in order) room[order[i]] = i + 0
}
!/^#[ ]*include[ ]*"/ { next }
{
    split($0, part, "\"")
    split(part[2], to, "/")
    split(FILENAME, from, "/")
    is_test = FILENAME ~ /_test(ing)?\.[ch]$/
    reach = is_test && house[from[1]] < 3 ? 3 : house[from[1]]
    if (!(to[1] in house))
        complain("is not spelled from the root")
    else if (house[to[1]] > reach || (house[to[1]] == 4 && to[1] != from[1]))
        complain("points right")
    else if (from[1] == "src" && to[1] == "src" && !is_test && room[to[2]] > room[from[2]])
        complain("points right inside src")
}
function complain(what) { print FILENAME ":" FNR ": arrows: \"" part[2] "\" " what }
