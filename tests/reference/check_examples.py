#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference against worked examples: the NAME.outlay of every NAME.expected.json.

    check_examples.py DIRECTORY [--scenarios DIRECTORY] [--data DIRECTORY]
"""
import argparse
import sys
from pathlib import Path

from complete import DATA, load
from figures import differences
from method import estimate


def check(expected_path, scenarios, data):
    name = expected_path.name.removesuffix(".expected.json")
    found = estimate(load(scenarios / f"{name}.outlay"), data=data)
    wrong = list(differences(load(expected_path), found, extra_keys=False))
    print(f"{name}: {'differs' if wrong else 'agrees'}")
    for path, a, b in wrong[:10]:
        print(f"  {path}: expected {a!r}, found {b!r}")
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--scenarios", type=Path, default=DATA / "examples")
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    expected = sorted(arguments.directory.glob("*.expected.json"))
    if not expected:
        print("no worked examples there", file=sys.stderr)
        return 1
    return 0 if all([check(path, arguments.scenarios, arguments.data)
                     for path in expected]) else 1


if __name__ == "__main__":
    sys.exit(main())
