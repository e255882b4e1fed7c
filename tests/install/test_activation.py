# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop starts what is installed: over D-Bus, and by the kind of a file.

The first run installs, and runs itself again on a bus that knows the folder.
"""

import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from installed import Installed, run

APPLICATION = "io.github.outlay.Outlay"
EXAMPLE = "Forty people, seven months"
TIMEOUT = 60


def wait_for(look, what):
    end = time.monotonic() + TIMEOUT
    while not look():
        if time.monotonic() > end:
            raise AssertionError(f"no {what}")
        time.sleep(0.2)


def windows():
    """What is on the screen: the titles, without the name of a file."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."],
                           capture_output=True, text=True, check=False, timeout=TIMEOUT)
    names = [subprocess.run(["xdotool", "getwindowname", number], capture_output=True,
                            text=True, check=False, timeout=TIMEOUT).stdout.strip()
             for number in found.stdout.split()]
    return {name.split(" – ")[0] for name in names}


def is_running():
    said = run("gdbus", "call", "--session", "--dest", "org.freedesktop.DBus",
               "--object-path", "/org/freedesktop/DBus", "--method",
               "org.freedesktop.DBus.NameHasOwner", APPLICATION)
    return "true" in said


class Activation(unittest.TestCase):
    def setUp(self):
        self.assertFalse(is_running())
        self.addCleanup(self.end)

    def end(self):
        subprocess.run(["gapplication", "action", APPLICATION, "quit"], check=False)
        wait_for(lambda: not is_running() and not windows(), "end")

    def write(self, name):
        path = Path(os.environ["HOME"]) / f"{name}.outlay"
        path.write_text(f'{{"name": "{name}"}}', encoding="utf-8")
        return path

    def assertShown(self, *names):
        wait_for(lambda: set(names) <= windows(), f"window {names}, only {windows()}")

    def test_launch(self):
        run("gapplication", "launch", APPLICATION)
        self.assertShown(EXAMPLE)

    def test_launch_with_files(self):
        run("gapplication", "launch", APPLICATION, self.write("first"), self.write("second"))
        self.assertShown("first", "second")

    def test_open_by_the_kind_of_a_file(self):
        run("gio", "open", self.write("by kind"))
        self.assertShown("by kind")
        run("gio", "open", self.write("and another"))
        self.assertShown("by kind", "and another")


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        runtime = Path(folder) / "runtime"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        with Installed(Path(folder) / "destination") as installed:
            installed.aim_service()
            installed.update_caches()
            environment = {**installed.environment(home), "OUTLAY_ACTIVATION": "inside",
                           "XDG_RUNTIME_DIR": str(runtime), "GTK_A11Y": "none"}
            return subprocess.run(["dbus-run-session", "--", sys.executable, __file__],
                                  env=environment, check=False).returncode


if __name__ == "__main__":
    if "OUTLAY_ACTIVATION" in os.environ:
        unittest.main()
    sys.exit(main())
