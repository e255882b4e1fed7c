# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli check: every problem of every file, then the budget: for scripts."""

import csv
import io
import json
import unittest

from outlay_cli import ScenarioTest, run, run_json

# The worked example's dearest month costs between $6,000 and $12,000 by option.
ROOMY, TIGHT = 100000, 4000


class Check(ScenarioTest):
    def test_statuses(self):
        """(changes, arguments, exit status): 1 wins over 3."""
        table = [
            ({}, (), 3),  # its own budget, 9,000 a month
            ({"budget": None}, (), 0),
            ({"budget": ROOMY}, (), 0),
            ({"budget": TIGHT}, (), 3),
            ({"budget": TIGHT}, ("--budget", ROOMY), 0),
            ({"budget": ROOMY}, ("--budget", TIGHT), 3),
            ({"budget": None}, ("--budget", TIGHT), 3),
            ({"budget": 0, "options": []}, (), 0),
            ({"months": 61}, (), 1),
            ({"months": 61, "budget": TIGHT}, ("--budget", TIGHT), 1),
        ]
        for i, (changes, arguments, status) in enumerate(table):
            with self.subTest(changes=changes, arguments=arguments):
                path = self.write(f"case-{i}", self.changed(lambda s, c=changes: s.update(c)))
                self.assertEqual(run("check", path, *arguments)[0], status)

    def test_good_files_say_nothing(self):
        path = self.write("team", self.changed(lambda s: s.update(budget=None)))
        self.assertEqual(run("check", path, path), (0, "", ""))

    def test_a_rate_that_is_not_set(self):
        """Dollars under another name are told by every command, and are no problem."""
        for code, rate, is_told in (("EUR", 1, True), ("EUR", 0.86, False), ("EUR", None, True),
                                    ("USD", 1, False), ("BMD", 1, False)):
            currency = {"code": code} if rate is None else {"code": code, "rate": rate}
            path = self.write("team", self.changed(
                lambda s, c=currency: s.update(budget=None, currency=c)))
            note = f"{path}: currency.rate: 1 EUR per US dollar: set the rate\n" if is_told else ""
            with self.subTest(code=code, rate=rate):
                self.assertEqual(run("check", path), (0, "", note))
                for arguments in (("estimate", path), ("compare", path, path)):
                    self.assertIn(note, run(*arguments)[2])

    def test_every_problem_of_every_file(self):
        first = self.write("first", {"months": 61, "trns": 3})
        second = self.write("second", {"turns": 0})
        good = self.write("good", {})
        status, printed, said = run("check", first, good, second, self.folder / "missing")
        self.assertEqual((status, printed), (1, ""))
        self.assertEqual(said.splitlines(), [
            f"{first}: months: found 61; allowed is a whole number, 1 to 60",
            f'{first}: trns: unknown key; did you mean "turns"?',
            f"{second}: turns: found 0; allowed is a number, 1 to 100",
            f"{self.folder / 'missing'}: (top): No such file or directory",
        ])

    def test_first_month_over(self):
        """Results on stdout: a line for each option that is over, with its first month."""
        path = self.write("team", self.changed(lambda s: s.update(options=s["options"][:2])))
        status, printed, said = run("check", path, "--budget", 5000)
        self.assertEqual((status, said), (3, ""))
        lines = printed.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertRegex(lines[0], r"^.+: options\[0\]: Claude Opus 4\.8 is over the budget "
                                   r"from 2027-01: \d+\.\d\d USD, allowed is 5000$")
        self.assertRegex(lines[1], r"Claude Sonnet 4\.6 is over the budget in 4 of 7 months, "
                                   r"first 2027-02: ")

    def test_months_over_that_end(self):
        """Sonnet costs 5,000 to 6,000 in the middle, and less after that."""
        path = self.write("team", self.changed(lambda s: s.update(options=s["options"][1:2])))
        costs = run_json("estimate", path)["options"][0]["monthly"]["cost"]
        over = [cost > 5000 for cost in costs]
        self.assertEqual((over[0], over[-1]), (False, False))
        _, printed, _ = run("check", path, "--budget", 5000)
        self.assertIn(f"over the budget in {sum(over)} of 7 months, first 2027-02: ", printed)

    def test_json(self):
        bad = self.write("bad", {"months": 61})
        dear = self.write("dear", self.changed(lambda s: s.update(options=s["options"][:1])))
        status, printed, _ = run("check", bad, dear, "--budget", TIGHT, "--format", "json")
        self.assertEqual(status, 1)
        problem, over = json.loads(printed)
        self.assertEqual(problem, {
            "file": str(bad), "path": "months", "found": "61",
            "allowed": "a whole number, 1 to 60",
            "message": "found 61; allowed is a whole number, 1 to 60"})
        self.assertEqual((over["file"], over["path"], over["allowed"]),
                         (str(dear), "options[0]", "4000"))
        self.assertGreater(float(over["found"]), TIGHT)
        self.assertEqual(run("check", self.write("good", {}), "--format", "json"),
                         (0, "[]\n", ""))

    def test_csv(self):
        path = self.write("bad", {"months": 61, "name": 7})
        status, printed, _ = run("check", path, "--format", "csv")
        self.assertEqual(status, 1)
        rows = list(csv.DictReader(io.StringIO(printed)))
        self.assertEqual([row["path"] for row in rows], ["name", "months"])
        self.assertEqual(list(rows[0]), ["file", "path", "found", "allowed", "message"])

    def test_an_option_that_cannot_be_estimated(self):
        """Alone it is no fault of the file; where no option is left it is."""
        def small(scenario):
            scenario["prices"]["plans"][0]["max_seats"] = 3
            scenario["budget"] = None
        path = self.write("team", self.changed(small))
        status, printed, said = run("check", path)
        self.assertEqual((status, printed), (0, ""))
        self.assertIn("options[4]: Claude Max 5x cannot be estimated", said)

        def alone(scenario):
            small(scenario)
            scenario["options"] = scenario["options"][-1:]
        status, _, said = run("check", self.write("alone", self.changed(alone)))
        self.assertEqual(status, 1)
        self.assertIn("options[0]: ", said)

    def test_standard_input(self):
        self.assertEqual(run("check", "-", given="{}"), (0, "", ""))
        self.assertEqual(run("check", "-", given="["), (1, "",
            "-: line 1, column 1: this is not JSON: ']' expected near end of file\n"))


