# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli estimate: the worked examples in each format, on each way in, and in
a locale with a decimal comma."""

import csv
import io
import json
import os
import subprocess
import unittest
from pathlib import Path

from outlay_cli import PROGRAM, ScenarioTest, run, run_json

EXPECTED = Path(__file__).resolve().parent.parent / "data" / "examples"
NAMES = ("by-hand", "forty-people", "one-person", "staggered")
FIGURES = ("cost", "api_cost", "people", "tasks", "accepted", "stopped", "value", "review",
           "onboarding")
TOKENS = ("input", "cache_write", "cache_read", "output")
TOTALS = ("cost", "api_cost", "tasks", "accepted", "stopped", "value", "review",
          "onboarding", "net", "tokens", "cost_per_task", "cost_per_accepted",
          "payback_month")


def load(name):
    return json.loads((EXPECTED / f"{name}.expected.json").read_text())


def closeness(expected, found, path=""):
    """(path, expected, found) of every figure that differs by more than 1e-9."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            yield from closeness(value, found[key], f"{path}.{key}")
    elif isinstance(expected, list):
        assert len(expected) == len(found), path
        for i, value in enumerate(expected):
            yield from closeness(value, found[i], f"{path}[{i}]")
    elif isinstance(expected, float):
        if abs(expected - found) > 1e-9 * max(1, abs(expected)):
            yield path, expected, found
    elif expected != found:
        yield path, expected, found


class Examples(ScenarioTest):
    def test_worked_figures(self):
        """Figures worked out apart from this program, and handed down as files."""
        for name in NAMES:
            with self.subTest(name):
                path = self.folder / (name + ".outlay")
                path.write_text(run("example", name)[1], encoding="utf-8")
                self.assertEqual(list(closeness(load(name), run_json("estimate", path))), [])

    def test_ways_in(self):
        """A path, standard input, and a path behind -- give the same."""
        text = run("example")[1]
        path = self.folder / "team.outlay"
        path.write_text(text, encoding="utf-8")
        once = run("estimate", path)
        self.assertEqual(once[0], 0)
        self.assertEqual(run("estimate", "-", given=text), once)
        self.assertEqual(run("estimate", "--", path), once)
        self.assertEqual(run("estimate", "--format=table", path), once)
        self.assertEqual(run("estimate", path, "--format", "table"), once)

    def test_the_same_twice(self):
        text = run("example", "staggered")[1]
        self.assertEqual(run("estimate", "-", "--format", "json", given=text),
                         run("estimate", "-", "--format", "json", given=text))


class Formats(ScenarioTest):
    def test_json_has_every_key(self):
        path = self.write("team", self.example)
        found = run_json("estimate", path)
        self.assertEqual(list(found), ["scenario", "currency", "months", "options"])
        self.assertEqual(found["months"], ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04",
                                           "2027-05", "2027-06"])
        for option in found["options"]:
            self.assertEqual(list(option), ["id", "name", "kind", "monthly", "total"])
            self.assertEqual(list(option["monthly"]), [*FIGURES, "tokens"])
            self.assertEqual(list(option["monthly"]["tokens"]), list(TOKENS))
            self.assertEqual(list(option["total"]), list(TOTALS))
            for figure in FIGURES:
                self.assertEqual(len(option["monthly"][figure]), 7)
            if option["kind"] != "plan":
                self.assertEqual(option["monthly"]["cost"], option["monthly"]["api_cost"])
            self.assertIsInstance(option["total"]["payback_month"], (int, type(None)))

    def test_csv_has_the_same_figures(self):
        path = self.write("team", self.example)
        found = run_json("estimate", path)
        status, text, said = run("estimate", path, "--format", "csv")
        self.assertEqual((status, said), (0, ""))
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(len(rows), 5 * 7)
        for row in rows:
            option = next(o for o in found["options"] if o["id"] == row["option"])
            month = found["months"].index(row["month"])
            self.assertEqual((row["name"], row["kind"], row["currency"], row["error"]),
                             (option["name"], option["kind"], "USD", ""))
            for figure in FIGURES:
                self.assertEqual(float(row[figure]), option["monthly"][figure][month])
            for figure in TOKENS:
                self.assertEqual(float(row[figure]), option["monthly"]["tokens"][figure][month])

    def test_table(self):
        self.assertEqual(run("estimate", "-", given=run("example", "one-person")[1]), (0,
            "Cost, USD  2026-12  Total  Per accepted\n"
            "GPT-5.5       0.54   0.54          0.91\n", ""))

    def test_names_that_csv_must_quote(self):
        scenario = self.changed(lambda s: s["options"][0].update(name='Opus, "dear"\n=1+1'))
        status, text, _ = run("estimate", self.write("team", scenario), "--format", "csv")
        self.assertEqual(status, 0)
        self.assertIn('"Opus, ""dear""\n=1+1"', text)

    def test_no_options(self):
        scenario = self.changed(lambda s: s.update(options=[]))
        path = self.write("team", scenario)
        self.assertEqual(run_json("estimate", path)["options"], [])
        self.assertEqual(run("estimate", path)[0], 0)

    def test_quotients_by_zero_are_null(self):
        def nobody(scenario):
            for role in scenario["team"]:
                role["people"] = 0
        for option in run_json("estimate", self.write("team", self.changed(nobody)))["options"]:
            for figure in ("cost_per_task", "cost_per_accepted", "payback_month"):
                self.assertIsNone(option["total"][figure])
            self.assertEqual(option["total"]["cost"], 0)

    def test_currency(self):
        plain = run_json("estimate", self.write("usd", self.example))
        euro = run_json("estimate", self.write("eur", self.changed(
            lambda s: s.update(currency={"code": "EUR", "rate": 0.5}))))
        self.assertEqual(euro["currency"], "EUR")
        self.assertEqual(euro["options"][0]["total"]["cost"],
                         plain["options"][0]["total"]["cost"] / 2)
        self.assertEqual(euro["options"][0]["total"]["tasks"],
                         plain["options"][0]["total"]["tasks"])


