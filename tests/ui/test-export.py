# SPDX-License-Identifier: GPL-3.0-or-later
"""The chart goes into files of three kinds, complete and none half written."""

import os

import tap
from files import EXAMPLE, choose_file
from window import Outlay, wait_for

MAGIC = {"png": b"\x89PNG\r\n", "svg": b"<?xml", "pdf": b"%PDF-"}


def export(outlay, window, suffix):
    """Exports by the menu of the button, and gives the bytes of the file."""
    path = os.path.join(outlay.home, f"chart.{suffix}")
    window.find(role="push button", name="Kinds of files",
                where=lambda node: node.is_focusable).activate()
    window.find(role="menu item", name=f"Chart as {suffix.upper()}…").activate()
    choose_file(outlay, "Export Chart", path)
    wait_for(lambda: any("chart." + suffix in text for text in window.texts),
             "the word that it is done")
    with open(path, "rb") as file:
        return file.read()


def test_each_kind():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        for suffix, magic in MAGIC.items():
            assert export(outlay, window, suffix).startswith(magic), suffix


def test_by_key():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        path = os.path.join(outlay.home, "by key.png")
        window.press("ctrl+e")
        choose_file(outlay, "Export Chart", path)
        wait_for(lambda: os.path.exists(path), path)


tap.run(__name__)
