# SPDX-License-Identifier: GPL-3.0-or-later
"""A file has one reason to change: none is longer than a reader can hold."""

import re

from project import finish, project_files, project_root, read_text

LIMITS = [
    (re.compile(r"^src/.*\.(c|h)$"), 500),
    (re.compile(r"^(tests|tools)/.*\.(c|h|py|sh)$"), 600),
    (re.compile(r"^tools/[^.]*$"), 600),
]


def main():
    root = project_root()
    problems = []
    for name in project_files(root):
        for pattern, limit in LIMITS:
            if pattern.search(name):
                lines = len((read_text(root / name) or "").splitlines())
                if lines > limit:
                    problems.append(f"{name}: {lines} lines, at most {limit}")
                break
    finish(problems)


main()