class Refused(ScenarioTest):
    def one_plan(self, **changes):
        """The worked example with the plan alone, too small for the team."""
        def change(scenario):
            scenario["options"] = scenario["options"][-1:]
            scenario["prices"]["plans"][0]["max_seats"] = 3
            scenario.update(changes)
        return self.changed(change)

    def test_one_option(self):
        scenario = self.changed(lambda s: s["prices"]["plans"][0].update(max_seats=3))
        path = self.write("team", scenario)
        status, text, said = run("estimate", path, "--format", "json")
        self.assertEqual(status, 0)
        option = json.loads(text)["options"][4]
        self.assertEqual(list(option), ["id", "name", "kind", "error"])
        self.assertIn("3 seats", option["error"])
        self.assertIn(f"{path}: options[4]: Claude Max 5x cannot be estimated: ", said)
        self.assertNotIn("Claude Max", run("estimate", path)[1])
        self.assertIn("3 seats", run("estimate", path, "--format", "csv")[1].splitlines()[-1])

    def test_all_options(self):
        """With exit status 1 the JSON is still written."""
        status, text, said = run("estimate", self.write("team", self.one_plan()),
                                 "--format", "json")
        self.assertEqual(status, 1)
        self.assertIn("error", json.loads(text)["options"][0])
        self.assertIn("cannot be estimated", said)

    def test_a_bad_file(self):
        for text, said in (("{", "-: line 1, column 1: this is not JSON"),
                           ('{"months": 61}', "-: months: found 61; allowed is a whole number"),
                           ("", "-: (top): the file is empty")):
            status, printed, message = run("estimate", "-", given=text)
            self.assertEqual((status, printed), (1, ""))
            self.assertTrue(message.startswith(said), message)

    def test_no_file(self):
        missing = self.folder / "missing.outlay"
        self.assertEqual(run("estimate", missing),
                         (1, "", f"{missing}: (top): No such file or directory\n"))
        self.assertEqual(run("estimate", self.folder),
                         (1, "", f"{self.folder}: (top): this is a folder, not a file\n"))


class Locale(ScenarioTest):
    def test_no_figure_follows_it(self):
        """In German a decimal mark is a comma; in no answer is it one."""
        german = {**os.environ, "LC_ALL": "de_DE.UTF-8"}
        path = self.write("team", self.example)
        commands = [["estimate", path, "--format", form] for form in ("table", "csv", "json")]
        commands += [["price", "anthropic/claude-opus-5", "--input", "0.5"],
                     ["models", "--format", "csv"],
                     ["check", path, "--budget", "4000.5", "--format", "json"],
                     ["schema", "scenario"]]
        for command in commands:
            with self.subTest(command[0]):
                done = subprocess.run([PROGRAM, *map(str, command)], env=german, text=True,
                                      capture_output=True, timeout=60, check=False)
                self.assertEqual((done.returncode, done.stdout, done.stderr), run(*command))

    def test_german_is_there(self):
        """Else the test above would prove nothing."""
        said = subprocess.run(["/usr/bin/env", "LC_ALL=de_DE.UTF-8", "locale", "decimal_point"],
                              capture_output=True, text=True, check=True).stdout
        self.assertEqual(said.strip(), ",")


if __name__ == "__main__":
    unittest.main()
