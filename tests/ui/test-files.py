# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios come into the window, leave it and come back as they were."""

import json
import os
import shutil

import figures
import tap
from files import (EXAMPLE, EXAMPLE_FILE, choose_file, copy_example, state,
                   wait_for_state, write)
from window import Outlay, wait_for


def edit(window):
    """Any edit: the first spin button of the people."""
    spin = window.find(role="spin button",
                       where=lambda node: "Platform" in node.name)
    spin.value = spin.value + 3
    wait_for_state(window, "edited")
    return spin


def test_it_opens_on_the_worked_example():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        assert state(window) == "not saved"
        figures.assert_agrees(window, EXAMPLE_FILE)


def test_every_month_is_in_the_table():
    with Outlay(EXAMPLE_FILE) as outlay:
        window = outlay.window(EXAMPLE)
        window.find(name="All months in the table").activate()
        wait_for(lambda: "Mar 2027" in figures.table(window)["GPT-5.5"], "all months")
        figures.assert_agrees(window, EXAMPLE_FILE)


def test_each_file_has_its_window():
    with Outlay() as outlay:
        first = copy_example(outlay, "First")
        other = write(outlay.home, "other.outlay", '{"name": "Other", "months": 3}')
        outlay.run_again(first, other)
        assert state(outlay.window("Other")) == "saved"
        figures.assert_agrees(outlay.window("Other"), other)
        assert len(outlay.windows()) == 3

        # A file that is open comes forward; it is not opened twice.
        outlay.run_again(other)
        assert len(outlay.windows()) == 3


def test_saving_and_opening_again():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        edit(window)
        path = os.path.join(outlay.home, "saved by hand.outlay")
        window.press("ctrl+s")
        choose_file(outlay, "Save Scenario As", path)
        wait_for_state(window, "saved")
        figures.assert_agrees(window, path)
        with open(path, encoding="utf-8") as file:
            assert json.load(file)["team"][0]["people"] == 15

        # Undo takes it away from what is saved, redo brings it back.
        window.press("ctrl+z")
        wait_for_state(window, "edited")
        window.press("ctrl+shift+z")
        wait_for_state(window, "saved")

        edit(window)
        window.press("ctrl+s")
        wait_for_state(window, "saved")
        figures.assert_agrees(window, path)

    with Outlay() as outlay:
        shutil.copy(EXAMPLE_FILE, os.path.join(outlay.home, "x.outlay"))
        window = outlay.window(EXAMPLE)
        window.press("ctrl+o")
        choose_file(outlay, "Open Scenarios", os.path.join(outlay.home, "x.outlay"))
        wait_for_state(window, "saved")
        assert len(outlay.windows()) == 1


def test_a_window_with_work_is_not_replaced():
    with Outlay() as outlay:
        path = write(outlay.home, "other.outlay", '{"name": "Other"}')
        window = outlay.window(EXAMPLE)
        edit(window)
        window.press("ctrl+o")
        choose_file(outlay, "Open Scenarios", path)
        outlay.window("Other")
        assert state(window) == "edited"


BAD_FILE = """{
  "name": "Broken",
  "months": 0,
  "turns": "many",
  "team": [{"name": "A", "people": -4, "expertise": "wizard",
            "tasks_perday": 3, "hourly_wage": 50}],
  "options": [{"id": "x", "name": "X", "kind": "model", "model": "anthropic/claud-opus-4-8"}]
}"""


def assert_lists_problems(outlay, path):
    """The dialog names the file, each place and each problem."""
    title = "“bad.outlay” Was Not Opened"
    dialog = outlay.window(title)
    for part in (path, "7 problems", "months", "turns", "team[0].people",
                 "team[0].expertise", "tasks_per_day", "options[0].model",
                 "anthropic/claude-opus-4-8"):
        dialog.find(where=lambda node, part=part: part in node.text, timeout=3)
    dialog.press("Escape")
    outlay.wait_until_gone(title)


def test_a_bad_file_changes_nothing():
    with Outlay() as outlay:
        path = write(outlay.home, "bad.outlay", BAD_FILE)
        window = outlay.window(EXAMPLE)
        edit(window)
        before = figures.table(window)

        window.press("ctrl+o")
        choose_file(outlay, "Open Scenarios", path)
        assert_lists_problems(outlay, path)
        assert figures.table(window) == before
        assert state(window) == "edited"

        outlay.run_again(path)
        assert_lists_problems(outlay, path)
        assert figures.table(window) == before
        assert len(outlay.windows()) == 1


def test_a_bad_file_from_the_command_line():
    home = Outlay()
    path = write(home.home, "bad.outlay", BAD_FILE)
    home.files = [path]
    with home as outlay:
        assert_lists_problems(outlay, path)
        figures.assert_agrees(outlay.window(EXAMPLE), EXAMPLE_FILE)


def answer(outlay, window, button):
    window.press("ctrl+w")
    outlay.window("Save Changes?").find(role="push button", name=button).activate()
    outlay.wait_until_gone("Save Changes?")


def test_closing_asks_for_work_that_is_not_saved():
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        outlay.run_again(path)
        window = outlay.window("Team")
        edit(window)
        answer(outlay, window, "Cancel")
        wait_for_state(window, "edited")

        answer(outlay, window, "Save")
        outlay.wait_until_gone("Team")
        with open(path, encoding="utf-8") as file:
            assert json.load(file)["team"][0]["people"] == 15

        window = outlay.window(EXAMPLE)
        edit(window)
        answer(outlay, window, "Discard")
        assert outlay.wait_for_end() == 0


def test_closing_without_work_asks_nothing():
    with Outlay() as outlay:
        outlay.window(EXAMPLE).press("ctrl+q")
        assert outlay.wait_for_end() == 0


def test_a_save_that_fails_says_why():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        edit(window)
        folder = os.path.join(outlay.home, "gone")
        os.mkdir(folder)
        path = os.path.join(folder, "x.outlay")
        window.press("ctrl+shift+s")
        choose_file(outlay, "Save Scenario As", path)
        wait_for_state(window, "saved")
        shutil.rmtree(folder)

        edit(window)
        window.press("ctrl+s")
        wait_for(lambda: [found for found in outlay.windows()
                          if found.has(name="“x.outlay” Could Not Be Saved")],
                 "the reason")
        assert state(window) == "edited"


tap.run(__name__)
