# SPDX-License-Identifier: GPL-3.0-or-later
"""A variant is compared with what it came from, and presented, by keys alone; every
figure is what outlay-cli says."""

import csv
import io
import json
import os
import subprocess

import tap
from files import EXAMPLE, choose_file, wait_for_state
from window import Outlay, program, wait_for

VARIANT = EXAMPLE + " (variant)"
PARTS = {"price": "Price", "people": "People and months", "mix": "Tasks and mix",
         "turns": "Turns", "tokens": "Tokens", "acceptance": "Acceptance",
         "plan": "Plan and routing"}


def bridge(first, second, option):
    done = subprocess.run([program("OUTLAY_CLI"), "compare", first, second, "--option", option,
                           "--format", "csv"], capture_output=True, text=True, check=True)
    return {key: float(value) for key, value in
            next(csv.DictReader(io.StringIO(done.stdout))).items()
            if key in PARTS or key in ("a", "b", "difference")}


def save(outlay, window, name):
    path = os.path.join(outlay.home, name)
    window.press("ctrl+s")
    choose_file(outlay, "Save Scenario As", path)
    wait_for_state(window, "saved")
    return path


def parts(window):
    """The parts that the waterfall tells: {name: text}."""
    chart = window.find(role="image", name="Chart of the parts of the difference")
    return dict(line.rsplit(": ", 1) for line in chart.description.splitlines())


def to_number(text):
    return float(text.replace("\u2212", "-").replace("+", "").replace("$", "").replace(",", ""))


def test_variant():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        first = save(outlay, window, "first.outlay")
        window.press("ctrl+d")
        variant = outlay.window(VARIANT)
        variant.find(role="spin button", name="Turns").value = 6
        wait_for_state(variant, "edited")
        variant.find(role="spin button", name="People of Platform").value = 15
        variant.press("alt+7")

        second = save(outlay, variant, "second.outlay")
        with open(second, encoding="utf-8") as file:
            said = json.load(file)
        assert (said["turns"], said["team"][0]["people"]) == (6, 15)

        wanted = bridge(first, second, "opus")
        wait_for(lambda: parts(variant).get(VARIANT) == f"${wanted['b']:,.2f}", "the bridge")
        shown = parts(variant)
        assert shown[EXAMPLE] == f"${wanted['a']:,.2f}", shown
        for key, name in PARTS.items():
            assert abs(to_number(shown[name]) - wanted[key]) <= 0.015, (name, shown, wanted)

        # What is seen adds up, and swapping turns every sign.
        total = sum(to_number(shown[name]) for name in PARTS.values())
        assert round(to_number(shown[EXAMPLE]) + total, 2) == to_number(shown[VARIANT]), shown
        variant.find(role="push button", name="Swap the two scenarios").activate()
        wait_for(lambda: to_number(parts(variant)["Turns"]) == -to_number(shown["Turns"]),
                 "the swap")
        for name in PARTS.values():
            assert to_number(parts(variant)[name]) == -to_number(shown[name]), name


def test_present():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        window.press("F5")
        stage = outlay.window("Presenting " + EXAMPLE)
        stage.find(role="image", where=lambda node: node.name.startswith("By December"))
        stage.press("Right", "Right")
        stage.find(role="image", where=lambda node: node.name ==
                   "In February, Claude Opus 4.8 goes over the budget by $1,576")
        stage.press("3")
        stage.find(role="check box", name="Show GPT-5.5",
                   where=lambda node: not node.is_checked)
        stage.press("Escape")
        outlay.wait_until_gone("Presenting " + EXAMPLE)


def test_fewer_months():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        window.press("ctrl+plus")
        window.find(role="label", where=lambda node: node.name.startswith(
            "Only Feb 2027 to May 2027 are drawn."))
        window.press("ctrl+0")
        wait_for(lambda: not window.has(role="label", where=lambda node: node.name.startswith(
            "Only Feb")), "all months")


tap.run(__name__)
