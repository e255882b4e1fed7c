# SPDX-License-Identifier: GPL-3.0-or-later
"""A file has one reason to change: none is longer than a reader can hold."""

import re

from project import finish, project_files, project_root, read_text

LIMITS = [
    (re.compile(r"^src/.*\.(c|h)$"), 500),
    (re.compile(r"^(tests|tools)/.*\.(c|h|py|sh)$"), 600),
    (re.compile(r"^tools/[^.]*$"), 600),
]

# Files that are still too long, with the length that they may not exceed. A file
# leaves this list when it is cut; none may be added.
STILL_TOO_LONG = {
    "src/app/window.c": 513,
}


def main():
    root = project_root()
    problems = []
    for name in project_files(root):
        for pattern, limit in LIMITS:
            if pattern.search(name):
                lines = len((read_text(root / name) or "").splitlines())
                limit = STILL_TOO_LONG.get(name, limit)
                if lines > limit:
                    problems.append(f"{name}: {lines} lines, at most {limit}")
                break
    finish(problems)


main()
