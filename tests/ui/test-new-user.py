# SPDX-License-Identifier: GPL-3.0-or-later
"""The first hour of a new user, once by the keyboard alone and once by the pointer
alone: from an empty scenario to a saved one, whose figures are outlay-cli's. Only names
of files are typed either way."""

import json
import os

import figures
import tap
from files import EXAMPLE, path_entry, wait_for_state
from hands import Keys, Pointer, find_button
from window import Outlay, wait_for

LONG_MONTHS = ("January February March April May June July August September October "
               "November December").split()

NEW = "New scenario"
MODELS = [("claude opus 5.5", "Claude Opus 5.5"), ("gpt-6.1 terra", "GPT-6.1 Terra")]
PLAN = ("claude team premium", "Claude Team Premium")


def options(window):
    rows = window.find(role="list", name="Options").children
    return [row.name.split(",")[0] for row in rows if row.is_visible]


class Person:
    """Somebody at the window, with a hand that knows how."""

    def __init__(self, outlay, hand):
        self.outlay = outlay
        self.hand = hand
        self.window = outlay.window(EXAMPLE)

    def start(self):
        self.hand.run_from_menu(self.window, "ctrl+n", "New")
        self.window = self.outlay.window(NEW)

    def remove_all_options(self):
        for name in options(self.window):
            self.hand.choose_from_menu(self.window, find_button(self.window, f"Menu of {name}"),
                                       "Remove")
            wait_for(lambda name=name: name not in options(self.window), f"{name} is gone")

    def open_dialog(self):
        self.hand.use(self.window, find_button(self.window, "Add an option"))
        return self.outlay.window("Add an Option")

    def add(self, kind, words, name):
        dialog = self.open_dialog()
        if kind != "Model":
            self.hand.use(dialog, find_button(dialog, kind))
        self.hand.pick_row(dialog, words, name)
        self.outlay.wait_until_gone("Add an Option")
        wait_for(lambda: name in options(self.window), f"{name} in the pane")

    def add_routing(self):
        """As it is proposed, but that debugging goes to the cheaper tier."""
        dialog = self.open_dialog()
        self.hand.use(dialog, find_button(dialog, "Routing"))
        self.hand.choose_from_list(dialog, find_button(dialog, "Fix and debug"), 1)
        self.hand.use(dialog, find_button(dialog, "Add"))
        self.outlay.wait_until_gone("Add an Option")
        wait_for(lambda: "Routing" in options(self.window), "the routing in the pane")

    def set_team(self):
        hand, window = self.hand, self.window
        hand.choose_from_list(window, find_button(window, "Expertise of Team"), 0)
        hand.set_number(window, window.find(role="spin button", name="People of Team"), 25)

    def set_work(self):
        hand, window = self.hand, self.window
        hand.set_number(window, window.find(role="spin button", name="Turns"), 6)
        hand.use(window, find_button(window, "Type the shares"))
        border = "Start: border between Fix and debug and Build and test"
        hand.move(window, window.find(role="slider", name=border),
                  window.find(role="spin button", name="Fix and debug, Start, in percent"), 40)

    def set_budget(self):
        hand, window = self.hand, self.window
        hand.unfold(window, window.find(
            role="list item", where=lambda node: node.name.startswith("Limits, money,")))
        switch = window.find(role="check box", name="Budget")
        wait_for(lambda: switch.extents[2] > 0, "the row is unfolded")
        hand.use(window, switch)
        spin = window.find(role="spin button", name="Budget")
        wait_for(lambda: spin.extents[2] > 0, "where the budget is typed")
        # Two steps of its buttons, from the dearest month of the option in focus.
        hand.set_number(window, spin, spin.value - 1000)
        return spin.value

    def present(self):
        """Two months are revealed, one after the other, and it is left again."""
        title = f"Presenting {NEW}"
        self.hand.run(self.window, "F5", "Present")
        shown = self.outlay.window(title)
        for _ in range(2):
            self.hand.run(shown, "Right", "Next month")
        self.hand.run(shown, "Escape", "End the presentation")
        self.outlay.wait_until_gone(title)

    def answer(self, title, path):
        """Types where a file goes to."""
        dialog = self.outlay.window(title)
        entry = wait_for(lambda: path_entry(dialog), "where the name stands")[0]
        self.hand.type_path(dialog, entry, path)
        self.outlay.wait_until_gone(title)

    def export(self):
        path = os.path.join(self.outlay.home, f"{NEW}.png")
        self.hand.run(self.window, "ctrl+e", "Export")
        self.answer("Export Chart", path)
        wait_for(lambda: os.path.exists(path), path)
        with open(path, "rb") as file:
            assert file.read(4) == b"\x89PNG"

    def save(self):
        path = os.path.join(self.outlay.home, f"{NEW}.outlay")
        self.hand.run_from_menu(self.window, "ctrl+s", "Save")
        self.answer("Save Scenario As", path)
        wait_for_state(self.window, "saved")
        return path

    def reopen(self, path):
        """It is closed, and opened again from the other window."""
        self.hand.run(self.window, "ctrl+w", "Close")
        self.outlay.wait_until_gone(NEW)
        self.window = self.outlay.window(EXAMPLE)
        self.hand.open_again(self.outlay, self.window, path)
        self.window = self.outlay.window(NEW)


def assert_first_month_over(window, said, budget):
    """The finding names who is over the budget, and from when on."""
    finding = window.find(role="heading", where=lambda node: "budget" in node.name).name
    over = {}
    for option in said["options"]:
        months = [month for month, cost in zip(said["months"], option["monthly"]["cost"])
                  if cost > budget]
        if months:
            over[option["name"]] = LONG_MONTHS[int(months[0][5:]) - 1]
    assert any(name in finding and month in finding for name, month in over.items()), \
        (finding, over)


def check_figures(person, path, budget):
    said = figures.estimate(path)
    wanted = figures.assert_agrees(person.window, path)
    assert len(wanted) == 4, wanted
    assert_first_month_over(person.window, said, budget)
    return wanted


def check_file(path, budget):
    with open(path, encoding="utf-8") as file:
        saved = json.load(file)
    team = saved["team"][0]
    assert (team["people"], team["expertise"]) == (25, "novice"), team
    assert saved["turns"] == 6
    assert abs(saved["tasks"][0]["share"][0] - 0.4) < 1e-9, saved["tasks"]
    assert saved["budget"] == budget, saved["budget"]


def make_journey(hand):
    with Outlay() as outlay:
        person = Person(outlay, hand)
        person.start()
        person.remove_all_options()
        for words, name in MODELS:
            person.add("Model", words, name)
        person.set_team()
        person.set_work()
        person.add("Plan", *PLAN)
        person.add_routing()
        budget = person.set_budget()
        person.present()
        person.export()
        path = person.save()
        check_file(path, budget)
        before = check_figures(person, path, budget)
        person.reopen(path)
        assert check_figures(person, path, budget) == before


def test_by_the_keyboard():
    make_journey(Keys())


def test_by_the_pointer():
    make_journey(Pointer())


tap.run(__name__)
