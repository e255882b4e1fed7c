# SPDX-License-Identifier: GPL-3.0-or-later
"""Options are found by typing, added, hidden, shown, put in focus and removed."""

import os

import figures
import tap
from files import EXAMPLE, choose_file, wait_for_state
from window import Outlay, wait_for



def options(window):
    """The names in the pane, in their order."""
    rows = window.find(role="list", name="Options").children
    return [row.name.split(",")[0] for row in rows if row.is_visible]


def open_dialog(outlay, window):
    window.find(role="push button", name="Add an option").activate()
    return wait_for(lambda: [found for found in outlay.windows()
                             if found.name != window.name], "the dialog")[0]


def add_by_search(outlay, window, words, model):
    dialog = open_dialog(outlay, window)
    dialog.type(words)
    dialog.find(role="label", name=model)
    dialog.press("Return")
    wait_for(lambda: len(outlay.windows()) == 1, "the dialog closes")
    wait_for(lambda: model in options(window), f"{model} in the pane")


def row(window, option):
    return window.find(role="list item",
                       where=lambda node: node.name.startswith(option + ","))


def test_add_by_search():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        add_by_search(outlay, window, "gemini 3.8 flash", "Gemini 3.8 Flash")
        wait_for(lambda: "Gemini 3.8 Flash" in figures.table(window), "its row in the table")

        path = os.path.join(outlay.home, "more.outlay")
        window.press("ctrl+s")
        choose_file(outlay, "Save Scenario As", path)
        wait_for_state(window, "saved")
        wanted = figures.assert_agrees(window, path)
        assert wanted["Gemini 3.8 Flash"]["Total"] == "$18,318"

        window.press("ctrl+z")
        wait_for(lambda: "Gemini 3.8 Flash" not in options(window), "undo")
        window.press("ctrl+shift+z")
        wait_for(lambda: "Gemini 3.8 Flash" in options(window), "redo")


def test_escape_adds_nothing():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        before = options(window)
        dialog = open_dialog(outlay, window)
        dialog.type("gemini")
        dialog.press("Escape")
        wait_for(lambda: len(outlay.windows()) == 1, "the dialog closes")
        assert options(window) == before


def test_hide_and_show():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        opus = row(window, "Claude Opus 4.8")
        opus.find(role="push button", name="Hide").activate()
        window.find(role="heading",
                    where=lambda node: node.name and "Opus" not in node.name)
        opus.find(role="push button", name="Show").activate()
        window.find(role="heading", where=lambda node: "Opus" in node.name)


def test_remove_and_undo():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        before = options(window)
        window.find(role="push button", name="Menu of GPT-5.5",
                    where=lambda node: node.is_focusable).activate()
        window.find(role="menu item",
                    where=lambda node: node.name.startswith("Remove")).activate()
        wait_for(lambda: "GPT-5.5" not in options(window), "it is gone from the pane")
        wait_for(lambda: "GPT-5.5" not in figures.table(window), "and from the table")
        window.press("ctrl+z")
        wait_for(lambda: options(window) == before, "undo")
        wait_for(lambda: figures.table(window)["GPT-5.5"]["Total"] == "$48,926",
                 "with the same figures")


tap.run(__name__)
