# SPDX-License-Identifier: GPL-3.0-or-later
"""What every check needs: the project's files and a way to report."""

import os
import subprocess
import sys
from pathlib import Path


def project_root():
    return Path(sys.argv[1]).resolve()


def project_files(root):
    """The project's own files, relative to root and sorted: what git tracks or
    would add, or, outside of a clone, all but hidden and build folders."""
    if (root / ".git").exists():
        listing = subprocess.run(
            ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files",
             "--cached", "--others", "--exclude-standard", "-z"],
            capture_output=True, check=True, text=True).stdout
        names = {name for name in listing.split("\0") if name}
    else:
        names = set()
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders
                          if f != ".git" and f != "__pycache__"
                          and not f.startswith("build")]
            for name in files:
                names.add(os.path.relpath(os.path.join(folder, name), root))
    return sorted(name for name in names if (root / name).is_file())


def read_text(path):
    """The text of a file, or None where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def finish(problems):
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
