# SPDX-License-Identifier: GPL-3.0-or-later
"""README.md names the packages that tools/ installs, no more and no fewer."""

import re
import subprocess

from project import finish, project_root

LISTS = {"build": "build_packages", "test": "test_packages", "package": "package_packages"}


def of_tools(root, variable):
    script = f'source tools/lib/packages.sh; printf "%s\\n" "${{{variable}[@]}}"'
    return subprocess.run(["bash", "-euc", script], cwd=root, check=True,
                          capture_output=True, text=True).stdout.split()


def of_readme(root, kind):
    """The words of the code block that follows <!-- packages: KIND -->."""
    found = re.search(rf"<!-- packages: {kind} -->\s*```\w*\n(.*?)```",
                      (root / "README.md").read_text(), re.S)
    return found.group(1).split() if found else []


def main():
    root = project_root()
    problems = []
    for kind, variable in LISTS.items():
        installed, told = of_tools(root, variable), of_readme(root, kind)
        problems += [f"README.md: {name} ({kind}) is not told"
                     for name in installed if name not in told]
        problems += [f"README.md: {name} ({kind}) is told, but not installed"
                     for name in told if name not in installed]
        problems += [f"tools/lib/packages.sh: {name} stands there twice"
                     for name in sorted(set(installed)) if installed.count(name) > 1]
    finish(problems)


main()
