# SPDX-License-Identifier: GPL-3.0-or-later
"""What every check needs: the project's files and a way to report."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def project_root():
    return Path(sys.argv[1]).resolve()


def tracked_files(root):
    """What git tracks or would add; None without git or outside of a clone."""
    if not (root / ".git").exists() or not shutil.which("git"):
        return None
    listing = subprocess.run(
        ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files",
         "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True, text=True)
    return listing.stdout.split("\0") if listing.returncode == 0 else None


def files_below(root):
    """All files but those of git, of Python's cache and of builds."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders
                      if name not in (".git", "__pycache__")
                      and not (name.startswith("build") and folder == str(root))]
        for name in files:
            yield os.path.relpath(os.path.join(folder, name), root)


def project_files(root):
    """The project's own files, relative to root and sorted."""
    names = tracked_files(root)
    if names is None:
        names = files_below(root)
    return sorted(name for name in set(names) if (root / name).is_file())


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
