#!/usr/bin/env python3
"""Every observation is cited by a case, or it stands in the list of those that are not, with why.

usage: observations_test.py SSMSPEC
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROW = re.compile(r"^\| ([A-Z]-\d\d) \| (.*) \|$", re.MULTILINE)
TITLE = "\n## The observations that no case cites\n"


def cited_in_cases(program):
    """Every observation that a case, an outcome or a claim of the export names."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "export", folder], check=True, stdout=subprocess.DEVNULL, timeout=60)
        text = (Path(folder) / "cases.json").read_text(encoding="utf-8")
    return set(re.findall(r"OBS:([A-Z]-\d\d)", text))


def is_listed(program, pattern):
    done = subprocess.run([program, "list", pattern], stdout=subprocess.PIPE, check=False, timeout=60,
                          stderr=subprocess.DEVNULL)
    return done.returncode == 0 and done.stdout != b""


def main():
    program = sys.argv[1]
    document = Path(__file__).with_name("OBSERVATIONS.md").read_text(encoding="utf-8")
    table, without = document.split(TITLE)
    known = [name for name, _ in ROW.findall(table)]
    reasons = dict(ROW.findall(without))
    cited = cited_in_cases(program)
    faults = [name + " stands twice" for name in set(known) if known.count(name) > 1]
    faults += [name + " is cited and not known" for name in cited - set(known)]
    faults += [name + " is neither cited nor excused" for name in set(known) - cited - set(reasons)]
    faults += [name + " is excused and not known" for name in set(reasons) - set(known)]
    faults += [name + " is cited and excused" for name in set(reasons) & cited]
    for name, why in reasons.items():
        for pattern in re.findall(r"`([^` ]+/[^` ]+)`", why):
            if not is_listed(program, pattern):
                faults.append(f"{name}: no case is meant by {pattern}")
    if not known or faults:
        sys.exit("observations_test: " + ("; ".join(sorted(faults)) or "there are no observations"))
    print(f"{len(known)} observations, {len(set(known) & cited)} cited, {len(reasons)} excused")


main()
