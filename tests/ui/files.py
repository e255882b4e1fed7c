# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files for tests of the window, and GTK's own file dialog."""

import os
import shutil

from window import program, wait_for

EXAMPLE = "Forty people, seven months"
EXAMPLE_FILE = os.path.join(program("OUTLAY_EXAMPLES"), "forty-people.outlay")

STATES = {"saved", "edited", "not saved"}


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def copy_example(outlay, name="team.outlay"):
    return shutil.copy(EXAMPLE_FILE, os.path.join(outlay.home, name))


def state(window):
    """What stands under the title."""
    return wait_for(lambda: [text for text in window.texts if text in STATES],
                    "the state of the scenario")[0]


def wait_for_state(window, wanted):
    wait_for(lambda: state(window) == wanted, f"the state is {wanted}")


def choose_file(outlay, title, path):
    """Types a path into GTK's own file dialog."""
    dialog = outlay.window(title)
    dialog.press("ctrl+l")
    dialog.find(role="text", where=lambda node: node.is_focusable).set_text(path)
    dialog.press("Return")
    outlay.wait_until_gone(title)
