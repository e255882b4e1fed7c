# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual and the completion know what the program's own help says."""

import os
import re
import subprocess
import unittest
from pathlib import Path

from outlay_cli import ScenarioTest, run

MANUAL = Path(os.environ["OUTLAY_MANUAL"])
COMPLETION = Path(os.environ["OUTLAY_COMPLETION"])


def list_commands(*group):
    """Every command that has options, as its words."""
    listed = run(*group, "--help")[1].split("Commands:")[1].split("\n\n")[0]
    for name in re.findall(r"^  (\S+)", listed, re.MULTILINE):
        words = (*group, name)
        if "Commands:" in run(*words, "--help")[1]:
            yield from list_commands(*words)
        else:
            yield words


def list_options(words):
    listed = run(*words, "--help")[1].partition("Application Options:")[2]
    return set(re.findall(r"^  (?:-\w, )?(--[a-z0-9-]+)", listed, re.MULTILINE))


def complete(folder, *words):
    """What bash offers for the last of the words."""
    script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              '_outlay_cli; printf "%s\\n" "${COMPREPLY[@]}"')
    done = subprocess.run(["bash", "-c", script, "bash", str(COMPLETION), "outlay-cli", *words],
                          capture_output=True, text=True, timeout=60, check=True, cwd=folder)
    assert done.stderr == "", done.stderr
    return set(done.stdout.split())


class Manual(unittest.TestCase):
    def test_has_every_command_and_option(self):
        sections = MANUAL.read_text(encoding="utf-8").replace("\\-", "-").split(".SS ")
        commands = list(list_commands())
        self.assertGreater(len(commands), 15)
        for words in commands:
            heading = '"outlay-cli ' + " ".join(words) + " "
            section = [text for text in sections if text.startswith(heading)]
            self.assertEqual(len(section), 1, words)
            found = set(re.findall(r"\\fB(--[a-z0-9-]+)\\fR", section[0].split(".SH")[0]))
            self.assertEqual(found, list_options(words), words)

    def test_is_a_manual_page(self):
        text = MANUAL.read_text(encoding="utf-8")
        self.assertTrue(text.startswith(".TH OUTLAY\\-CLI 1 "))
        for heading in ("NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS"):
            self.assertIn(f"\n.SH {heading}\n", text)
        # A line may begin with a dot only to ask for something.
        for line in text.splitlines():
            if line.startswith((".", "'")):
                self.assertRegex(line, r"^\.(TH|SH|SS|TP|nf|fi)\b")
            # What "--help" indents is one line here.
            self.assertNotIn("  ", line)


class Completion(ScenarioTest):
    def test_offers_commands(self):
        every = {words[0] for words in list_commands()} | {"--help", "--version"}
        self.assertEqual(complete(self.folder, ""), every)
        self.assertEqual(complete(self.folder, "sens"), {"sensitivity"})
        self.assertEqual(complete(self.folder, "prices", "con"), {"conflicts"})

    def test_offers_options(self):
        for words in list_commands():
            self.assertEqual(complete(self.folder, *words, "--"),
                             list_options(words) | {"--help"}, words)

    def test_offers_values(self):
        self.assertEqual(complete(self.folder, "estimate", "--format", ""),
                         {"table", "csv", "json"})
        self.assertEqual(complete(self.folder, "schema", ""), {"scenario", "catalogue"})
        self.assertEqual(complete(self.folder, "ledger", "show", "out"), {"outcomes"})

    def test_offers_files(self):
        self.write("team", self.example)
        self.assertEqual(complete(self.folder, "estimate", "te"), {"team.outlay"})
        self.assertEqual(complete(self.folder, "report", "-o", ""), {"team.outlay"})
        self.assertEqual(complete(self.folder, "report", "--logo", "t"), {"team.outlay"})
        self.assertEqual(complete(self.folder, "report", "--client", "t"), set())


if __name__ == "__main__":
    unittest.main()
