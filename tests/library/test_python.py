#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared library from Python, as another program would use it."""

import json
import math
import os
import subprocess
import unittest

import gi

gi.require_version("Outlay", "1")
from gi.repository import GLib, Outlay  # noqa: E402


class Library(unittest.TestCase):
    def setUp(self):
        self.scenario = Outlay.Scenario.new_example("forty-people")
        self.estimate = Outlay.Estimate.new(self.scenario)

    def test_figures_are_those_of_the_command_line(self):
        printed = subprocess.run(
            [os.environ["OUTLAY_CLI"], "estimate", "-", "--format", "json"],
            input=self.scenario.to_data(), capture_output=True, text=True, check=True)
        printed = json.loads(printed.stdout)

        self.assertEqual(self.estimate.list_months(), printed["months"])
        self.assertEqual(self.estimate.list_options(),
                         [option["id"] for option in printed["options"]])
        for option in printed["options"]:
            for figure in ("cost", "people", "accepted", "value"):
                self.assertEqual(self.estimate.get_monthly(option["id"], figure),
                                 option["monthly"][figure])
            for figure in ("cost", "net", "cost_per_accepted"):
                self.assertEqual(self.estimate.get_total(option["id"], figure),
                                 option["total"][figure])

    def test_an_edit_makes_another_scenario(self):
        dearer = self.scenario.set_number("turns", 8)

        self.assertEqual(self.scenario.get_number("turns"), (True, 5.0))
        self.assertEqual(dearer.get_number("turns"), (True, 8.0))
        self.assertGreater(Outlay.Estimate.new(dearer).get_total("opus", "cost"),
                           self.estimate.get_total("opus", "cost"))

    def test_what_is_not_allowed_is_an_error(self):
        for path, value, words in (
                ("turn", 6, 'did you mean "turns"'),
                ("turns", 600, "1 to 100"),
                ("team[7].people", 6, "no such input"),
                ("tasks[0].share[0]", 0.9, "sum")):
            with self.assertRaisesRegex(GLib.Error, words):
                self.scenario.set_number(path, value)
        with self.assertRaisesRegex(GLib.Error, "(?s)months.*turns"):
            Outlay.Scenario.new_from_data('{"months": 0, "turns": 0}')
        with self.assertRaisesRegex(GLib.Error, "no example"):
            Outlay.Scenario.new_example("nobody")

    def test_missing_figures_are_not_zero(self):
        self.assertTrue(math.isnan(self.estimate.get_total("nobody", "cost")))
        self.assertEqual(self.estimate.get_monthly("opus", "nothing"), [])

        catalogue = Outlay.Catalogue.get_default()
        self.assertEqual(
            catalogue.get_price("anthropic/claude-opus-5", "output", "2026-12-01"), 25)
        self.assertTrue(math.isnan(
            catalogue.get_price("openai/gpt-5.5", "cache_write", "2026-12-01")))
        self.assertIn("openai/gpt-5.5", catalogue.list_models())
        self.assertIn("anthropic/max-5x", catalogue.list_plans())


if __name__ == "__main__":
    unittest.main()
