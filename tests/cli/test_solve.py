# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions asked backwards: answers are written into files and estimated."""

import json
import unittest

from outlay_cli import ScenarioTest, run, run_json


class Solve(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("example", self.example)

    def ask(self, question, option, *more):
        return run_json("solve", self.path, "--for", question, "--option", option, *more)

    def edited(self, change):
        """The options' estimates of an edited file, by id."""
        path = self.write("edited", self.changed(change))
        return {option["id"]: option for option in run_json("estimate", path)["options"]}

    def dearest(self, option, change):
        return max(self.edited(change)[option]["monthly"]["cost"])

    def assert_near(self, found, expected):
        self.assertLessEqual(abs(found - expected), 1e-6 * max(1, abs(expected)))

    def test_people(self):
        def team(by):
            def change(scenario):
                for role in scenario["team"]:
                    role["people"] *= by
            return change

        for option in ("opus", "gpt"):
            found = self.ask("people", option)
            self.assertEqual((found["state"], found["target"]), ("found", 9000))
            self.assert_near(self.dearest(option, team(found["answer"])), 9000)
            self.assert_near(found["reached"], 9000)

        seats = self.ask("people", "max", "--budget", 4200)["answer"]
        self.assertLessEqual(self.dearest("max", team(seats)), 4200)
        self.assertGreater(self.dearest("max", team(seats + 1e-6)), 4200)

    def test_turns(self):
        for option, budget in (("opus", 9000), ("sonnet", 9000), ("governed", 7000)):
            found = self.ask("turns", option, "--budget", budget)
            self.assert_near(self.dearest(option, lambda scenario, found=found: scenario.update(
                turns=found["answer"])), budget)

    def test_tasks_per_day(self):
        found = self.ask("tasks-per-day", "max", "--against", "sonnet")

        def change(scenario):
            for role in scenario["team"]:
                role["tasks_per_day"] *= found["answer"]

        edited = self.edited(change)
        self.assert_near(edited["max"]["total"]["cost"], edited["sonnet"]["total"]["cost"])
        self.assert_near(found["reached"], found["target"])

    def test_acceptance(self):
        found = self.ask("acceptance", "sonnet", "--against", "opus")
        model = next(m for m in self.example["prices"]["models"]
                     if m["id"] == "anthropic/claude-sonnet-4-6")

        def change(scenario):
            scenario["classes"][model["class"]]["acceptance"] *= found["answer"]

        self.assert_near(self.edited(change)["sonnet"]["total"]["cost_per_accepted"],
                         self.edited(lambda scenario: None)["opus"]["total"]["cost_per_accepted"])

    def split(self, share):
        """Tasks in two: the first attempts of one half go to the economy tier."""
        def change(scenario):
            governed = next(o for o in scenario["options"] if o["id"] == "governed")
            scenario["options"] = [governed]
            governed["learning_tier"] = None
            for task in list(scenario["tasks"]):
                moved = dict(task, id=task["id"] + "-moved",
                             share=[part * share for part in task["share"]])
                task["share"] = [part * (1 - share) for part in task["share"]]
                governed["rules"][moved["id"]] = "economy"
                scenario["tasks"].append(moved)
        return change

    def test_economy_share(self):
        self.example["options"][3]["learning_tier"] = None
        self.path = self.write("example", self.example)
        kept, moved = (self.dearest("governed", self.split(share)) for share in (0, 1))
        budget = (kept + moved) / 2

        found = self.ask("economy-share", "governed", "--budget", budget)
        self.assertGreater(found["answer"], 0)
        self.assertLess(found["answer"], 1)
        self.assert_near(self.dearest("governed", self.split(found["answer"])), budget)

    def test_economy_share_by_odds(self):
        found = self.ask("economy-share", "governed", "--odds", "0.98")
        self.assertEqual((found["odds"], found["target"]), (0.98, 0.98))
        self.assertGreater(found["answer"], 0)
        self.assertAlmostEqual(found["reached"], 0.98, places=4)

        # With nothing moved the odds are those that simulate tells.
        over = run_json("simulate", self.path, "--draws", 65536)["options"][3]["simulated"]
        under = 1 - over["over_budget_period"]
        self.assertLess(under, 0.98)
        self.assertEqual(self.ask("economy-share", "governed", "--odds", under - 0.001)["answer"], 0)

    def test_tells_how_many_people(self):
        status, text, _ = run("solve", self.path, "--for", "people", "--option", "opus")
        self.assertEqual(status, 0)
        self.assertIn("0.769809, 30.79 people for 40", text)

    def test_no_answer_tells_what_comes_closest(self):
        # Model against model, more work changes nothing: it is told as things are.
        call = ("solve", self.path, "--for", "tasks-per-day", "--option", "gpt", "--against", "opus")
        status, text, _ = run(*call)
        self.assertEqual(status, 1)
        self.assertIn("closest, at 1, the period costs", text)
        status, printed, _ = run(*call, "--format", "json")
        found = json.loads(printed)
        totals = {option["id"]: option["total"]["cost"]
                  for option in run_json("estimate", self.path)["options"]}
        self.assert_near(found["reached"], totals["gpt"])
        self.assert_near(found["target"], totals["opus"])

    def test_no_answer_in_range(self):
        for words, state, said in (
                (("people", "opus", "--budget", 1e12), "always", "even 1000 is within"),
                (("turns", "opus", "--budget", 1e12), "always", "even 100 is within"),
                (("turns", "opus", "--budget", 1), "never", "nothing from 1 to 100"),
                (("tasks-per-day", "gpt", "--against", "opus"), "never", "nothing from 0.001"),
                (("economy-share", "governed", "--budget", 1), "never", "nothing from 0 to 1"),
                (("economy-share", "governed", "--budget", 1, "--odds", 0.5), "never",
                 "in 0.0 % of futures"),
                (("acceptance", "gpt", "--against", "max"), "never", "nothing from 0.001 to 10")):
            call = ("solve", self.path, "--for", words[0], "--option", *words[1:])
            status, text, _ = run(*call)
            self.assertEqual(status, 1, words)
            self.assertIn("no answer in range", text)
            self.assertIn(said, text)

            status, printed, _ = run(*call, "--format", "json")
            self.assertEqual(status, 1)
            self.assertEqual(json.loads(printed)["state"], state)
            self.assertIsNone(json.loads(printed)["answer"])

    def test_questions_that_cannot_be_asked(self):
        for words, said in ((("economy-share", "opus"), "no economy tier"),
                            (("acceptance", "governed", "--against", "opus"), "several models")):
            status, printed, reason = run("solve", self.path, "--for", words[0],
                                          "--option", *words[1:])
            self.assertEqual((status, printed), (1, ""))
            self.assertIn(said, reason)

        free = self.write("free", self.changed(lambda scenario: scenario.update(budget=None)))
        status, printed, reason = run("solve", free, "--for", "turns", "--option", "opus")
        self.assertEqual((status, printed), (1, ""))
        self.assertIn("no budget", reason)

    def test_wrong_calls(self):
        for words in (("--for", "people"), ("--option", "opus"),
                      ("--for", "persons", "--option", "opus"),
                      ("--for", "people", "--option", "ops"),
                      ("--for", "people", "--option", "opus", "--against", "gpt"),
                      ("--for", "people", "--option", "opus", "--odds", "0.9"),
                      ("--for", "people", "--option", "opus", "--budget", "much"),
                      ("--for", "tasks-per-day", "--option", "opus"),
                      ("--for", "tasks-per-day", "--option", "opus", "--against", "x"),
                      ("--for", "economy-share", "--option", "governed", "--odds", "1.5"),
                      ("--for", "economy-share", "--option", "governed", "--odds", "nan")):
            status, printed, said = run("solve", self.path, *words)
            self.assertEqual((status, printed), (2, ""), words)
            self.assertNotEqual(said, "")

    def test_formats_agree(self):
        found = self.ask("turns", "opus")
        call = ("solve", self.path, "--for", "turns", "--option", "opus")
        heading, row = run(*call, "--format", "csv")[1].splitlines()
        cells = dict(zip(heading.split(","), row.split(",")))
        self.assertEqual(float(cells["answer"]), found["answer"])
        self.assertEqual(cells["state"], "found")
        self.assertIn(f"{found['answer']:.6g}", run(*call)[1])


if __name__ == "__main__":
    unittest.main()
