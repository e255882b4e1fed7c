# SPDX-License-Identifier: GPL-3.0-or-later
"""The data that is shipped: strict JSON, whole, and all of it compiled in."""

import json
import re
import xml.etree.ElementTree as ElementTree

from project import finish, project_files, project_root, read_text

MODEL_KEYS = ["id", "vendor", "name", "class", "prices", "context_window",
              "max_output", "tokenizer", "status", "source", "confidence"]
PLAN_KEYS = ["id", "vendor", "name", "fee", "min_seats", "max_seats",
             "allowance", "pooled", "overage", "source", "as_of"]
CARD_PRICES = ["input", "output", "cache_read", "cache_write", "cache_write_1h"]
RESOURCES = "data/outlay-data.gresource.xml"


def refuse_twice(pairs):
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"the key {key} stands there twice")
    return dict(pairs)


def refuse_word(word):
    raise ValueError(f"{word} is not a number")


def load(text):
    return json.loads(text, object_pairs_hook=refuse_twice,
                      parse_constant=refuse_word)


def problems_of_card(card):
    for key in ["from", *CARD_PRICES, "long_context"]:
        if key not in card:
            yield f"a card without {key}"
    for block in [card, *card.get("long_context", [])]:
        for key in CARD_PRICES:
            price = block.get(key)
            if price is not None and not 0 < price <= 1e7:
                yield f"{key} is {price}: a price is above 0, or null if unknown"


def problems_of_catalogue(catalogue):
    for kind, keys in (("models", MODEL_KEYS), ("plans", PLAN_KEYS)):
        ids = [entry.get("id") for entry in catalogue[kind]]
        for name in sorted({i for i in ids if ids.count(i) > 1}):
            yield f"{kind}: {name} stands there twice"
        for entry in catalogue[kind]:
            for key in keys:
                if key not in entry:
                    yield f"{kind}: {entry.get('id')} has no {key}"
    for model in catalogue["models"]:
        dates = [card["from"] for card in model["prices"]]
        if not dates or None in dates[1:] or dates[1:] != sorted(set(dates[1:])):
            yield f"models: {model['id']}: the dates of its cards do not rise"
        for card in model["prices"]:
            for problem in problems_of_card(card):
                yield f"models: {model['id']}: {problem}"


def problems_of_scenario(scenario, catalogue, occupations):
    prices = scenario.get("prices", catalogue)
    known = {entry["id"] for entry in prices["models"] + prices["plans"]}
    for option in scenario["options"]:
        used = [option.get("model"), option.get("plan"),
                *option.get("tiers", {}).values()]
        for name in used:
            if name is not None and name not in known:
                yield f"options: {option['id']}: no prices for {name}"
    for role in scenario["team"]:
        if role["occupation"] not in occupations | {None}:
            yield f"team: {role['name']}: no occupation {role['occupation']}"
    for end in (0, 1):
        total = sum(task["share"][end] for task in scenario["tasks"])
        if abs(total - 1) > 1e-3:
            yield f"tasks: the shares add up to {total}"


def resources(root):
    tree = ElementTree.parse(root / RESOURCES)
    return {"data/" + file.text for file in tree.iter("file")}


def main():
    root = project_root()
    shipped = [name for name in project_files(root)
               if re.match(r"^data/.*\.(json|outlay)$", name)]
    problems, values = [], {}
    for name in shipped:
        try:
            values[name] = load(read_text(root / name) or "")
        except ValueError as error:
            problems.append(f"{name}: {error}")
    if not problems:
        catalogue = values["data/catalogue.json"]
        occupations = {o["id"] for o in values["data/occupations.json"]["occupations"]}
        problems += [f"data/catalogue.json: {p}" for p in problems_of_catalogue(catalogue)]
        for name, value in values.items():
            if name == "data/defaults.json" or name.endswith(".outlay"):
                problems += [f"{name}: {p}" for p in
                             problems_of_scenario(value, catalogue, occupations)]
        compiled = resources(root)
        for name in sorted(set(shipped) ^ compiled):
            problems.append(f"{name}: in data/ or in {RESOURCES}, but not in both")
    finish(problems)


main()
