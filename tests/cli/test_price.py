# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli price and models: what one call costs, by the vendors' own examples."""

import json
import unittest

from outlay_cli import ScenarioTest, run, run_json

OPUS = "anthropic/claude-opus-5"
GPT = "openai/gpt-5.5"


def money(*arguments):
    return run_json("price", *arguments)["total"]


class WorkedExamples(unittest.TestCase):
    def test_a_call_to_opus(self):
        """The vendor's example: 50,000 tokens in, 15,000 out."""
        self.assertAlmostEqual(money(OPUS, "--input", 50000, "--output", 15000), 0.625, places=12)

    def test_the_same_with_a_cache(self):
        """The vendor's example: 40,000 of them read from the cache."""
        self.assertAlmostEqual(
            money(OPUS, "--input", 10000, "--cache-read", 40000, "--output", 15000), 0.445,
            places=12)

    # (arguments, total): prompts about the threshold of 272,000 tokens, from which
    # on the whole call costs $10 and $45 per million instead of $5 and $30.
    CLIFF = [
        (("--input", 272000), 1.36),
        (("--input", 272001), 2.72001),
        (("--input", 272000, "--output", 10000), 1.66),
        (("--input", 272001, "--output", 10000), 3.17001),
        # The prompt is all that goes in, however it is billed.
        (("--input", 1000, "--cache-read", 271000), 0.1405),
        (("--input", 1001, "--cache-read", 271000), 0.28101),
        (("--cache-write", 272000), 1.36),
        (("--cache-write", 272001), 2.72001),
    ]

    def test_a_cliff(self):
        for arguments, total in self.CLIFF:
            with self.subTest(arguments):
                self.assertAlmostEqual(money(GPT, *arguments), total, places=12)


class Lines(unittest.TestCase):
    # (model, class, billed_as, per million)
    BILLED = [
        (OPUS, "input", "input", 5),
        (OPUS, "cache_read", "cache_read", 0.5),
        (OPUS, "cache_write", "cache_write", 6.25),
        (OPUS, "cache_write_1h", "cache_write_1h", 10),
        (OPUS, "output", "output", 25),
        # No write price: input.
        (GPT, "cache_write", "input", 5),
        (GPT, "cache_write_1h", "input", 5),
        (GPT, "cache_read", "cache_read", 0.5),
    ]

    def test_billed_as(self):
        for model, kind, billed_as, per_million in self.BILLED:
            with self.subTest(model=model, kind=kind):
                found = run_json("price", model, "--" + kind.replace("_", "-"), 2000000)
                long_context = model == GPT
                self.assertEqual(found["model"], model)
                self.assertEqual(found["long_context"], long_context)
                line, = found["lines"]
                times = (2 if long_context else 1)
                self.assertEqual(line, {"class": kind, "tokens": 2000000, "billed_as": billed_as,
                                        "per_million": per_million * times,
                                        "cost": per_million * times * 2})

    def test_a_line_per_class_given(self):
        found = run_json("price", OPUS, "--output", 1, "--input", 0, "--cache-read", 3)
        self.assertEqual([line["class"] for line in found["lines"]],
                         ["input", "cache_read", "output"])

    def test_missing_prices(self):
        """A model of one's own, whose vendor sells no cache: all is input."""
        catalogue = {"catalogue": 1, "models": [{
            "id": "own/model", "name": "Own", "class": "mid", "context_window": 1000,
            "prices": [{"input": 1, "output": 2, "cache_write": 3, "cache_write_1h": 4}]}]}
        test = ScenarioTest()
        test.setUp()
        path = test.write("catalogue", catalogue)
        found = run_json("price", "own/model", "--cache-read", 1e6, "--cache-write", 1e6,
                         "--cache-write-1h", 1e6, "--catalogue", path)
        test.doCleanups()
        self.assertEqual([(line["billed_as"], line["cost"]) for line in found["lines"]],
                         [("input", 1)] * 3)

    def test_on_a_day(self):
        """Sonnet 5.5's cache reads cost half from 7 October 2026 on."""
        sonnet = "anthropic/claude-sonnet-5-5"
        for day, since, price in (("2026-10-06", None, 0.2), ("2026-10-07", "2026-10-07", 0.1),
                                  ("2030-01-01", "2026-10-07", 0.1), ("2001-01-01", None, 0.2)):
            found = run_json("price", sonnet, "--cache-read", 1e6, "--on", day)
            self.assertEqual((found["card_from"], found["total"]), (since, price), day)
        # The catalogue's date, where no day is given.
        self.assertEqual(money(sonnet, "--cache-read", 1e6), 0.1)

    def test_table(self):
        self.assertEqual(run("price", OPUS, "--input", 50000, "--output", 15000), (0,
            "class   tokens  billed_as  per_million      cost\n"
            "input   50,000  input           5.0000  0.250000\n"
            "output  15,000  output         25.0000  0.375000\n"
            "total        -                       -  0.625000\n", ""))

    def test_csv(self):
        self.assertEqual(run("price", OPUS, "--output", 15000, "--format", "csv"), (0,
            "class,tokens,billed_as,per_million,cost\n"
            "output,15000,output,25,0.375\n"
            "total,,,,0.375\n", ""))


