# SPDX-License-Identifier: GPL-3.0-or-later
"""Real usage as scripts see it, on logs whose figures were counted by hand."""

import csv
import io
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from outlay_cli import PROGRAM

LOGS = Path(__file__).resolve().parents[1] / "data" / "logs"
QUESTIONS = ("agents", "repositories", "outcomes", "tiers", "loops")


class LedgerTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def cli(self, *arguments):
        environment = os.environ | {"XDG_DATA_HOME": str(self.folder)}
        done = subprocess.run([PROGRAM, "ledger", *map(str, arguments)], capture_output=True,
                              text=True, timeout=120, check=False, env=environment)
        return done.returncode, done.stdout, done.stderr

    def ask(self, *arguments):
        status, printed, said = self.cli("show", *arguments, "--format", "json")
        self.assertEqual(status, 0, said)
        return json.loads(printed)


class Empty(LedgerTest):
    def test_says_what_fills_it(self):
        for question in QUESTIONS:
            status, _, said = self.cli("show", question)
            self.assertEqual(status, 0)
            self.assertIn("outlay-cli ledger import", said)
            self.assertNotIn(" to ", said)

    def test_has_only_a_total(self):
        for question in QUESTIONS:
            self.assertEqual(len(self.ask(question, "--all")["rows"]), 1)


class Show(LedgerTest):
    def setUp(self):
        super().setUp()
        status, said, _ = self.cli("import", LOGS)
        self.assertEqual(status, 0)
        self.assertIn("10 files read", said)

    def test_agrees_with_what_was_counted(self):
        with (LOGS / "EXPECTED.csv").open(encoding="utf-8") as file:
            expected = list(csv.DictReader(file))
        *rows, total = self.ask("agents", "--all")["rows"]

        for name, column in (("calls", "api_calls"), ("input", "input_uncached"),
                             ("cache_write_5m", "cache_write_5m"), ("cache_read", "cache_read"),
                             ("cache_write_1h", "cache_write_1h"), ("output", "output_logged")):
            counted = sum(int(row[column]) for row in expected)
            self.assertEqual(sum(row[name] for row in rows), counted, name)
            self.assertEqual(total[name], counted, name)

    def test_missing_price_is_not_zero(self):
        rows = {row["model"]: row for row in self.ask("agents", "--all")["rows"]}
        self.assertIsNone(rows["gemini-2.5-flash"]["cost"])
        self.assertEqual(rows["gemini-2.5-flash"]["unpriced_calls"], 11)
        self.assertGreater(rows["gpt-5.5"]["cost"], 5)
        self.assertEqual(rows["gpt-5.5"]["unpriced_calls"], 0)

    def test_last_month_ends_on_its_last_day(self):
        answer = self.ask("agents")
        self.assertEqual((answer["from"], answer["to"]), ("2026-07-01", "2026-07-31"))
        _, _, said = self.cli("show", "agents")
        self.assertIn("2026-07-01 to 2026-07-31", said)

    def test_csv_has_the_same_rows(self):
        for question in QUESTIONS:
            rows = self.ask(question, "--all")["rows"]
            _, printed, _ = self.cli("show", question, "--all", "--format", "csv")
            found = list(csv.DictReader(io.StringIO(printed)))
            self.assertEqual(len(found), len(rows))
            for row, line in zip(rows, found):
                self.assertEqual(line["runs"], str(row["runs"]))

    def test_reads_nothing_twice(self):
        before = self.ask("agents", "--all")
        status, said, _ = self.cli("import", LOGS)
        self.assertEqual(status, 0)
        self.assertIn("0 new messages", said)
        self.assertEqual(self.ask("agents", "--all"), before)

    def test_names_what_it_does_not_know(self):
        for arguments, word in ((("show", "weather"), "agents"), (("show", "loops", "--cap", "0"),
                                "1 to 500"), (("show", "agents", "--from", "June"), "--from")):
            status, printed, said = self.cli(*arguments)
            self.assertEqual((status, printed), (2, ""))
            self.assertIn(word, said)


class Book(LedgerTest):
    """What the shipped catalogue lacks is priced as the person's book has it."""

    LIST = [{"id": vendor, "models": [{
        "id": model, "match": {"equals": model}, "name": model,
        "prices": {"input_mtok": price, "output_mtok": 8 * price, "cache_read_mtok": price / 4}}]}
        for vendor, model, price in (("google", "gemini-2.5-flash", 0.3),
                                     ("azure", "gemini-2.5-flash", 9))]

    def test_prices_what_a_list_has(self):
        path = self.folder / "list.json"
        path.write_text(json.dumps(self.LIST), encoding="utf-8")
        environment = os.environ | {"XDG_DATA_HOME": str(self.folder)}
        done = subprocess.run([PROGRAM, "prices", "import", path], capture_output=True, text=True,
                              check=False, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.cli("import", LOGS)

        rows = {row["model"]: row for row in self.ask("agents", "--all")["rows"]}
        row = rows["gemini-2.5-flash"]
        self.assertEqual(row["unpriced_calls"], 0)
        self.assertAlmostEqual(row["cost"] * 1e6, 0.3 * row["input"] + 2.4 * row["output"]
                               + 0.075 * row["cache_read"], places=2)
        tiers = {row["tier"]: row for row in self.ask("tiers", "--all")["rows"]}
        self.assertAlmostEqual(tiers["(not said)"]["cost"], row["cost"], places=9)


if __name__ == "__main__":
    unittest.main()
