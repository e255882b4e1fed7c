# SPDX-License-Identifier: GPL-3.0-or-later
"""One input over a range, as scripts see it."""

import csv
import io
import unittest

from outlay_cli import ScenarioTest, run, run_json


class Sweep(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("example", self.example)

    def sweep(self, what):
        return run_json("sweep", self.path, "--set", what)

    def values(self, what):
        return [row["value"] for row in self.sweep(what)["rows"]]

    def test_rows_are_the_estimates_of_edited_files(self):
        found = self.sweep("tasks[fix].output=200..800:3")

        self.assertEqual(found["path"], "tasks[fix].output")
        for row, value in zip(found["rows"], (200, 500, 800)):
            self.assertEqual(row["value"], value)
            edited = self.changed(lambda s: s["tasks"][0].update(output=value))
            estimate = run_json("estimate", self.write("edited", edited))
            for option, expected in zip(row["options"], estimate["options"]):
                self.assertEqual(option["id"], expected["id"])
                total = dict(option["total"])
                self.assertEqual(total.pop("dearest_month"), max(expected["monthly"]["cost"]))
                self.assertEqual(total, expected["total"])

    def test_both_ends_and_evenly_between(self):
        self.assertEqual(self.values("turns=3..12:4"), [3, 6, 9, 12])
        self.assertEqual(self.values("turns=12..3:4"), [12, 9, 6, 3])
        self.assertEqual(self.values("turns=3..12:1"), [3])
        self.assertEqual(self.values("price_drift=0..0.3:2"), [0, 0.3])
        self.assertEqual(self.values("wage_effect.turns=-1..1:3"), [-1, 0, 1])

    def test_whole_numbers_once_each(self):
        self.assertEqual(self.values("months=1..4:4"), [1, 2, 3, 4])
        self.assertEqual(self.values("months=1..4:9"), [1, 2, 3, 4])
        self.assertEqual(self.values("max_turns=2.4..5.6:2"), [2, 6])

    def test_refused_values_are_named(self):
        status, printed, said = run("sweep", self.path, "--set", "turns=0..10:3",
                                    "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(printed)))

        self.assertEqual(status, 0)
        self.assertIn("turns", said)
        self.assertIn("1 to 100", said)
        self.assertEqual([row["turns"] for row in rows], ["0", "5", "10"])
        self.assertEqual(rows[0]["opus.cost"], "")
        self.assertIn("1 to 100", rows[0]["error"])
        self.assertEqual(rows[1]["error"], "")
        self.assertGreater(float(rows[2]["opus.cost"]), float(rows[1]["opus.cost"]))

    def test_refused_options_are_named(self):
        few = self.changed(lambda s: s["prices"]["plans"][0].update(max_seats=40))
        path = self.write("few", few)
        status, printed, said = run("sweep", path, "--set", "team[1].people=10..30:2",
                                    "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(printed)))

        self.assertEqual(status, 0)
        self.assertIn("Claude Max 5x cannot be estimated", said)
        self.assertNotEqual(rows[0]["max.cost"], "")
        self.assertEqual(rows[1]["max.cost"], "")
        self.assertIn("max:", rows[1]["error"])
        self.assertNotEqual(rows[1]["opus.cost"], "")

    def test_formats_agree(self):
        exact = self.sweep("turns=2..4:2")["rows"]
        rows = list(csv.DictReader(io.StringIO(
            run("sweep", self.path, "--set", "turns=2..4:2", "--format", "csv")[1])))
        table = run("sweep", self.path, "--set", "turns=2..4:2")[1].splitlines()

        self.assertEqual(table[0].split()[:2], ["turns", "Claude"])
        self.assertEqual(len(table), 3)
        for number, row in enumerate(rows):
            cost = exact[number]["options"][0]["total"]["cost"]
            self.assertEqual(float(row["opus.cost"]), cost)
            self.assertEqual(table[number + 1].split()[1], f"{cost:,.2f}")

    def test_wrong_calls(self):
        for what in ("turns", "turns=1..2", "turns=1:2", "turns=1..2:0", "turns=..2:3",
                     "turns=1..x:3", "turns=1..2:1.5", "turns=1..nan:2", "turns=1..2:99999",
                     "tunrs=1..2:2", "name=1..2:2", "options[9].effort=1..2:2"):
            status, printed, said = run("sweep", self.path, "--set", what)
            self.assertEqual((status, printed), (2, ""), what)
            self.assertIn("--set", said)
        self.assertEqual(run("sweep", self.path)[0], 2)
        self.assertEqual(run("sweep", "--set", "turns=1..2:2")[0], 2)
        self.assertEqual(run("sweep", self.folder / "none", "--set", "turns=1..2:2")[0], 1)
        self.assertEqual(run("sweep", self.path, "--set", "turns=200..300:2")[0], 1)


if __name__ == "__main__":
    unittest.main()