class Unknown(unittest.TestCase):
    # (what is asked for, the nearest)
    NEAR = [
        ("claude-opus-5", '"anthropic/claude-opus-5"'),
        ("anthropic/claude-opus-50", '"anthropic/claude-opus-5"'),
        ("anthropic/claude-opus-4.8", '"anthropic/claude-opus-4-8"'),
        ("bedrock/claude-opus-4.8", '"anthropic/claude-opus-4-8"'),
        ("GPT-5.5", '"openai/gpt-5.5"'),
        ("gpt5.5", '"openai/gpt-5.5"'),
    ]

    def test_names_the_nearest(self):
        """Never a silent zero."""
        for wanted, nearest in self.NEAR:
            status, printed, said = run("price", wanted, "--input", 1)
            self.assertEqual((status, printed), (1, ""))
            self.assertTrue(said.startswith(
                f'outlay-cli: no model "{wanted}"; the nearest are {nearest}'), said)

    def test_some_are_always_named(self):
        self.assertRegex(run("price", "xyzzy", "--input", 1)[2],
                         '^outlay-cli: no model "xyzzy"; the nearest are ".+/.+", ".+", ".+"\n$')


class WrongUsage(unittest.TestCase):
    CALLS = [
        ((), "price takes one model"),
        ((OPUS,), "price needs tokens"),
        ((OPUS, GPT, "--input", 1), "price takes one model"),
        ((OPUS, "--input"), "Missing argument for --input"),
        ((OPUS, "--input", "many"), "--input many: allowed is a number of 0 or more"),
        ((OPUS, "--cache-read=-1",), "--cache-read -1: allowed is a number of 0 or more"),
        ((OPUS, "--output", "1,5"), "--output 1,5: allowed is a number of 0 or more"),
        ((OPUS, "--input", "0x10"), "--input 0x10: allowed is a number of 0 or more"),
        ((OPUS, "--input", "nan"), "--input nan: allowed is a number of 0 or more"),
        ((OPUS, "--input", "1e999"), "--input 1e999: allowed is a number of 0 or more"),
        ((OPUS, "--input", ""), "--input : allowed is a number of 0 or more"),
        ((OPUS, "--input", 1, "--on", "yesterday"),
         "--on yesterday: allowed is a day, as 2026-08-17"),
        ((OPUS, "--input", 1, "--on", "2026-02-30"),
         "--on 2026-02-30: allowed is a day, as 2026-08-17"),
        ((OPUS, "--input", 1, "--format", "xml"),
         "--format xml: allowed are table, csv and json"),
        ((OPUS, "--tokens", 1), "Unknown option --tokens"),
    ]

    def test_is_told(self):
        for arguments, message in self.CALLS:
            with self.subTest(arguments):
                status, printed, said = run("price", *arguments)
                self.assertEqual((status, printed), (2, ""))
                self.assertTrue(said.startswith("outlay-cli: " + message), said)


class Models(ScenarioTest):
    def test_every_word_counts(self):
        ids = [model["id"] for model in run_json("models", "opus", "4")]
        self.assertIn("anthropic/claude-opus-4-8", ids)
        self.assertTrue(all("opus" in name and "4" in name for name in ids))

    def test_in_name_vendor_and_class(self):
        self.assertEqual({model["class"] for model in run_json("models", "ECONOMY")},
                         {"economy"})
        self.assertEqual({model["vendor"] for model in run_json("models", "Anthropic")},
                         {"Anthropic"})

    def test_all(self):
        found = run_json("models")
        self.assertGreaterEqual(len(found), 60)
        self.assertEqual(len(run("models", "--format", "csv")[1].splitlines()), len(found) + 1)
        self.assertEqual(len(run("models")[1].splitlines()), len(found) + 1)
        for model in found:
            self.assertGreaterEqual(model["output"], 0)
            self.assertTrue(model["source"], model["id"])

    def test_unknown_is_null(self):
        gpt, = (model for model in run_json("models", "gpt-5.5") if model["id"] == GPT)
        self.assertEqual((gpt["input"], gpt["cache_read"], gpt["cache_write"]), (5, 0.5, None))

    def test_none(self):
        status, printed, said = run("models", "xyzzy")
        self.assertEqual((status, printed), (1, ""))
        self.assertIn("no model has all these words", said)

    def test_another_catalogue(self):
        path = self.write("catalogue", {"models": [{
            "id": "own/model", "name": "Own", "class": "mid", "context_window": 1000,
            "prices": [{"input": 1, "output": 2}]}]})
        self.assertEqual([model["id"] for model in run_json("models", "--catalogue", path)],
                         ["own/model"])
        bad = self.folder / "bad.json"
        bad.write_text(json.dumps({"models": [{}]}), encoding="utf-8")
        status, printed, said = run("models", "--catalogue", bad)
        self.assertEqual((status, printed), (1, ""))
        self.assertIn(f"{bad}: models[0].id: missing", said)


if __name__ == "__main__":
    unittest.main()
