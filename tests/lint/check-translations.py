# SPDX-License-Identifier: GPL-3.0-or-later
"""The text can be extracted without a warning; each translation is sound and complete.

Meson compiles a translation without msgfmt's own checks, so they are here."""

import subprocess
import tempfile

from project import finish, project_root


def languages(root):
    lines = (root / "po" / "LINGUAS").read_text().splitlines()
    return [word for line in lines if not line.startswith("#")
            for word in line.split()]


def run(problems, root, *command):
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    output = (done.stdout + done.stderr).strip()
    if done.returncode != 0 or "warning:" in output:
        problems.append(output or f"{command[0]} failed")


def main():
    root = project_root()
    problems = []
    with tempfile.NamedTemporaryFile(suffix=".pot") as template:
        run(problems, root, "xgettext", "--from-code=UTF-8", "--add-comments",
            "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
            "--flag=_:1:pass-c-format", "--flag=N_:1:pass-c-format",
            "--files-from=po/POTFILES.in", f"--output={template.name}")
        listed = languages(root)
        for language in listed:
            run(problems, root, "msgfmt", "--check", "--output-file=/dev/null",
                f"po/{language}.po")
            run(problems, root, "msgcmp", f"po/{language}.po", template.name)
    there = sorted(path.stem for path in (root / "po").glob("*.po"))
    for language in sorted(set(listed) ^ set(there)):
        problems.append(f"po/{language}.po: in po/ or in po/LINGUAS, not in both")
    finish(problems)


main()
