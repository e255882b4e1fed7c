#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference against worked examples: NAME.outlay beside NAME.expected.json.

    check_examples.py DIRECTORY [--data DIRECTORY]
"""
import argparse
import sys
from pathlib import Path

from complete import DATA, load
from figures import differences
from method import estimate


def check(scenario_path, data):
    expected = load(scenario_path.with_suffix(".expected.json"))
    found = estimate(load(scenario_path), data=data)
    wrong = list(differences(expected, found, extra_keys=False))
    print(f"{scenario_path.stem}: {'differs' if wrong else 'agrees'}")
    for path, a, b in wrong[:10]:
        print(f"  {path}: expected {a!r}, found {b!r}")
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    examples = sorted(path for path in arguments.directory.glob("*.outlay")
                      if path.with_suffix(".expected.json").exists())
    if not examples:
        print("no worked examples there", file=sys.stderr)
        return 1
    return 0 if all([check(path, arguments.data) for path in examples]) else 1


if __name__ == "__main__":
    sys.exit(main())
