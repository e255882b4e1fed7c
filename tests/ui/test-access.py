# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever cannot see the window can still use it: each control has a name, and
the keys reach it."""

import re

import tap
from window import Outlay

# What GTK calls a widget that nobody has named.
NOBODYS_NAME = re.compile(r"^(Gtk|Adw|Outlay)[A-Z]\w*$")


def unnamed(window):
    found = []
    for node in window.walk():
        # A scrolled window and what a drop down shows of its choice never have
        # the focus themselves.
        if not node.is_focusable or node.role in ("scroll pane", "filler"):
            continue
        name = node.name.strip()
        if not name or NOBODYS_NAME.match(name):
            found.append(f"{node.role} {name!r}")
    return found


def test_every_control_has_a_name():
    with Outlay() as outlay:
        found = unnamed(outlay.window())
        assert not found, found


def test_every_control_of_the_menu_has_a_name():
    with Outlay() as outlay:
        window = outlay.window()
        window.press("F10")
        window.find(role="menu item", name="Duplicate as Variant")
        found = unnamed(window)
        assert not found, found


def test_every_row_of_the_catalogue_has_a_name():
    with Outlay() as outlay:
        window = outlay.window()
        window.find(role="push button", name="Add an option").activate()
        dialog = outlay.window("Add an Option")
        dialog.find(role="label", name="Claude Opus 5.5")
        names = [row.name for row in dialog.find_all(role="table row")]
        assert "Claude Opus 5.5" in names, names
        assert not [name for name in names if NOBODYS_NAME.match(name)], names


tap.run(__name__)