class Odds(ScenarioTest):
    def setUp(self):
        super().setUp()
        # One task kind in one month: quick to draw. It costs $0.54.
        self.small = json.loads(run("example", "one-person")[1])

    def test_by_chance(self):
        """Certainty needs more than chance does, and a likely loss is one."""
        path = self.write("small", self.small)
        for budget, odds, status in ((100, 1, 0), (0.6, 0.01, 0), (0.0001, 0.01, 3)):
            with self.subTest(budget=budget, odds=odds):
                self.assertEqual(
                    run("check", path, "--budget", budget, "--odds", odds)[0], status)

    def test_is_told(self):
        path = self.write("small", self.small)
        status, printed, said = run("check", path, "--budget", 0.6, "--odds", 0.99)
        self.assertEqual((status, said), (3, ""))
        self.assertRegex(printed, r"^.+: options\[0\]: GPT-5\.5 stays under the budget of the "
                                  r"period with chance 0\.\d{4}; asked is 0\.99\n$")

    def test_needs_a_budget(self):
        status, printed, said = run("check", self.write("small", self.small), "--odds", 0.9)
        self.assertEqual((status, printed), (1, ""))
        self.assertIn("budget: --odds needs a budget", said)
        self.assertEqual(run("check", self.write("own", {**self.small, "budget": 100}),
                             "--odds", 0.9), (0, "", ""))


class WrongUsage(unittest.TestCase):
    def test_is_told(self):
        for arguments, message in (((), "check takes one file or more"),
                                   (("-", "--budget", "much"), "--budget much: allowed"),
                                   (("-", "--odds", "2"), "--odds 2: allowed is a chance"),
                                   (("-", "--budget"), "Missing argument for --budget")):
            with self.subTest(arguments):
                status, printed, said = run("check", *arguments)
                self.assertEqual((status, printed), (2, ""))
                self.assertIn(message, said)


if __name__ == "__main__":
    unittest.main()
