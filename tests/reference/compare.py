#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine against the reference, on random scenarios, through outlay-cli.

    compare.py OUTLAY_CLI [--count N] [--seed S] [--first I] [--keep DIR]

Every figure must agree to a relative or an absolute 1e-9, whichever is larger,
and an option that one refuses must be refused by the other. Scenario I of seed
S is always the same, so a failure is run again with --seed S --first I
--count 1; --keep writes the scenarios that failed, with what was expected.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from complete import DATA
from figures import differences
from method import estimate
from scenarios import scenario

SHOWN = 6


def run(program, path):
    """(exit status, JSON or None, messages)."""
    done = subprocess.run([program, "estimate", str(path), "--format", "json"],
                          capture_output=True, text=True, timeout=600)
    try:
        return done.returncode, json.loads(done.stdout), done.stderr
    except ValueError as problem:
        return done.returncode, None, f"{problem}\n{done.stderr}"


def expected_status(expected):
    """1 where none of the options could be estimated, else 0."""
    return int(all("error" in option for option in expected["options"]))


def compare_one(program, drawn, directory, data):
    """(what the reference gives, list of (path, expected, actual))."""
    path = Path(directory) / "scenario.outlay"
    path.write_text(json.dumps(drawn), encoding="utf-8")
    expected = estimate(drawn, data=data)
    status, actual, messages = run(program, path)
    if actual is None:
        return expected, [("(output)", "JSON", f"exit status {status}: {messages}")]
    wrong = list(differences(expected, actual))
    if status != expected_status(expected):
        wrong.insert(0, ("(exit status)", expected_status(expected), status))
    return expected, wrong


def keep(directory, name, drawn, expected):
    directory.mkdir(parents=True, exist_ok=True)
    for ending, content in ((".outlay", drawn), (".expected.json", expected)):
        (directory / (name + ending)).write_text(json.dumps(content, indent=1) + "\n",
                                                 encoding="utf-8")


def show(name, wrong):
    print(f"{name}: {len(wrong)} differences")
    for path, expected, actual in islice(wrong, SHOWN):
        print(f"  {path}: expected {expected!r}, found {actual!r}")


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="OUTLAY_CLI")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--data", type=Path, default=DATA,
                        help="where defaults.json and catalogue.json are")
    return parser.parse_args()


def main():
    given = arguments()
    failed = 0
    with tempfile.TemporaryDirectory() as directory:
        for index in range(given.first, given.first + given.count):
            drawn = scenario(given.seed, index)
            expected, wrong = compare_one(given.program, drawn, directory, given.data)
            if wrong:
                failed += 1
                show(drawn["name"], wrong)
            if wrong and given.keep:
                keep(given.keep, f"{given.seed}-{index}", drawn, expected)
    print(f"{given.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
