# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source names its licence at the top; every header is included once."""

import re

from project import finish, project_files, project_root, read_text

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = re.compile(r"\.(c|h|py|sh)$")
TOP_LINES = 5


def is_code(name, text):
    return CODE.search(name) is not None or text.startswith("#!")


def problems_of(name, text):
    if not is_code(name, text):
        return
    top = "\n".join(text.splitlines()[:TOP_LINES])
    if text.strip() and LICENCE not in top:
        yield f"{name}: no \"{LICENCE}\" in the first {TOP_LINES} lines"
    if name.endswith(".h") and not re.search(r"^#pragma once$", text, re.M):
        yield f"{name}: no #pragma once"


def main():
    root = project_root()
    problems = []
    for name in project_files(root):
        text = read_text(root / name)
        if text is not None:
            problems.extend(problems_of(name, text))
    finish(problems)


main()
