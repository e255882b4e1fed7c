# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source names its licence at the top; every header is included once, and no two
name a type or a constant alike, so that any of them can be included together."""

import re

from project import finish, project_files, project_root, read_text

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
CODE = re.compile(r"\.(c|h|py|sh)$")
TOP_LINES = 5
NAMED = re.compile(r"^\} (Outlay\w+);|^  (OUTLAY_\w+)(?: = [^,]+)?,?(?: */\*.*)?$", re.M)


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


def twice_named(headers):
    """The library's own names stand in place of the engine's."""
    owner = {}
    for header, text in headers:
        for word in {first or second for first, second in NAMED.findall(text)}:
            other = owner.setdefault(word, header)
            if other != header:
                yield f"{header}: {word} is also in {other}"


def main():
    root = project_root()
    problems = []
    headers = []
    for name in project_files(root):
        text = read_text(root / name)
        if text is None:
            continue
        problems.extend(problems_of(name, text))
        if name.startswith("src/") and name.endswith(".h") and "/library/" not in name:
            headers.append((name, text))
    problems.extend(twice_named(headers))
    finish(problems)


main()
