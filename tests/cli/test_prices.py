# SPDX-License-Identifier: GPL-3.0-or-later
"""The price book as scripts see it."""

import csv
import io
import json
import os
import resource
import subprocess
import tempfile
import unittest
from pathlib import Path

from outlay_cli import PROGRAM

ROWS = Path(__file__).resolve().parents[1] / "document" / "prices"


class PricesTest(unittest.TestCase):
    """A data folder of its own for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.prices = self.folder / "data" / "outlay" / "prices"

    def cli(self, *arguments, given=None):
        environment = os.environ | {"XDG_DATA_HOME": str(self.folder / "data")}
        done = subprocess.run([PROGRAM, *map(str, arguments)], input=given, capture_output=True,
                              text=True, timeout=120, check=False, env=environment)
        return done.returncode, done.stdout, done.stderr

    def json(self, *arguments):
        status, printed, said = self.cli(*arguments, "--format", "json")
        self.assertEqual(status, 0, said)
        return json.loads(printed)

    def take(self, name):
        return self.json("prices", "import", ROWS / (name + "-rows.json"), "--on", "2026-09-28")

    def models(self, *words):
        return {model["id"]: model for model in self.json("models", *words)}


class Import(PricesTest):
    def test_counts_add_up(self):
        for name, taken in (("litellm", 16), ("models-dev", 16), ("genai-prices", 15)):
            found = self.take(name)
            self.assertEqual(found["source"], name)
            self.assertEqual(found["taken"], taken)
            self.assertEqual(found["rows"], taken + sum(found["left_out"].values()))
            self.assertTrue((self.prices / (name + ".json")).exists())

    def test_table_and_csv(self):
        path = ROWS / "litellm-rows.json"
        status, table, said = self.cli("prices", "import", path)
        self.assertEqual(status, 0)
        self.assertIn("in the file", table)
        self.assertIn("Free: 1 of the models", said)
        rows = list(csv.reader(io.StringIO(self.cli("prices", "import", path,
                                                    "--format", "csv")[1])))
        self.assertEqual(rows[0], ["LiteLLM", "rows"])
        self.assertEqual(rows[-1], ["in the file", "17"])

    def test_standard_input(self):
        text = (ROWS / "models-dev-rows.json").read_text(encoding="utf-8")
        self.assertEqual(self.cli("prices", "import", "-", given=text)[0], 0)
        self.assertIn("302ai/gpt-5.4", self.models())

    def test_the_day_is_that_of_the_file(self):
        path = self.folder / "list.json"
        path.write_bytes((ROWS / "litellm-rows.json").read_bytes())
        os.utime(path, (1785600000, 1785600000))  # 2026-08-01, noon
        self.cli("prices", "import", path)
        self.assertEqual(self.models("azure/gpt-5.2")["azure/gpt-5.2"]["source"],
                         "LiteLLM azure/gpt-5.2, seen 2026-08-01")

        # A copy is younger than what it says; no list is from tomorrow.
        for name, day in (("list-2026-07-24.json", "2026-07-24"),
                          ("list-2026-08-02.json", "2026-08-01"),
                          ("list-2026-13-01.json", "2026-08-01")):
            path = path.rename(self.folder / name)
            self.cli("prices", "import", path)
            self.assertEqual(self.models("azure/gpt-5.2")["azure/gpt-5.2"]["source"],
                             "LiteLLM azure/gpt-5.2, seen " + day)

    def test_what_is_there_stays_where_a_file_is_refused(self):
        self.take("litellm")
        before = {path.name: path.read_bytes() for path in self.prices.iterdir()}
        broken = self.folder / "broken.json"
        for text in ("", "{", "[]", '{"x": {"litellm_provider": "x"}}', "<html>"):
            broken.write_text(text, encoding="utf-8")
            status, printed, said = self.cli("prices", "import", broken)
            self.assertEqual((status, printed), (1, ""))
            self.assertIn("broken.json", said)
        self.assertEqual(self.cli("prices", "import", self.folder / "none.json")[0], 1)
        self.assertEqual({path.name: path.read_bytes() for path in self.prices.iterdir()}, before)

    def test_usage(self):
        for arguments in ((), ("nothing",), ("import",), ("import", "a", "b"),
                          ("import", "a", "--on", "2026-13-01"), ("import", "a", "--format", "x"),
                          ("use",), ("use", "a", "b", "c"), ("refresh", "a", "b"),
                          ("conflicts", "--on", "today")):
            self.assertEqual(self.cli("prices", *arguments)[0], 2, arguments)
        self.assertEqual(self.cli("prices", "--help")[0], 0)

    def test_hostile_sizes_within_500_mb(self):
        """Ten million keys, an endless name, a number of a million digits, nests, wrong types,
        one model over and over, a model of endless steps."""
        # In pieces, since a child begins as large as its parent.
        start = '{"a": {"litellm_provider": "x", "mode": "chat", "input_cost_per_token": 1'
        hostile = {
            "keys": ("{", (f'"{i:x}":0,' for i in range(10_000_000)), '"last":0}'),
            "name": ('{"', ("a" * 1_000_000 for _ in range(60)), '": {"mode": "chat"}}'),
            "number": (start, ("0" * 1_000_000,), "}}"),
            "values": ("[", ("0," * 1_000_000 for _ in range(30)), "0]"),
            "overflow": (start, ("e999",), "}}"),
            "lists": ('{"a": {"litellm_provider": ', ("[" * 1_000_000 for _ in range(5)), ""),
            "objects": ("", ('{"a":' * 200_000 for _ in range(5)), ""),
            "types": ("{", (f'"m{i}": {{"litellm_provider": [], "mode": "chat", '
                            '"input_cost_per_token": {}, "output_cost_per_token": "x"},'
                            for i in range(60_000)), '"z": {"litellm_provider": "x"}}'),
            "same": ("{", ('"m": {"litellm_provider": 7, "mode": "chat"},'
                           for _ in range(150_000)), '"z": {"litellm_provider": "x"}}'),
            "steps": ('{"acme": {"models": {"m": {"cost": {"input": 1, "output": 1, "tiers": [',
                      (f'{{"tier": {{"type": "context", "size": {i}}}, "input": 1}},'
                       for i in range(150_000)), "0]}}}}}"),
        }
        path = self.folder / "hostile.json"
        for name, (before, pieces, after) in hostile.items():
            with open(path, "w", encoding="ascii") as file:
                file.write(before)
                file.writelines(pieces)
                file.write(after)
            status, printed, said = self.cli("prices", "import", path)
            self.assertEqual((name, status, printed), (name, 1, ""))
            self.assertIn("hostile.json", said)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        # The address sanitizer keeps what was freed.
        sanitized = b"__asan_init" in Path(PROGRAM).read_bytes()
        self.assertLess(most, 1_500_000_000 if sanitized else 500_000_000)


class Book(PricesTest):
    def test_nothing_imported_nothing_made(self):
        self.models("opus")
        self.assertEqual(self.json("prices", "conflicts"), [])
        self.assertFalse(self.prices.exists())

    def test_a_price_with_a_date_gives_way_to_none_without_unless_chosen(self):
        shipped = self.models()["deepseek/deepseek-v4-pro"]
        self.assertEqual(shipped["input"], 0.66)
        self.take("models-dev")
        self.assertEqual(self.models()["deepseek/deepseek-v4-pro"], shipped)
        self.assertEqual(self.cli("prices", "use", "deepseek/deepseek-v4-pro", "models-dev")[0], 0)
        self.assertEqual(self.models()["deepseek/deepseek-v4-pro"]["input"], 0.435)
        self.assertEqual(self.cli("prices", "use", "deepseek/deepseek-v4-pro")[0], 0)
        self.assertEqual(self.models()["deepseek/deepseek-v4-pro"], shipped)

    def test_of_prices_without_dates_that_seen_last_is_taken(self):
        self.assertEqual(self.models()["zai/glm-5.3"]["input"], 1.4)
        text = (ROWS / "models-dev-rows.json").read_text(encoding="utf-8")
        rows = json.loads(text)
        rows["zai"]["models"]["glm-5.3"]["cost"]["input"] = 1.5
        for day, expected in (("2026-09-23", 1.4), ("2026-09-28", 1.5)):
            self.assertEqual(self.cli("prices", "import", "-", "--on", day,
                                      given=json.dumps(rows))[0], 0)
            self.assertEqual(self.models()["zai/glm-5.3"]["input"], expected)

    def test_a_list_that_was_right_when_it_was_seen_overrides_nothing(self):
        self.cli("prices", "import", ROWS / "models-dev-rows.json", "--on", "2026-08-01")
        self.assertEqual(self.models()["deepseek/deepseek-v4-pro"]["input"], 0.66)

    def test_conflicts(self):
        self.take("models-dev")
        self.cli("prices", "use", "deepseek/deepseek-v4-pro", "models-dev")
        found = self.json("prices", "conflicts", "deepseek-v4-pro", "--on", "2026-11-22")
        self.assertEqual([row["price"] for row in found], ["input", "output", "cache_read"])
        self.assertEqual(found[0]["here"], {"source": "models-dev", "price": 0.435, "since": None})
        self.assertEqual(found[0]["there"],
                         {"source": "shipped", "price": 0.66, "since": "2026-08-17"})
        self.assertEqual(found[0]["message"], "DeepSeek V4 Pro, input: 0.435 here (models.dev), "
                         "0.66 since 2026-08-17 there (shipped catalogue)")
        self.assertEqual(self.json("prices", "conflicts", "deepseek-v4-pro", "--on",
                                   "2026-01-01"), [])

    def test_near_names_are_offered_never_taken(self):
        self.take("litellm")
        for arguments in (("price", "azure/gpt-5-2", "--input", "1"),
                          ("prices", "use", "azure/gpt-5-2", "litellm")):
            status, printed, said = self.cli(*arguments)
            self.assertEqual((status, printed), (1, ""))
            self.assertIn('"azure/gpt-5.2"', said)
        self.assertEqual(self.cli("prices", "use", "azure/gpt-5.2", "genai-prices")[0], 1)

    def test_free_says_free(self):
        self.take("litellm")
        table = self.cli("models", "turbo-free")[1]
        self.assertIn("free", table.splitlines()[1].split())
        free = self.models("turbo-free").popitem()[1]
        self.assertEqual((free["input"], free["status"]), (0, "free"))

    def test_one_call_at_an_imported_price(self):
        self.take("litellm")
        found = self.json("price", "azure/gpt-5.2", "--input", "1000000")
        self.assertEqual(found["total"], 1.75)

    def test_own_prices_come_first(self):
        own = {"catalogue": 1, "date": "2026-01-01", "models": [
            {"id": "deepseek/deepseek-v4-pro", "name": "Ours", "class": "mid",
             "context_window": 1000000, "prices": [{"input": 0.5, "output": 1.5}]}]}
        path = self.folder / "own.json"
        path.write_text(json.dumps(own), encoding="utf-8")
        self.assertEqual(self.json("prices", "import", path)["source"], "own")
        self.take("models-dev")
        self.assertEqual(self.models()["deepseek/deepseek-v4-pro"]["input"], 0.5)

    def test_a_broken_book_is_told_of_and_what_was_before_is_taken(self):
        self.take("litellm")
        self.take("litellm")
        (self.prices / "litellm.json").write_text("{", encoding="utf-8")
        status, printed, said = self.cli("models", "azure/gpt-5.2", "--format", "json")
        self.assertEqual(status, 0)
        self.assertEqual(len(json.loads(printed)), 1)
        self.assertIn("litellm.json", said)

    def test_a_scenario_takes_from_the_book_what_it_does_not_carry(self):
        self.take("litellm")
        scenario = json.loads(self.cli("example")[1])
        scenario["options"] = [{"id": "a", "name": "A", "kind": "model",
                                "model": "azure/gpt-5.2"}]
        path = self.folder / "a.outlay"
        path.write_text(json.dumps(scenario), encoding="utf-8")
        self.assertGreater(self.json("estimate", path)["options"][0]["total"]["cost"], 0)

    def test_a_scenario_keeps_its_own_cards(self):
        path = self.folder / "example.outlay"
        path.write_text(self.cli("example")[1], encoding="utf-8")
        before = self.json("estimate", path)
        own = {"catalogue": 1, "models": [dict(model, prices=[{"input": 99, "output": 99}])
                                          for model in json.loads(path.read_text(
                                              encoding="utf-8"))["prices"]["models"]]}
        (self.folder / "own.json").write_text(json.dumps(own), encoding="utf-8")
        self.json("prices", "import", self.folder / "own.json")
        self.assertEqual(self.json("estimate", path), before)


class Rank(PricesTest):
    def setUp(self):
        super().setUp()
        self.path = self.folder / "example.outlay"
        self.path.write_text(self.cli("example")[1], encoding="utf-8")
        self.example = json.loads(self.path.read_text(encoding="utf-8"))

    def rank(self, *arguments):
        return self.json("rank", self.path, *arguments)["models"]

    def test_figures_are_those_of_an_estimate(self):
        for name in ("litellm", "models-dev", "genai-prices"):
            self.take(name)
        ranked = [row for row in self.rank("--cache", "1h", "--effort", "1.5")
                  if "error" not in row]
        self.assertGreater(len(ranked), 70)
        for start in range(0, len(ranked), 50):
            rows = ranked[start:start + 50]
            self.example["options"] = [{"id": row["id"], "name": row["id"], "kind": "model",
                                        "model": row["id"], "cache": "1h", "effort": 1.5}
                                       for row in rows]
            self.path.write_text(json.dumps(self.example), encoding="utf-8")
            for row, option in zip(rows, self.json("estimate", self.path)["options"]):
                for key in ("cost", "cost_per_task", "cost_per_accepted"):
                    self.assertAlmostEqual(row[key], option["total"][key],
                                           delta=max(1e-9, 1e-9 * row[key]), msg=row["id"])

    def test_cheapest_first(self):
        for by, key in (("cost-per-accepted", "cost_per_accepted"), ("cost", "cost"),
                        ("cost-per-task", "cost_per_task")):
            figures = [row[key] for row in self.rank("--by", by) if "error" not in row]
            self.assertEqual(figures, sorted(figures))
        self.assertEqual(self.rank(), self.rank("--by", "cost-per-accepted"))
        self.assertNotEqual(self.rank("--by", "cost"), self.rank())

    def test_words(self):
        found = self.rank("claude", "opus")
        self.assertGreater(len(found), 3)
        self.assertTrue(all("opus" in row["id"] for row in found))
        self.assertEqual(self.cli("rank", self.path, "nosuchmodel")[0], 1)

    def test_refused_models_are_named_last(self):
        self.example["tasks"][0]["base_context"] = 250000
        self.path.write_text(json.dumps(self.example), encoding="utf-8")
        status, table, _ = self.cli("rank", self.path)
        self.assertEqual(status, 1)
        self.assertIn("anthropic/claude-haiku-4-5 cannot do this work: ", table)

        # Many would push the table out of sight.
        status, printed, _ = self.cli("rank", self.path, "--format", "json")
        refused = sum("error" in row for row in json.loads(printed)["models"])
        self.assertGreater(refused, 10)
        self.assertEqual(table.count(" cannot do this work: "), 10)
        self.assertIn(f"\n{refused - 10} more cannot do this work; ", table)

    def test_own_cards_win(self):
        self.example["prices"]["models"][0]["prices"] = [{"input": 0.001, "output": 0.001}]
        self.path.write_text(json.dumps(self.example), encoding="utf-8")
        self.assertEqual(self.rank()[0]["id"], self.example["prices"]["models"][0]["id"])

    def test_csv_has_all(self):
        rows = list(csv.DictReader(io.StringIO(self.cli("rank", self.path,
                                                        "--format", "csv")[1])))
        self.assertEqual([row["id"] for row in rows], [row["id"] for row in self.rank()])

    def test_usage(self):
        for arguments in ((), (self.path, "--by", "x"), (self.path, "--cache", "2h"),
                          (self.path, "--effort", "11"), (self.path, "--effort", "-1")):
            self.assertEqual(self.cli("rank", *arguments)[0], 2, arguments)


if __name__ == "__main__":
    unittest.main()
