# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever cannot see the window can still use it: each control has a name, and
the keys reach it."""

import os
import re
import time

import tap
from files import EXAMPLE, choose_file
from window import Outlay, wait_for, xdotool

# What GTK calls a widget that nobody has named.
NOBODYS_NAME = re.compile(r"^(Gtk|Adw|Outlay)[A-Z]\w*$")

# In GTK 4.8 nobody can name the list in a table, or the icon in a field.
GTKS_OWN = ("GtkColumnListView", "GtkImage")


def look_for_unnamed(window):
    found = []
    for node in window.walk():
        # A scrolled window and what a drop down shows of its choice never have
        # the focus themselves.
        if not node.is_focusable or node.role in ("scroll pane", "filler"):
            continue
        name = node.name.strip()
        if name in GTKS_OWN:
            continue
        if not name or NOBODYS_NAME.match(name):
            found.append(f"{node.role} {name!r}")
    return found


def unnamed(window):
    # Rows of a list may come and go while it is looked at: then once more.
    return wait_for(lambda: [look_for_unnamed(window)], "a look at the whole window")[0]


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


def next_window(outlay, known):
    """The window that has come beside those that were there."""
    return wait_for(lambda: [found for found in outlay.windows() if found not in known],
                    "another window")[0]


def check(outlay, window, key, look=None):
    """Opens a window by its key, looks for what nobody has named, and closes it."""
    known = outlay.windows()
    window.press(key)
    opened = next_window(outlay, known)
    found = look(opened) if look else unnamed(opened)
    assert not found, (key, found)
    opened.press("Escape")
    wait_for(lambda: opened not in outlay.windows(), f"{key} is closed")


def test_every_control_of_each_page_has_a_name():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        for page in range(1, 7):
            window.press(f"alt+{page}")
            found = unnamed(window)
            assert not found, (page, found)


def test_every_control_of_what_unfolds_has_a_name():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        for row in window.find_all(role="list item", where=lambda node: node.is_focusable):
            window.click(row)
        found = unnamed(window)
        assert not found, found


def look_at_book(outlay):
    def look(book):
        book.find(role="label", where=lambda node: node.name.startswith("60 of "))
        found = unnamed(book)
        book.find(role="push button", name="On This Work").activate()
        found += unnamed(book)
        for name in ("Own Price…", "Fetch…"):
            known = outlay.windows()
            book.find(role="push button", name=name).activate()
            dialog = next_window(outlay, known)
            # Libadwaita does not name the list of a group of preferences.
            found += [f"{name}: {node}" for node in unnamed(dialog)
                      if node != "list 'GtkListBox'"]
            dialog.press("Escape")
            wait_for(lambda gone=dialog: gone not in outlay.windows(), f"{name} is closed")
        return found
    return look


def test_every_control_of_the_price_book_has_a_name():
    with Outlay() as outlay:
        check(outlay, outlay.window(EXAMPLE), "ctrl+b", look_at_book(outlay))


def read_logs(outlay, usage):
    logs = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "logs")
    usage.press("ctrl+o")
    choose_file(outlay, "Read Logs", os.path.join(logs, "codex_plain_1b907176.jsonl"))
    usage.find(role="label", name="1 log was read. 1 run is new.")


def test_every_control_of_real_usage_has_a_name():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        known = outlay.windows()
        window.press("ctrl+u")
        usage = next_window(outlay, known)
        usage.find(role="label", name="What Was Really Used")
        found = unnamed(usage)
        read_logs(outlay, usage)
        for section in range(1, 5):
            usage.press(f"alt+{section}")
            found += [f"section {section}: {node}" for node in unnamed(usage)]
        assert not found, found


def test_every_control_of_the_dialogs_has_a_name():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        known = outlay.windows()
        window.find(role="push button", name="Add an option").activate()
        dialog = next_window(outlay, known)
        for kind in ("Model", "Plan", "Routing"):
            dialog.find(role="push button", name=kind).activate()
            found = unnamed(dialog)
            assert not found, (kind, found)


def test_wheel_over_a_table():
    """A table that may scroll sideways lets the wheel move the page, down and up."""
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        window.resize(1024, 600)
        window.press("alt+2")
        table = window.find(role="table", name="What the work is worth by option")
        before = wait_for(lambda: window.place_of(table)[1:2], "the place of the table")[0]
        window.click(table, button=5)
        down = wait_for(lambda: [y for y in window.place_of(table)[1:2] if y < before],
                        "the page moves down")[0]
        window.click(table, button=4)
        wait_for(lambda: window.place_of(table)[1] > down, "the page moves up")


def test_keys_win_over_a_resting_pointer():
    """Who has clicked on a chart walks on from there by the arrows."""
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        chart = window.find(role="image", name="Chart of the costs by month")

        def reads(month):
            wait_for(lambda: chart.description.startswith(f"{month} 2027:"), month)
            # Until the window has settled under the pointer.
            time.sleep(0.3)
            assert chart.description.startswith(f"{month} 2027:"), chart.description

        window.click(chart)
        reads("March")
        window.press("Right")
        reads("April")
        window.press("Right")
        reads("May")
        xdotool("mousemove", "1279", "1023")
        wait_for(lambda: chart.description.startswith("Dec 2026"), "the whole period")
        window.press("Left")
        reads("April")


tap.run(__name__)
