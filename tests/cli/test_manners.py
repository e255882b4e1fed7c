# SPDX-License-Identifier: GPL-3.0-or-later
"""What every command of outlay-cli keeps: help, statuses, what goes where."""

import json
import re
import subprocess
import unittest

from outlay_cli import PROGRAM, ScenarioTest, run


def commands():
    """The commands that the help lists."""
    listed = run("--help")[1].split("Commands:")[1].split("\n\n")[0]
    return re.findall(r"^  (\S+)", listed, re.M)


class Help(unittest.TestCase):
    def test_of_the_program(self):
        status, printed, said = run("--help")
        self.assertEqual((status, said), (0, ""))
        self.assertTrue(printed.startswith("Usage: outlay-cli COMMAND"))
        self.assertIn("Exit status: 0 done, 1 the work failed, 2 wrong usage, 3", printed)
        self.assertEqual(run("-h"), run("--help"))

    def test_of_each_command(self):
        self.assertGreaterEqual(len(commands()), 6)
        for command in commands():
            with self.subTest(command):
                status, printed, said = run(command, "--help")
                self.assertEqual((status, said), (0, ""))
                self.assertIn(f"outlay-cli {command}", printed)

    def test_version(self):
        status, printed, said = run("--version")
        self.assertEqual((status, said), (0, ""))
        self.assertRegex(printed, r"^outlay-cli \d+\.\d+\.\d+\n$")


class WrongUsage(unittest.TestCase):
    def test_no_command(self):
        """The help, but as something said, not as a result."""
        status, printed, said = run()
        self.assertEqual((status, printed), (2, ""))
        self.assertEqual(said, run("--help")[1])

    def test_unknown_command(self):
        self.assertEqual(run("estimte", "team.outlay"), (2, "",
            'outlay-cli: no command "estimte"; outlay-cli --help lists them\n'))

    def test_unknown_option(self):
        for command in commands():
            with self.subTest(command):
                status, printed, said = run(command, "--no-such-option")
                self.assertEqual((status, printed), (2, ""))
                self.assertTrue(said.startswith("outlay-cli: "), said)

    def test_numbers_of_arguments(self):
        for arguments in (("estimate",), ("estimate", "a", "b"), ("example", "a", "b"),
                          ("schema",), ("schema", "budget"), ("check",), ("price",)):
            with self.subTest(arguments):
                status, printed, said = run(*arguments)
                self.assertEqual((status, printed), (2, ""))
                self.assertEqual(len(said.splitlines()), 1)


class Output(ScenarioTest):
    def test_a_full_disk(self):
        """An answer that is not written whole is work that failed."""
        path = self.write("team", self.example)
        for command in (["estimate", path], ["example"], ["models"], ["schema", "scenario"],
                        ["--help"], ["--version"]):
            with self.subTest(command[0]), open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([PROGRAM, *map(str, command)], stdout=full, text=True,
                                      stderr=subprocess.PIPE, timeout=60, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertIn("could not be written", done.stderr)

    def test_nobody_reads_on(self):
        """As in `outlay-cli models | head -1`: no message, no core."""
        done = subprocess.run(["/bin/sh", "-c", '"$0" models | head -n 1', PROGRAM],
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(len(done.stdout.splitlines()), 1)


class Examples(unittest.TestCase):
    def test_each_is_a_scenario(self):
        for name in ("by-hand", "forty-people", "one-person", "staggered"):
            status, printed, said = run("example", name)
            self.assertEqual((status, said), (0, ""))
            self.assertEqual(run("check", "-", "--budget", 1e9, given=printed), (0, "", ""))
            self.assertIn("prices", json.loads(printed))

    def test_the_first(self):
        self.assertEqual(run("example"), run("example", "forty-people"))

    def test_unknown(self):
        status, printed, said = run("example", "fifty-people")
        self.assertEqual((status, printed), (1, ""))
        self.assertIn('no example "fifty-people"', said)
        self.assertIn("forty-people", said.split(";")[1])


if __name__ == "__main__":
    unittest.main()
