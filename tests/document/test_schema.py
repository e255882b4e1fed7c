# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed schemas accept what the reader accepts, and refuse what it refuses
in one input by itself.

    test_schema.py OUTLAY_CLI DATA_DIRECTORY
"""
import copy
import json
import subprocess
import sys
import unittest
from pathlib import Path

from jsonschema import Draft202012Validator

CLI, DATA = sys.argv[1], Path(sys.argv[2])


def schema_of(kind):
    done = subprocess.run([CLI, "schema", kind], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


SCENARIO = Draft202012Validator(schema_of("scenario"))
CATALOGUE = Draft202012Validator(schema_of("catalogue"))
EXAMPLE = json.loads((DATA / "examples" / "forty-people.outlay").read_text())
SHIPPED = json.loads((DATA / "catalogue.json").read_text())


def reader_accepts(document):
    done = subprocess.run([CLI, "check", "-"], input=json.dumps(document),
                          capture_output=True, text=True, check=False)
    return done.returncode != 1


def changed(document, path, value):
    """The document with what stands at the path replaced, or taken out for None."""
    document = copy.deepcopy(document)
    *way, last = path
    place = document
    for part in way:
        place = place[part]
    if value is REMOVED:
        del place[last]
    else:
        place[last] = value
    return document


REMOVED = object()
ROUTING = next(i for i, option in enumerate(EXAMPLE["options"]) if option["kind"] == "routing")

# (path in the worked example, what is put there): every one is refused by both.
BROKEN = [
    (["months"], 0), (["months"], 61), (["months"], 7.5), (["months"], "7"), (["months"], None),
    (["outlay"], 2), (["turns"], 101), (["turn_spread"], -0.1), (["seed"], -1),
    (["start"], "2026-13"), (["start"], "1999-12"), (["start"], 202612), (["name"], 7),
    (["unknown"], 1), (["budget"], -1), (["max_turns"], 501), (["active_days"], 32),
    (["currency"], "USD"), (["currency", "rate"], 0), (["currency", "unit"], 1),
    (["team"], []), (["team"], {}), (["team", 0], 1), (["team", 0, "people"], -1),
    (["team", 0, "name"], ""), (["team", 0, "name"], REMOVED), (["team", 0, "joins"], 0),
    (["team", 0, "expertise"], "wizard"), (["team", 0, "wage"], 1), (["team", 0, "mix"], 1),
    (["team", 0, "mix"], {"fix": [1]}), (["team", 0, "hourly_wage"], 0),
    (["adoption", "shape"], "sudden"), (["adoption", "from"], 1.1), (["learning", "months"], 0),
    (["tasks"], []), (["tasks", 0, "share"], [1]), (["tasks", 0, "share"], [0, 1.1]),
    (["tasks", 0, "output"], REMOVED), (["tasks", 0, "calls_per_turn"], 0),
    (["tasks", 0, "risk"], "none"), (["classes", "mid", "turns"], 11),
    (["cache_warmth", "5m"], 2), (["taper"], 0), (["compact_at"], 999),
    (["uncertainty", "tasks"], [1, 2]), (["wage_effect", "enabled"], 1),
    (["price_drift"], 1), (["options", 0, "kind"], "lease"), (["options", 0, "cache"], "2h"),
    (["options", 0, "id"], REMOVED), (["options", 0, "effort"], 11),
    (["options", ROUTING, "rules"], {"fix": "cheap"}), (["options", ROUTING, "escalate_to"], "dear"),
    (["options", ROUTING, "rules"], {"fix": {"novice": "economy"}}),
    (["options", ROUTING, "tiers", "economy"], REMOVED),
    (["prices", "models", 0, "prices"], []), (["prices", "models", 0, "class"], "large"),
    (["prices", "models", 0, "prices", 0, "input"], None),
    (["prices", "models", 0, "prices", 0, "output"], -1),
    (["prices", "models", 0, "prices", 0, "from"], "2026-8-17"),
    (["prices", "plans", 0, "fee"], REMOVED), (["prices", "plans", 0, "overage"], "beg"),
]


class Schema(unittest.TestCase):
    def assert_valid(self, validator, document, name):
        errors = [error.message for error in validator.iter_errors(document)]
        self.assertEqual(errors, [], name)

    def test_schemas_are_schemas(self):
        for validator in (SCENARIO, CATALOGUE):
            Draft202012Validator.check_schema(validator.schema)

    def test_shipped_files(self):
        for path in sorted((DATA / "examples").glob("*.outlay")):
            self.assert_valid(SCENARIO, json.loads(path.read_text()), path.name)
        self.assert_valid(SCENARIO, json.loads((DATA / "defaults.json").read_text()), "defaults")
        self.assert_valid(SCENARIO, {}, "an empty object")
        self.assert_valid(CATALOGUE, SHIPPED, "catalogue")

    def test_what_may_be_left_out(self):
        for key in EXAMPLE:
            self.assert_valid(SCENARIO, changed(EXAMPLE, [key], REMOVED), key)

    def test_whole_numbers_and_nulls(self):
        for path, value in ((["months"], 7.0), (["budget"], None), (["max_turns"], None),
                            (["team", 0, "occupation"], None),
                            (["options", ROUTING, "learning_tier"], None)):
            document = changed(EXAMPLE, path, value)
            self.assert_valid(SCENARIO, document, path)
            self.assertTrue(reader_accepts(document), path)

    def test_broken_scenarios(self):
        for path, value in BROKEN:
            document = changed(EXAMPLE, path, value)
            with self.subTest(path=path, value=value):
                self.assertFalse(SCENARIO.is_valid(document))
                self.assertFalse(reader_accepts(document))

    def test_broken_catalogues(self):
        for path, value in ((["catalogue"], 2), (["date"], "yesterday"), (["models"], {}),
                            (["models", 0, "id"], REMOVED), (["models", 0, "price"], 1),
                            (["models", 0, "tokenizer"], 0), (["plans", 0, "min_seats"], -1)):
            with self.subTest(path=path, value=value):
                self.assertFalse(CATALOGUE.is_valid(changed(SHIPPED, path, value)))

    def test_every_default_is_described(self):
        """Front ends show titles; each input has one."""
        def titles(schema):
            for name, value in schema.get("properties", {}).items():
                yield name, value.get("title")
                for inside in (value, value.get("items", {}), *value.get("anyOf", [])):
                    yield from titles(inside)
        found = list(titles(SCENARIO.schema))
        self.assertGreater(len(found), 100)
        self.assertEqual([name for name, title in found if not title], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=0)
