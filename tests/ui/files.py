# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files for tests of the window, and GTK's own file dialog."""

import json
import os

from window import program, wait_for

EXAMPLE = "Forty people, seven months"
EXAMPLE_FILE = os.path.join(program("OUTLAY_EXAMPLES"), "forty-people.outlay")

STATES = {"saved", "edited", "not saved", "recovered"}


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def copy_example(outlay, name):
    """The worked example as a file of its own, by a name of its own."""
    with open(EXAMPLE_FILE, encoding="utf-8") as file:
        scenario = json.load(file)
    scenario["name"] = name
    return write(outlay.home, name + ".outlay", json.dumps(scenario))


def state_of(text):
    """What stands under the title: the state, behind the name of the file."""
    return text.split(" · ")[-1]


def state(window):
    if window.state_label is None or state_of(window.state_label.name) not in STATES:
        window.state_label = window.find(role="label",
                                         where=lambda node: state_of(node.name) in STATES)
    return state_of(window.state_label.name)


def wait_for_state(window, wanted):
    wait_for(lambda: state(window) == wanted, f"the state is {wanted}")


def path_entry(dialog):
    return dialog.find_all(role="text", where=lambda node: node.is_focusable
                           and node.name != "Connect to Server")


def choose_file(outlay, title, path):
    """Types a path into GTK's own file dialog."""
    dialog = outlay.window(title)
    if not path_entry(dialog):
        # To open, it shows a place to type in only when it is asked to.
        dialog.press("ctrl+l")
    entry = wait_for(lambda: path_entry(dialog), "where to type a path")[0]
    entry.set_text(path)
    wait_for(lambda: entry.text == path, f"{path} is typed")
    dialog.press("Return")
    outlay.wait_until_gone(title)
