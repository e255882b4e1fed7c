# SPDX-License-Identifier: GPL-3.0-or-later
"""Shell scripts stop at the first error and pass shellcheck, where it is."""

import re
import shutil
import subprocess

from project import finish, project_files, project_root, read_text

SHELL = re.compile(r"^#!.*\b(ba)?sh\b")


def main():
    root = project_root()
    problems, scripts = [], []
    for name in project_files(root):
        text = read_text(root / name) or ""
        if not SHELL.match(text) and not name.endswith(".sh"):
            continue
        scripts.append(name)
        if SHELL.match(text) and "\nset -euo pipefail\n" not in text:
            problems.append(f"{name}: no \"set -euo pipefail\"")
    check = ["shellcheck", "--external-sources", "--source-path=SCRIPTDIR"] \
        if shutil.which("shellcheck") else ["bash", "-n"]
    for name in scripts:
        done = subprocess.run([*check, name], cwd=root, capture_output=True, text=True)
        if done.returncode != 0:
            problems.append((done.stdout + done.stderr).strip())
    finish(problems)


main()
