# SPDX-License-Identifier: GPL-3.0-or-later
"""Every dial moves the figures, to what outlay-cli says, and back by undo."""

import json
import os

import figures
import tap
from files import EXAMPLE, choose_file, wait_for_state
from hands import Keys
from window import Outlay, wait_for, xdotool

# A spin button or scale, its new value, and where the file then has it.
NUMBERS = [
    ("People of Platform", 15, "team[0].people", 15),
    ("People of Product", 4, "team[1].people", 4),
    ("Joins in month of Analysts", 5, "team[2].joins", 5),
    ("Tasks a day of Platform", 6, "team[0].tasks_per_day", 6),
    ("Turns", 8, "turns", 8),
    ("Fix and debug, Start, in percent", 50, "tasks[0].share[0]", 0.5),
    ("Run agent workflows, Learnt, in percent", 20, "tasks[6].share[1]", 0.2),
    ("Learnt after", 3, "learning.months", 3),
    ("Active at first", 60, "adoption.from", 0.6),
    ("Active in the end", 95, "adoption.to", 0.95),
    ("Ramp", 2, "adoption.months", 2),
    ("Months", 9, "months", 9),
    ("Active days", 20, "active_days", 20),
    ("Attempts", 4, "max_attempts", 4),
    ("Units per US dollar", 0.9, "currency.rate", 0.9),
]

# A drop down, how far to go down in it, and where the file then has it.
CHOICES = [
    ("Expertise of Platform", "Up", "team[0].expertise", "intermediate"),
    ("Expertise of Analysts", "Down", "team[2].expertise", "intermediate"),
    ("Learning curve", "Down", "learning.curve", "exponential"),
    ("Shape of adoption", "Up", "adoption.shape", "linear"),
]


class Scenario:
    """A window on a file, and what the file says."""

    def __init__(self, outlay):
        self.window = outlay.window(EXAMPLE)
        self.path = os.path.join(outlay.home, "dials.outlay")
        self.window.press("ctrl+s")
        choose_file(outlay, "Save Scenario As", self.path)
        wait_for_state(self.window, "saved")

    def look_up(self, place):
        with open(self.path, encoding="utf-8") as file:
            value = json.load(file)
        for part in place.replace("[", ".").replace("]", "").split("."):
            value = value[int(part) if part.isdigit() else part]
        return value

    def dial(self, role, name):
        return self.window.find(role=role, name=name)

    def unfold(self, *names):
        """Unfolds rows of the pane, whose dials are made then."""
        self.window.resize(1280, 1000)
        for name in names:
            Keys().unfold(self.window, self.window.find(
                role="list item",
                where=lambda node, start=f"{name},": node.name.startswith(start)))

    def unfold_roles(self, *names):
        for name in names:
            self.window.find(name=f"Details of {name}").activate()

    def undo_name(self):
        return self.window.find(role="push button", name="Undo").description

    def assert_moves(self, name, turn, place, wanted):
        """turn() changes the figures to what outlay-cli says of the file that
        is saved then; undo brings back what was there."""
        before = figures.table(self.window)
        turn()
        wait_for(lambda: figures.table(self.window) != before, f"{name} moves a figure")
        wait_for_state(self.window, "edited")

        self.window.press("ctrl+s")
        wait_for_state(self.window, "saved")
        found = self.look_up(place)
        close = isinstance(wanted, str) or abs(found - wanted) < 1e-9
        assert found == wanted or close, (name, place, found)
        figures.assert_agrees(self.window, self.path)

        assert self.undo_name().startswith("Undo "), self.undo_name()
        self.window.press("ctrl+z")
        wait_for(lambda: figures.table(self.window) == before, f"undo of {name}")
        wait_for_state(self.window, "edited")
        self.window.press("ctrl+s")
        wait_for_state(self.window, "saved")


def test_numbers():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scenario.window.find(name="Type the shares").activate()
        scenario.unfold_roles("Platform", "Analysts")
        scenario.unfold("Learning", "Adoption", "Limits, money")
        for name, value, place, wanted in NUMBERS:
            spin = scenario.dial("spin button", name)

            def turn(spin=spin, value=value):
                spin.value = value

            scenario.assert_moves(name, turn, place, wanted)


