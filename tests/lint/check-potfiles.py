# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with text for people, sorted, and no other.

With --write after the project's folder, it is written anew instead."""

import re
import sys

from project import finish, project_files, project_root, read_text

POTFILES = "po/POTFILES.in"
MARKED = {
    ".c": re.compile(r"\b(N?C?_|g?n?gettext|g_dn?p?gettext2?)\s*\(\s*\""),
    ".h": re.compile(r"\b(N?C?_|g?n?gettext|g_dn?p?gettext2?)\s*\(\s*\""),
    ".ui": re.compile(r"translatable=\"(yes|true)\""),
    ".desktop.in": re.compile(r"^Name=", re.M),
    ".metainfo.xml.in": re.compile(r"<summary>"),
    ".mime.xml.in": re.compile(r"<comment>"),
    ".gschema.xml": re.compile(r"<summary>"),
}
PLACES = re.compile(r"^(src|ui|data)/")


def is_marked(name, text):
    return any(name.endswith(ending) and pattern.search(text)
               for ending, pattern in MARKED.items())


def main():
    root = project_root()
    marked = [name for name in project_files(root)
              if PLACES.match(name) and is_marked(name, read_text(root / name) or "")]
    lines = (root / POTFILES).read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]

    if "--write" in sys.argv[2:]:
        comments = [line for line in lines if line.startswith("#")]
        (root / POTFILES).write_text("\n".join(comments + marked) + "\n")
        return
    problems = [f"{name}: has text for people, but is not in {POTFILES}"
                for name in marked if name not in listed]
    problems += [f"{POTFILES}: {name} has no text for people, or is not there"
                 for name in listed if name not in marked]
    if listed != sorted(set(listed)):
        problems.append(f"{POTFILES}: not sorted, or a file stands there twice")
    finish(problems)


main()
