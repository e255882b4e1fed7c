# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command that the manual, README.md and docs/method.md show does what they say."""

import json
import os
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from pages import MALLARD, SOURCE, read_pages, screens, texts

PROGRAM = os.environ["OUTLAY_CLI"]

# Each ends with 0, but for these: the example is over that budget.
OVER_THE_BUDGET = ("outlay-cli check team.outlay",
                   "outlay-cli check team.outlay --budget 9000",
                   "outlay-cli check team.outlay --budget 12000 --odds 0.9")


def of_manual():
    lines = [line for _, root in read_pages() for line in screens(root)]
    return lines + [text for _, root in read_pages() for text in texts(root, "cmd")
                    if text.startswith("outlay-cli ")]


def of_text(name):
    text = (SOURCE / name).read_text(encoding="utf-8")
    return re.findall(r"^    (outlay-cli .*)$", text, re.M)


def own_prices():
    """The file that the page on prices shows."""
    root = dict(read_pages())["price-lists.page"]
    return next("".join(node.itertext()) for node in root.iter(MALLARD + "code")
                if '"catalogue"' in "".join(node.itertext()))


class Commands(unittest.TestCase):
    def setUp(self):
        """A home in which lies what the reader is said to have."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.env = {**os.environ, "HOME": str(self.home),
                    **{f"XDG_{name}_HOME": str(self.home / name.lower())
                       for name in ("CONFIG", "DATA", "STATE", "CACHE")}}
        for name in ("team", "before", "after"):
            self.run_line(f"outlay-cli example > {name}.outlay")
        after = json.loads((self.home / "after.outlay").read_text(encoding="utf-8"))
        after["team"][1]["people"] = 30
        (self.home / "after.outlay").write_text(json.dumps(after), encoding="utf-8")
        subprocess.run(["convert", "-size", "40x20", "xc:navy", self.home / "logo.png"],
                       check=True)
        rows = SOURCE / "tests" / "document" / "prices" / "litellm-rows.json"
        shutil.copy(rows, self.home / "model_prices_and_context_window.json")
        (self.home / "own-prices.json").write_text(own_prices(), encoding="utf-8")
        shutil.copytree(SOURCE / "tests" / "data" / "logs",
                        self.home / ".claude" / "projects")
        shop = self.home / "src" / "shop"
        subprocess.run(["git", "init", "--quiet", shop], check=True)
        subprocess.run(["git", "-C", shop, "-c", "user.name=Someone", "-c",
                        "user.email=someone@example.org", "commit", "--quiet", "--allow-empty",
                        "--message", "Begin"], check=True)

    def run_line(self, line):
        done = subprocess.run(
            ["bash", "-euc", 'outlay-cli () { "$PROGRAM" "$@"; }\n' + line],
            cwd=self.home, env={**self.env, "PROGRAM": PROGRAM}, capture_output=True, text=True,
            timeout=120, check=False)
        return done.returncode, done.stdout, done.stderr

    def run_all(self, lines):
        for line in lines:
            with self.subTest(line):
                status, printed, said = self.run_line(line)
                self.assertEqual(status, 3 if line in OVER_THE_BUDGET else 0, printed + said)
                wanted = shlex.split(line)
                if "-o" in wanted:
                    self.assertGreater(
                        (self.home / wanted[wanted.index("-o") + 1]).stat().st_size, 500)

    def test_manual(self):
        lines = of_manual()
        self.assertGreater(len(lines), 25)
        for line in lines:
            self.assertTrue(line.startswith("outlay-cli "), line)
        # Prices and logs come first: other commands ask what they brought.
        self.run_all(sorted(lines, key=lambda line: " import " not in line))

    def test_texts(self):
        for name, least in (("README.md", 15), ("docs/method.md", 2)):
            lines = of_text(name)
            self.assertGreaterEqual(len(lines), least)
            self.run_all(sorted(lines, key=lambda line: " import " not in line))

    def test_finds_what_is_not_there(self):
        self.assertEqual(self.run_line("outlay-cli estimate team.outlay --colour")[0], 2)
        self.assertEqual(self.run_line("outlay-cli ledger ask agents")[0], 2)


if __name__ == "__main__":
    unittest.main()
