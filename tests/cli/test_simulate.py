# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulated futures, as scripts see them."""

import csv
import io
import json
import math
import unittest

from outlay_cli import ScenarioTest, run, run_json

QUANTILES = ("p5", "p10", "p25", "p50", "p75", "p90", "p95")
DRAWS = 20000


def all_factors(scenario, values):
    for factor in scenario["uncertainty"]:
        scenario["uncertainty"][factor] = list(values)


def numbers(value):
    """Every number of a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


class Simulate(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("example", self.example)

    def simulate(self, path, *arguments, draws=DRAWS):
        return run_json("simulate", path, "--draws", draws, *arguments)

    def simulate_changed(self, change, draws=DRAWS):
        return self.simulate(self.write("changed", self.changed(change)), draws=draws)

    def test_threads_do_not_show(self):
        for draws in (1, 20001):
            for form in ("table", "csv", "json"):
                one, two, five = (run("simulate", self.path, "--draws", draws, "--format", form,
                                      "--threads", threads) for threads in (1, 2, 5))
                self.assertEqual(one[0], 0)
                self.assertGreater(len(one[1]), 100)
                self.assertEqual(one, two)
                self.assertEqual(one, five)

    def test_constant_factors_reproduce_the_estimate(self):
        def no_doubt(scenario):
            all_factors(scenario, (1, 1, 1))

        found = self.simulate_changed(no_doubt)
        estimate = run_json("estimate", self.path)
        for option, expected in zip(found["options"], estimate["options"]):
            costs = expected["monthly"]["cost"]
            running = [math.fsum(costs[:n + 1]) for n in range(len(costs))]
            for name in ("mean", *QUANTILES):
                simulated = option["simulated"]
                self.assert_all_near(simulated["cost"][name], costs)
                self.assert_all_near(simulated["cumulative"][name], running)
                self.assert_all_near([simulated["period"][name]], running[-1:])

    def assert_all_near(self, found, expected):
        self.assertEqual(len(found), len(expected))
        for one, other in zip(found, expected):
            self.assertLessEqual(abs(one - other), 1e-9 * max(1, abs(other)))

    def test_the_estimate_stands_beside(self):
        found = self.simulate(self.path)
        estimate = run_json("estimate", self.path)
        self.assertEqual(found["months"], estimate["months"])
        for option, expected in zip(found["options"], estimate["options"]):
            self.assertEqual({**option, "simulated": None}, {**expected, "simulated": None})

    def test_what_is_told(self):
        found = self.simulate(self.path)
        months = len(found["months"])
        for option in found["options"]:
            simulated = option["simulated"]
            self.assertEqual((simulated["draws"], simulated["seed"]), (DRAWS, 1))
            for figure in ("cost", "cumulative"):
                self.assertEqual(set(simulated[figure]), {"mean", *QUANTILES})
                for month in range(months):
                    rising = [simulated[figure][name][month] for name in QUANTILES]
                    self.assertEqual(rising, sorted(rising))
            self.assertEqual(simulated["period"], {name: simulated["cumulative"][name][-1]
                                                   for name in ("mean", *QUANTILES)})
            self.assertEqual(len(simulated["over_budget"]), months)
        dearer = found["dearer"]
        self.assertEqual(dearer["ids"], [option["id"] for option in found["options"]])
        for i, row in enumerate(dearer["p"]):
            self.assertEqual(row[i], 0)
            for j, chance in enumerate(row):
                self.assertLessEqual(chance + dearer["p"][j][i], 1 + 1e-12)

    def test_seeds(self):
        first = self.simulate(self.path)
        self.assertEqual(first, self.simulate(self.path, "--seed", 1))
        other = self.simulate(self.path, "--seed", 2)
        self.assertNotEqual(first["options"][0]["simulated"]["period"],
                            other["options"][0]["simulated"]["period"])
        kept = self.simulate_changed(lambda scenario: scenario.update(seed=2))
        self.assertEqual(kept["options"][0]["simulated"], other["options"][0]["simulated"])

    def test_a_budget_above_p95_is_kept_in_95_of_100(self):
        periods = [option["simulated"]["period"] for option in self.simulate(self.path)["options"]]
        for number, period in enumerate(periods):
            budget = period["p95"] * 1.0001 / self.example["months"]
            found = self.simulate_changed(lambda scenario, b=budget: scenario.update(budget=b))
            self.assertLess(found["options"][number]["simulated"]["over_budget_period"], 0.05)

    def test_without_a_budget(self):
        found = self.simulate_changed(lambda scenario: scenario.update(budget=None))
        for option in found["options"]:
            self.assertIsNone(option["simulated"]["over_budget"])
            self.assertIsNone(option["simulated"]["over_budget_period"])

    def test_degenerate_scenarios_are_answered(self):
        def nobody(scenario):
            for role in scenario["team"]:
                role["people"] = 0

        for change in (nobody, lambda scenario: all_factors(scenario, (0, 0, 0)),
                       lambda scenario: all_factors(scenario, (0, 0, 1))):
            found = self.simulate_changed(change, draws=200)
            for option in found["options"]:
                told = list(numbers(option["simulated"]))
                self.assertGreater(len(told), 100)
                self.assertTrue(all(map(math.isfinite, told)))

    def test_refused_options_are_left_out(self):
        def few_seats(scenario):
            scenario["prices"]["plans"][0]["max_seats"] = 3

        found = self.simulate_changed(few_seats, draws=200)
        self.assertIn("error", found["options"][4])
        self.assertNotIn("simulated", found["options"][4])
        self.assertEqual(found["dearer"]["ids"], ["opus", "sonnet", "gpt", "governed"])

    def test_formats_agree(self):
        exact = self.simulate(self.path)["options"]
        rows = list(csv.DictReader(io.StringIO(
            run("simulate", self.path, "--draws", DRAWS, "--format", "csv")[1])))
        table = run("simulate", self.path, "--draws", DRAWS)[1]
        month = exact[0]["simulated"]["cost"]
        self.assertEqual(float(rows[0]["cost_p90"]), month["p90"][0])
        self.assertEqual(float(rows[1]["over_budget"]), exact[0]["simulated"]["over_budget"][1])
        self.assertIn(f"{month['p90'][0]:,.0f}", table)
        self.assertIn(f"{DRAWS} draws, seed 1", table)

    def test_wrong_calls(self):
        for wrong in (("--draws", "0"), ("--draws", "1e3"), ("--draws", "-5"),
                      ("--threads", "0"), ("--seed", "-1"), ("--seed", "x"),
                      ("--seed", str(2 ** 53 + 1)), ("--format", "xml")):
            status, printed, said = run("simulate", self.path, *wrong)
            self.assertEqual((status, printed), (2, ""), wrong)
            self.assertIn(wrong[0], said)
        self.assertEqual(run("simulate")[0], 2)
        self.assertEqual(run("simulate", self.folder / "none")[0], 1)

    def test_all_options_refused(self):
        def no_room(scenario):
            scenario["compact_at"] = 1000
            del scenario["options"][1:]

        path = self.write("refused", self.changed(no_room))
        status, printed, said = run("simulate", path, "--draws", 10, "--format", "json")
        self.assertEqual(status, 1)
        self.assertIn("error", json.loads(printed)["options"][0])
        self.assertIn("Claude Opus 4.8", said)


class Sensitivity(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("example", self.example)

    def test_swings_are_sorted_and_those_of_edited_files(self):
        estimate = run_json("estimate", self.path)["options"]
        for option, expected in zip(run_json("sensitivity", self.path)["options"], estimate):
            cost = expected["total"]["cost"]
            self.assertAlmostEqual(option["likely_cost"] / cost, 1, places=9)
            largest = [max(abs(factor["change_p10"]), abs(factor["change_p90"]))
                       for factor in option["factors"]]
            self.assertEqual(len(largest), 7)
            self.assertEqual(largest, sorted(largest, reverse=True))
            self.assert_like_edited(option)

    def assert_like_edited(self, option):
        """The factors that multiply one input of the file."""
        for factor in option["factors"]:
            for end in ("p10", "p90"):
                def move(scenario, by=factor[end], name=factor["factor"]):
                    if name == "turns":
                        scenario["turns"] *= by
                    for role in scenario["team"] if name == "tasks" else ():
                        role["tasks_per_day"] *= by

                if factor["factor"] in ("turns", "tasks"):
                    moved = run_json("estimate", self.write("moved", self.changed(move)))
                    cost = next(o["total"]["cost"] for o in moved["options"]
                                if o["id"] == option["id"])
                    self.assertAlmostEqual(option["likely_cost"] + factor["change_" + end],
                                           cost, delta=1e-7 * cost)

    def test_a_constant_moves_nothing(self):
        path = self.write("sure", self.changed(
            lambda scenario: scenario["uncertainty"].update(turns=[1, 1, 1])))
        for option in run_json("sensitivity", path)["options"]:
            swing = next(f for f in option["factors"] if f["factor"] == "turns")
            self.assertEqual((swing["change_p10"], swing["change_p90"]), (0, 0))

    def test_one_option(self):
        found = run_json("sensitivity", self.path, "--option", "max")
        self.assertEqual([option["id"] for option in found["options"]], ["max"])
        status, printed, said = run("sensitivity", self.path, "--option", "mx")
        self.assertEqual((status, printed), (2, ""))
        self.assertIn("opus", said)


if __name__ == "__main__":
    unittest.main()
