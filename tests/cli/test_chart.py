# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts in files: which views there are, and that bands are those of simulate."""

import re
import unittest

from outlay_cli import ScenarioTest, run, run_json

VIEWS = ("monthly", "cumulative", "outcome", "breakdown", "risk")


class Chart(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("example", self.example)

    def draw(self, name, *arguments):
        """The bytes of a chart."""
        output = self.folder / name
        status, printed, said = run("chart", self.path, "-o", output, *arguments)
        self.assertEqual((status, printed), (0, ""), said)
        return output.read_bytes()

    def heights(self, data):
        """Of all that is drawn, where on the page."""
        return sorted({round(float(y), 1) for y in
                       re.findall(rb"[ML] [-0-9.]+ ([-0-9.]+)", data)})

    def test_every_view_in_every_format(self):
        seen = set()
        for view in VIEWS:
            for suffix, start in ((".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")):
                data = self.draw("chart" + suffix, "--view", view)
                self.assertTrue(data.startswith(start), (view, suffix))
                self.assertGreater(len(data), 2000)
                seen.add(data)
        self.assertEqual(len(seen), 3 * len(VIEWS))

    def test_the_same_bytes_again(self):
        for view in VIEWS:
            self.assertEqual(self.draw("one.svg", "--view", view, "--option", "max"),
                             self.draw("two.svg", "--view", view, "--option", "max"))

    def test_the_option_in_focus_is_shaded(self):
        for view in ("monthly", "cumulative"):
            plain = self.draw("plain.svg", "--view", view)
            shaded = self.draw("shaded.svg", "--view", view, "--option", "max")
            other = self.draw("other.svg", "--view", view, "--option", "gpt")
            self.assertEqual(self.draw("again.svg", "--view", view), plain)
            self.assertEqual(len({plain, shaded, other}), 3)
            self.assertNotEqual(self.heights(plain), self.heights(shaded))

    def test_the_fan_is_that_of_simulate(self):
        """Heights on the page are in proportion to money: the monthly P95 and P5 of
        the first month stand as far apart as they should, against the months'."""
        fan = self.heights(self.draw("fan.svg", "--view", "risk", "--option", "sonnet"))
        costs = run_json("simulate", self.path)["options"][1]["simulated"]["cost"]
        money = sorted(costs["p5"] + costs["p95"] + costs["p50"])
        # The scale follows from any two: that of the whole fan is the widest.
        matches = 0
        for top in fan:
            for bottom in reversed(fan):
                if bottom - top < 100:
                    continue
                scale = (money[-1] - money[0]) / (bottom - top)
                expected = [bottom - (value - money[0]) / scale for value in money]
                near = sum(any(abs(y - z) <= 0.11 for z in fan) for y in expected)
                matches = max(matches, near)
        self.assertEqual(matches, len(money))

    def test_wrong_calls(self):
        for wrong, said in ((("--view", "daily"), "risk"), (("--option", "mx"), "opus"),
                            (("--size", "10x10"), "--size")):
            status, printed, reason = run("chart", self.path, "-o", self.folder / "x.svg", *wrong)
            self.assertEqual((status, printed), (2, ""))
            self.assertIn(said, reason)

    def test_an_option_that_is_refused(self):
        path = self.write("few", self.changed(
            lambda scenario: scenario["prices"]["plans"][0].update(max_seats=3)))
        for view in ("breakdown", "risk", "monthly"):
            status, _, said = run("chart", path, "-o", self.folder / "x.svg", "--view", view,
                                  "--option", "max")
            self.assertEqual(status, 1)
            self.assertIn("Claude Max 5x cannot be estimated", said)
            self.assertFalse((self.folder / "x.svg").exists())


if __name__ == "__main__":
    unittest.main()
