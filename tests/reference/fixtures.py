#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random scenarios with the figures they should give, as files.

    fixtures.py DIRECTORY [--count N] [--seed S] [--first I]

Writes S-I.outlay, every key present, beside S-I.expected.json.
"""
import argparse
import json
import sys
from pathlib import Path

from complete import DATA, complete
from method import estimate
from scenarios import scenario


def models_of(option):
    return option["tiers"].values() if option["kind"] == "routing" else [option["model"]]


def self_contained(drawn, data):
    """The complete scenario with those prices only that its options use, so
    that it means the same whatever the catalogue says later."""
    full = complete(drawn, data)
    models = {model for option in full["options"] for model in models_of(option)}
    plans = {option.get("plan") for option in full["options"]}
    full["prices"] = {
        "models": [model for model in full["prices"]["models"] if model["id"] in models],
        "plans": [plan for plan in full["prices"]["plans"] if plan["id"] in plans]}
    return without_stray_keys(full)


def without_stray_keys(full):
    """A custom adoption has shares and nothing else."""
    if full["adoption"]["shape"] == "custom":
        full["adoption"] = {key: full["adoption"][key] for key in ("shape", "shares")}
    return full


def write(path, content):
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--data", type=Path, default=DATA)
    given = parser.parse_args()
    given.directory.mkdir(parents=True, exist_ok=True)
    for index in range(given.first, given.first + given.count):
        full = self_contained(scenario(given.seed, index), given.data)
        name = given.directory / f"{given.seed}-{index}"
        write(name.with_suffix(".outlay"), full)
        write(name.with_suffix(".expected.json"), estimate(full, data=given.data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
