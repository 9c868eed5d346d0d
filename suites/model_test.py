#!/usr/bin/env python3
"""Compares our tables with the public service model, both ways.

usage: model_test.py DUMP_TABLES

Every operation, error, member, bound, pattern, enum value and required flag of the model must stand
in our tables, and nothing else may, except rows that are marked as hidden. Exits with 77 when the
model, which botocore carries, is not installed.
"""

import gzip
import json
import subprocess
import sys
from pathlib import Path

TYPES = {"double": "timestamp", "long": "integer"}


def skip(why):
    print(f"SKIP model_test: {why}")
    sys.exit(77)


def load_model():
    try:
        import botocore
    except ImportError:
        skip("python3 with botocore is not here")
    folder = Path(botocore.__file__).parent / "data" / "ssm" / "2014-11-06"
    packed, plain = folder / "service-2.json.gz", folder / "service-2.json"
    if packed.exists():
        return json.loads(gzip.decompress(packed.read_bytes()))
    if plain.exists():
        return json.loads(plain.read_text(encoding="utf-8"))
    skip("botocore carries no model of the service")


def load_tables(program):
    text = subprocess.run([program], check=True, stdout=subprocess.PIPE, timeout=30).stdout
    rows = [json.loads(line) for line in text.decode("utf-8").splitlines()]
    service = next(row for row in rows if "service" in row)
    operations = {row["operation"]: row for row in rows if "operation" in row}
    shapes = {}
    for row in rows:
        if "shape" not in row:
            continue
        if row["shape"] in shapes and shapes[row["shape"]] != row:
            sys.exit(f"model_test: two differing tables are called {row['shape']}")
        shapes[row["shape"]] = row
    return service, operations, shapes


def closure(model, operations):
    """Names of every shape that the operations' inputs and outputs reach."""
    shapes, found = model["shapes"], []
    todo = [model["operations"][name][side]["shape"]
            for name in operations for side in ("input", "output")]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.append(name)
        shape = shapes[name]
        todo += [member["shape"] for member in shape.get("members", {}).values()]
        todo += [shape[part]["shape"] for part in ("member", "key", "value") if part in shape]
    return found


def model_constraints(shape):
    rows = []
    bounds = {side: shape[side] for side in ("min", "max") if side in shape}
    if bounds:
        kind = {"string": "length", "list": "count", "map": "count"}.get(shape["type"], "range")
        rows.append({"kind": kind, "hidden": False, **bounds})
    if "pattern" in shape:
        rows.append({"kind": "pattern", "hidden": False, "pattern": shape["pattern"]})
    if "enum" in shape:
        rows.append({"kind": "enum", "hidden": False, "values": shape["enum"]})
    return rows


def model_shape(name, shape):
    """The model's shape in the words of our dump."""
    row = {
        "shape": name,
        "type": TYPES.get(shape["type"], shape["type"]),
        "sensitive": shape.get("sensitive", False),
        "constraints": model_constraints(shape),
        "members": [
            {"name": member, "shape": target["shape"], "required": member in shape.get("required", [])}
            for member, target in shape.get("members", {}).items()
        ],
    }
    if shape["type"] == "list":
        row["element"] = shape["member"]["shape"]
    if shape["type"] == "map":
        row["element"], row["key"] = shape["value"]["shape"], shape["key"]["shape"]
    return row


def model_operation(model, name):
    operation = model["operations"][name]
    return {
        "operation": name,
        "input": operation["input"]["shape"],
        "output": operation["output"]["shape"],
        "errors": [
            {"name": error["shape"],
             "status": 500 if model["shapes"][error["shape"]].get("fault") else 400}
            for error in operation["errors"]
        ],
    }


def without_hidden(row):
    shown = [constraint for constraint in row["constraints"] if not constraint["hidden"]]
    return {**row, "constraints": shown}


class Comparison:
    def __init__(self):
        self.checked = 0
        self.faults = []

    def equal(self, where, ours, theirs):
        self.checked += 1
        if ours != theirs:
            self.faults.append(f"{where}:\n  tables {ours}\n  model  {theirs}")

    def rows(self, where, ours, theirs):
        for part in sorted(ours.keys() | theirs.keys()):
            mine, other = ours.get(part), theirs.get(part)
            if isinstance(mine, list) and isinstance(other, list) and len(mine) == len(other):
                for left, right in zip(mine, other):
                    self.equal(f"{where} {part}", left, right)
                continue
            self.equal(f"{where} {part}", mine, other)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    model = load_model()
    service, operations, shapes = load_tables(sys.argv[1])
    metadata, comparison = model["metadata"], Comparison()
    comparison.equal("service name", service["service"], metadata["endpointPrefix"])
    comparison.equal("target prefix", service["target_prefix"], metadata["targetPrefix"])
    comparison.equal("version", service["version"], metadata["apiVersion"])
    comparison.equal("content type", service["content_type"],
                     f"application/x-amz-json-{metadata['jsonVersion']}")
    for name, row in operations.items():
        comparison.rows(name, row, model_operation(model, name))
    reached = closure(model, operations)
    comparison.equal("names of all shapes", sorted(shapes), sorted(reached))
    for name in sorted(set(shapes) & set(reached)):
        theirs = model_shape(name, model["shapes"][name])
        comparison.rows(name, without_hidden(shapes[name]), theirs)
    for fault in comparison.faults:
        print(fault)
    print(f"model_test: {len(shapes)} shapes, {comparison.checked} comparisons, "
          f"{len(comparison.faults)} differences")
    sys.exit(1 if comparison.faults or comparison.checked < 400 else 0)


main()
