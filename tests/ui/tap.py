# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the functions of a test file whose names begin with test_, and says how
it went in TAP."""

import sys
import traceback


def run(module):
    tests = [(name, value) for name, value in vars(sys.modules[module]).items()
             if name.startswith("test_") and callable(value)]
    wanted = sys.argv[1:]
    if wanted:
        tests = [(name, value) for name, value in tests if name in wanted]

    print(f"1..{len(tests)}", flush=True)
    n_failed = 0
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} {name}", flush=True)
        except Exception:  # pylint: disable=broad-except
            n_failed += 1
            print("# " + traceback.format_exc().replace("\n", "\n# "), flush=True)
            print(f"not ok {number} {name}", flush=True)
    sys.exit(1 if n_failed else 0)
