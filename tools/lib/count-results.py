# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many tests passed, failed and were skipped, from meson's log.

The log has one JSON object a line, one for each test."""

import json
import sys

PASSED = {"OK", "EXPECTEDFAIL"}
SKIPPED = {"SKIP", "IGNORED"}


def main():
    passed = failed = skipped = 0
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            result = json.loads(line)["result"]
            if result in PASSED:
                passed += 1
            elif result in SKIPPED:
                skipped += 1
            else:
                failed += 1
    print(passed, failed, skipped)


main()
