# SPDX-License-Identifier: GPL-3.0-or-later
"""Fill a scenario in: what may be left out of a file takes its default here.

Top-level keys and the keys of plain objects come from data/defaults.json, list
entries from the tables below, price cards and plans that the file does not
bring from data/catalogue.json. Nothing is checked: callers hand in valid
scenarios.
"""
import copy
import json
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"

ROLE = {"joins": 1, "occupation": None, "mix": None}
TASK = {"turns": 1.0, "acceptance": 1.0, "minutes_saved": 0.0,
        "minutes_review": 0.0, "risk": "low"}
OPTION = {"effort": 1.0, "cache": "5m"}
BY_KIND = {
    "model": {"price_factor": 1.0},
    "routing": {"price_factor": 1.0, "escalate_to": None, "learning_tier": None},
    "plan": {},
}
PRICES = {"input": None, "output": None, "cache_read": None,
          "cache_write": None, "cache_write_1h": None}
CARD = {**PRICES, "from": None, "long_context": []}
MODEL = {"tokenizer": 1.0}
PLAN = {"min_seats": 1, "max_seats": None, "allowance": None,
        "pooled": False, "overage": "api"}


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def under(default, given):
    """`given` laid over `default`, object by object; a list replaces a list."""
    if not (isinstance(default, dict) and isinstance(given, dict)):
        return copy.deepcopy(given)
    merged = copy.deepcopy(default)
    for key, value in given.items():
        merged[key] = under(default.get(key), value)
    return merged


def complete_model(model):
    model = {**MODEL, **model}
    model["prices"] = [{**CARD, **card} for card in model["prices"]]
    for card in model["prices"]:
        card["long_context"] = [{**PRICES, **block}
                                for block in card["long_context"] or []]
    return model


def complete_prices(given, catalogue):
    """The catalogue's entries, each replaced by the file's of the same id."""
    def by_id(entries):
        return {entry["id"]: entry for entry in entries}
    models = {**by_id(catalogue["models"]), **by_id(given.get("models", []))}
    plans = {**by_id(catalogue["plans"]), **by_id(given.get("plans", []))}
    return {"models": [complete_model(m) for m in models.values()],
            "plans": [{**PLAN, **p} for p in plans.values()]}


def complete(scenario, data=DATA):
    """The same scenario with every key present; completing twice changes nothing."""
    full = under(load(Path(data) / "defaults.json"), scenario)
    full["team"] = [{**ROLE, **role} for role in full["team"]]
    full["tasks"] = [{**TASK, **task} for task in full["tasks"]]
    full["options"] = [{**OPTION, **BY_KIND[option["kind"]], **option}
                       for option in full["options"]]
    catalogue = load(Path(data) / "catalogue.json")
    full["prices"] = complete_prices(full.get("prices") or {}, catalogue)
    return full
