# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of src/ lean one way only, and each keeps to its libraries."""

import re
from collections import defaultdict
from pathlib import PurePosixPath

from project import finish, project_files, project_root, read_text

# The rooms that a room may look into, besides itself.
LEANS_ON = {
    "engine": set(),
    "document": {"engine"},
    "plot": set(),
    "report": {"plot", "document", "engine"},
    "ledger": {"plot", "document", "engine"},
    "fetch": {"plot", "document", "engine"},
    "library": {"document", "engine"},
    "cli": {"report", "ledger", "fetch", "plot", "document", "engine"},
    "app": {"report", "ledger", "fetch", "plot", "document", "engine"},
}

DISPLAY = {"gtk", "gdk", "gsk", "adwaita.h"}
DRAWING = {"cairo", "pango"}
FILES = {"gio", "stdio.h", "fcntl.h", "unistd.h", "sys"}
OUTSIDE = {"jansson.h", "libsoup", "sqlite3.h", "libpq-fe.h", "json-glib"}

# The libraries that a room must not use, by the start of the header's name.
WITHOUT = {
    "engine": DISPLAY | DRAWING | FILES | OUTSIDE | {"time.h", "locale.h"},
    "document": DISPLAY | DRAWING | {"libsoup", "sqlite3.h", "libpq-fe.h"},
    "plot": DISPLAY | OUTSIDE,
    "report": DISPLAY | {"libsoup", "sqlite3.h", "libpq-fe.h"},
    "ledger": DISPLAY | DRAWING | {"libsoup"},
    "fetch": DISPLAY | DRAWING,
    "library": DISPLAY | DRAWING | {"libsoup", "sqlite3.h", "libpq-fe.h"},
    "cli": DISPLAY,
    "app": {"libsoup", "sqlite3.h", "libpq-fe.h"},
}

SOURCE = re.compile(r"^src/(\w+)/.*\.(c|h)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def rooms_of_headers(names):
    """Every way in which a header of src/ may be written, with its rooms."""
    rooms = defaultdict(set)
    for name in names:
        found = SOURCE.match(name)
        if found and name.endswith(".h"):
            parts = PurePosixPath(name).parts
            for start in range(1, len(parts)):
                rooms["/".join(parts[start:])].add(found.group(1))
    return rooms


def is_of(header, library):
    return header == library or header.startswith((library + "/", library + "-")) \
        or ("." not in library and header.startswith(library) and library in DRAWING)


def main():
    root = project_root()
    names = project_files(root)
    rooms = rooms_of_headers(names)
    problems = []
    for name in names:
        found = SOURCE.match(name)
        if not found:
            continue
        room = found.group(1)
        if room not in LEANS_ON:
            problems.append(f"{name}: the room {room} is not known to this check")
            continue
        for mark, header in INCLUDE.findall(read_text(root / name) or ""):
            if mark == '"':
                owners = rooms.get(header, {room})
                if not owners & (LEANS_ON[room] | {room}):
                    problems.append(f"{name}: {room} includes \"{header}\" of "
                                    + ", ".join(sorted(owners)))
            elif any(is_of(header, library) for library in WITHOUT[room]):
                problems.append(f"{name}: {room} includes <{header}>")
    finish(problems)


main()