def test_the_scale_of_turns():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scale = scenario.dial("slider", "Turns")

        def turn():
            scale.value = 3.5

        scenario.assert_moves("Turns", turn, "turns", 3.5)
        assert scenario.dial("spin button", "Turns").value == 5


def test_choices():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scenario.unfold("Learning", "Adoption")
        for name, key, place, wanted in CHOICES:
            box = scenario.dial("combo box", name)

            def turn(box=box, key=key):
                scenario.window.focus()
                box.find(role="push button").activate()
                box.find(role="list")
                xdotool("key", "--delay", "50", key, "Return")

            scenario.assert_moves(name, turn, place, wanted)


def test_a_mix_of_a_roles_own():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scenario.unfold_roles("Platform")
        scenario.dial("check box", "Own task mix of Platform").activate()
        wait_for_state(scenario.window, "edited")
        scenario.window.press("ctrl+s")
        wait_for_state(scenario.window, "saved")
        mix = scenario.look_up("team[0].mix")
        assert abs(sum(share[0] for share in mix.values()) - 1) < 1e-9, mix


def test_shares_always_add_up():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scenario.window.find(name="Type the shares").activate()
        for name, value in (("Fix and debug", 90), ("Build and test", 0),
                            ("Plan and explore", 33), ("Fix and debug", 100)):
            scenario.dial("spin button", f"{name}, Start, in percent").value = value
            scenario.window.press("ctrl+s")
            wait_for_state(scenario.window, "saved")
            shares = [task["share"][0] for task in scenario.look_up("tasks")]
            assert abs(sum(shares) - 1) < 1e-9, (name, value, shares)
            assert min(shares) >= 0, (name, value, shares)


def finding(window):
    return window.find(role="heading", where=lambda node: node.name != "").name


def test_the_budget():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        scenario.unfold("Limits, money")
        before = finding(scenario.window)
        assert "over the monthly budget" in before, before
        scenario.dial("spin button", "Budget").value = 50000
        wait_for(lambda: finding(scenario.window) != before, "another finding")
        assert "under the monthly budget" in finding(scenario.window), finding(scenario.window)

        scenario.window.press("ctrl+z")
        wait_for(lambda: finding(scenario.window) == before, "the finding before")


def test_a_renamed_task_kind_is_heard_by_its_new_name():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        hand = Keys()
        hand.unfold(window, window.find(
            role="list item", where=lambda node: node.name.startswith("Task kinds,")))
        hand.reach(window, window.find(role="text", name="Task kind of Fix and debug"))
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "20", "Mend")
        xdotool("key", "Return")
        window.find(role="text", name="Task kind of Mend")
        heard = [node.name for node in window.walk() if "Fix and debug" in node.name]
        assert not heard, heard
        assert window.has(role="spin button", name="Turns of Mend")
        assert window.has(role="combo box", name="Risk of Mend")


def test_a_drag_is_one_edit():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        before = figures.table(scenario.window)
        scale = scenario.dial("slider", "Turns")
        for value in (5.5, 6, 6.5, 7, 7.5):
            scale.value = value
        wait_for(lambda: scenario.dial("spin button", "Turns").value == 7.5, "7.5 turns")
        scenario.window.press("ctrl+z")
        wait_for(lambda: figures.table(scenario.window) == before, "what was before")
        assert not scenario.window.find(role="push button", name="Undo").is_sensitive


def test_out_of_range_is_explained():
    with Outlay() as outlay:
        scenario = Scenario(outlay)
        before = figures.table(scenario.window)
        spin = scenario.dial("spin button", "Turns")
        spin.set_text("500")
        scenario.window.find(role="label", where=lambda node: "100" in node.name
                             and "1" in node.name and not node.name.startswith("$"))
        assert figures.table(scenario.window) == before
        assert not scenario.window.find(role="push button", name="Undo").is_sensitive


tap.run(__name__)
