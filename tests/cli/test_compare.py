# SPDX-License-Identifier: GPL-3.0-or-later
"""The bridge between two files, as scripts see it."""

import csv
import io
import sys
import unittest
from pathlib import Path

from outlay_cli import ScenarioTest, run, run_json

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "reference"))
from scenarios import scenario  # noqa: E402

PARTS = ["price", "people", "mix", "turns", "tokens", "acceptance", "plan"]
LINES = ["a:", *PARTS, "b:", "difference,"]
RANDOM_PAIRS = 25


def costs(path):
    """The period's cost of each option that can be estimated, by id."""
    status, printed, said = run("estimate", path, "--format", "csv")
    assert status in (0, 1), said
    total = {}
    for row in csv.DictReader(io.StringIO(printed)):
        if row["cost"]:
            total[row["option"]] = total.get(row["option"], 0) + float(row["cost"])
    return total


class Compare(ScenarioTest):
    def change_everything(self, changed):
        changed["name"] = "Changed"
        changed["turns"] = 6
        changed["max_attempts"] = 3
        changed["summary_tokens"] = 9000
        changed["active_days"] = 17
        changed["price_drift"] = 0.2
        changed["team"][0]["people"] = 14
        changed["prices"]["plans"][0]["fee"] = 120

    def setUp(self):
        super().setUp()
        self.a = self.write("a", self.example)
        self.b = self.write("b", self.changed(self.change_everything))

    def assert_bridge(self, option, cost_a, cost_b):
        """One option's object adds up to what estimate says of both files."""
        self.assertEqual(list(option["parts"]), PARTS)
        largest = max(1, cost_a, cost_b)
        self.assertAlmostEqual(option["a"] / largest, cost_a / largest, delta=1e-9)
        self.assertAlmostEqual(option["b"] / largest, cost_b / largest, delta=1e-9)
        self.assertAlmostEqual(sum(option["parts"].values()) / largest,
                               (cost_b - cost_a) / largest, delta=1e-9)

    def test_parts_add_up(self):
        found = run_json("compare", self.a, self.b)
        a, b = costs(self.a), costs(self.b)

        self.assertEqual((found["a"], found["b"], found["currency"]),
                         (self.example["name"], "Changed", "USD"))
        self.assertEqual([option["id"] for option in found["options"]], list(a))
        for option in found["options"]:
            self.assert_bridge(option, a[option["id"]], b[option["id"]])
        for part in PARTS:
            self.assertNotEqual(found["options"][4]["parts"][part], 0, part)

    def test_swapping_turns_every_sign(self):
        there = run_json("compare", self.a, self.b)["options"]
        back = run_json("compare", self.b, self.a)["options"]
        for one, other in zip(there, back):
            for part in PARTS:
                self.assertEqual(one["parts"][part], -other["parts"][part])

    def test_random_pairs(self):
        compared = 0
        for index in range(RANDOM_PAIRS):
            drawn = [scenario(7, index), scenario(7, index + 1)]
            if any(option["id"] not in [o["id"] for o in drawn[1]["options"]]
                   for option in drawn[0]["options"]):
                for one in drawn:
                    for number, option in enumerate(one["options"]):
                        option["id"] = str(number)
            paths = [self.write(str(n), one) for n, one in enumerate(drawn)]
            status, printed, said = run("compare", *paths, "--format", "csv")
            self.assertIn(status, (0, 1), said)
            rate = [one.get("currency", {}).get("rate", 1) for one in drawn]
            a, b = map(costs, paths)
            for row in csv.DictReader(io.StringIO(printed)):
                if row["error"]:
                    self.assertTrue(row["option"] not in a or row["option"] not in b)
                    continue
                compared += 1
                codes = {one.get("currency", {}).get("code", "USD") for one in drawn}
                by = [1, 1] if len(codes) == 1 else rate
                self.assert_bridge({"a": float(row["a"]), "b": float(row["b"]),
                                    "parts": {part: float(row[part]) for part in PARTS}},
                                   a[row["option"]] / by[0], b[row["option"]] / by[1])
        self.assertGreater(compared, RANDOM_PAIRS)

    def test_formats_agree(self):
        exact = run_json("compare", self.a, self.b, "--option", "max")["options"][0]
        rows = list(csv.DictReader(io.StringIO(
            run("compare", self.a, self.b, "--option", "max", "--format", "csv")[1])))
        table = run("compare", self.a, self.b, "--option", "max")[1].splitlines()

        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0]["name"], "Claude Max 5x")
        for part in PARTS:
            self.assertEqual(float(rows[0][part]), exact["parts"][part])
        self.assertEqual(table[0], f"a: {self.example['name']}, 7 months from 2026-12")
        self.assertEqual(table[1], "b: Changed, 7 months from 2026-12")
        self.assertEqual(table[3].split(None, 1), ["USD", "Claude Max 5x"])
        self.assertEqual([line.split()[0] for line in table[4:]], LINES)
        for line in table[4:]:
            name, value = line.split()[0].strip(":,"), line.split()[-1]
            self.assertAlmostEqual(float(value.replace(",", "")),
                                   {**exact, **exact["parts"]}[name], delta=0.02001)

    def test_what_is_printed_adds_up(self):
        """To the cent: each table is a sum that people check by hand."""
        for turns in range(3, 9):
            other = self.write("turns", self.changed(
                lambda s, t=turns: s.update(turns=t + 0.37, max_attempts=3, active_days=17)))
            table = run("compare", self.a, other, "--option", "opus")[1].splitlines()
            cents = [round(100 * float(line.split()[-1].replace(",", ""))) for line in table[4:]]
            with self.subTest(turns=turns):
                self.assertEqual(sum(cents[:8]), cents[8])
                self.assertEqual(cents[8] - cents[0], cents[9])

    def test_months_of_both_are_told(self):
        longer = self.write("longer", self.changed(lambda s: s.update(months=12)))
        table = run("compare", self.a, longer, "--option", "max")[1].splitlines()

        self.assertTrue(table[0].endswith("7 months from 2026-12"), table[0])
        self.assertTrue(table[1].endswith("12 months from 2026-12"), table[1])
        people = next(line for line in table if "people and months" in line)
        self.assertGreater(float(people.split()[-1].replace(",", "")), 0)

    def test_says_why_it_counts_in_dollars(self):
        why = "in US dollars, each by its own rate: a counts in USD, b in EUR"
        euro = self.write("euro", self.changed(
            lambda s: s.update(currency={"code": "EUR", "rate": 0.9})))
        self.assertIn(why, run("compare", self.a, euro)[1].splitlines())
        self.assertNotIn("own rate", run("compare", self.a, self.b)[1])

    def test_what_only_one_file_has(self):
        less = self.write("less", self.changed(lambda s: s["options"].pop(0)))
        status, printed, said = run("compare", self.a, less)

        self.assertEqual(status, 0)
        self.assertIn("Claude Opus 4.8 cannot be compared", said)
        self.assertEqual(printed.splitlines()[4].split()[:6],
                         ["a:", "cost", "of", "the", "period", "-"])
        self.assertEqual(run("compare", self.a, less, "--option", "opus")[0], 1)

    def test_refused_option_is_named(self):
        def too_few_seats(changed):
            changed["prices"]["plans"][0]["max_seats"] = 3

        few = self.write("few", self.changed(too_few_seats))
        status, _, said = run("compare", self.a, few)
        self.assertEqual(status, 0)
        self.assertIn("Claude Max 5x", said)
        self.assertIn("3 seats", said)
        self.assertEqual(run("compare", self.a, few, "--option", "max")[0], 1)

    def test_wrong_calls(self):
        self.assertEqual(run("compare", self.a)[0], 2)
        self.assertEqual(run("compare", self.a, self.b, self.b)[0], 2)
        self.assertEqual(run("compare", self.a, self.b, "--format", "xml")[0], 2)
        self.assertEqual(run("compare", self.a, self.folder / "none.outlay")[0], 1)
        status, _, said = run("compare", self.a, self.b, "--option", "nothing")
        self.assertEqual(status, 1)
        self.assertIn("nothing", said)


if __name__ == "__main__":
    unittest.main()
