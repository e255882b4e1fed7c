# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs outlay-cli as a script would."""

import copy
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["OUTLAY_CLI"]


def run(*arguments, given=None):
    """(exit status, what it printed, what it said)."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=given,
                          capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


def run_json(*arguments):
    """What a command that succeeds prints as JSON."""
    status, printed, said = run(*arguments, "--format", "json")
    if status != 0:
        raise AssertionError(f"exit status {status}: {said}")
    return json.loads(printed)


class ScenarioTest(unittest.TestCase):
    """A folder for scenarios, and the worked example as a start."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.example = json.loads(run("example")[1])

    def changed(self, change):
        scenario = copy.deepcopy(self.example)
        change(scenario)
        return scenario

    def write(self, name, scenario):
        path = self.folder / (name + ".outlay")
        path.write_text(json.dumps(scenario), encoding="utf-8")
        return path
