# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 shows the manual in the desktop's help viewer; where there is none, in a browser;
and where there is neither, the window says so."""

import os
import tempfile

import tap
from files import EXAMPLE
from window import Outlay, wait_for

KINDS = {"viewer": "x-scheme-handler/help", "browser": "text/html"}


class Desktop:
    """A desktop that has nothing but the programs named, which note what they show."""

    def __init__(self, *programs, manual=False):
        self.folder = tempfile.TemporaryDirectory(prefix="outlay-desktop-")
        self.shown = os.path.join(self.folder.name, "shown")
        places = [os.path.join(self.folder.name, "share")]
        for name in programs:
            self.add_program(places[0], name)
        if manual:
            page = os.path.join(places[0], "doc", "outlay", "manual", "index.html")
            os.makedirs(os.path.dirname(page))
            with open(page, "w", encoding="utf-8") as file:
                file.write("<!DOCTYPE html><title>Outlay</title>\n")
            self.manual = page
        # Icons and the kinds of files are those of the machine, but no program is.
        for name in ("icons", "mime", "glib-2.0", "locale", "fonts", "themes"):
            os.makedirs(places[0], exist_ok=True)
            if os.path.isdir("/usr/share/" + name):
                os.symlink("/usr/share/" + name, os.path.join(places[0], name))
        self.env = {"XDG_DATA_DIRS": places[0], "XDG_CONFIG_DIRS": self.folder.name}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def add_program(self, share, name):
        applications = os.path.join(share, "applications")
        os.makedirs(applications, exist_ok=True)
        script = os.path.join(self.folder.name, name)
        with open(script, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\necho "{name} $1" >"{self.shown}"\n')
        os.chmod(script, 0o755)
        with open(os.path.join(applications, name + ".desktop"), "w", encoding="utf-8") as file:
            file.write(f"[Desktop Entry]\nType=Application\nName={name}\nExec={script} %u\n"
                       f"MimeType={KINDS[name]};\n")
        with open(os.path.join(applications, "mimeinfo.cache"), "a", encoding="utf-8") as file:
            if file.tell() == 0:
                file.write("[MIME Cache]\n")
            file.write(f"{KINDS[name]}={name}.desktop;\n")

    def wait_for_page(self):
        def look():
            if not os.path.exists(self.shown):
                return None
            with open(self.shown, encoding="utf-8") as file:
                return file.read().strip()
        return wait_for(look, "a program shows the manual")


def test_viewer():
    with Desktop("viewer", "browser", manual=True) as desktop:
        with Outlay(env=desktop.env) as outlay:
            outlay.window(EXAMPLE).press("F1")
            assert desktop.wait_for_page() == "viewer help:outlay"


def test_browser():
    with Desktop("browser", manual=True) as desktop:
        with Outlay(env=desktop.env) as outlay:
            outlay.window(EXAMPLE).press("F1")
            shown = desktop.wait_for_page().replace("file://", "")
            assert shown == "browser " + desktop.manual, shown


def test_other_windows():
    """The price book, the presentation and the dialogs ask for it, too."""
    for key, part in (("ctrl+b", "Price Book"), ("ctrl+u", "Real Usage"), (None, "Add an Option"),
                      ("ctrl+comma", "Preferences"), ("F5", "Presenting")):
        with Desktop("viewer") as desktop:
            with Outlay(env=desktop.env) as outlay:
                window = outlay.window(EXAMPLE)
                if key is None:
                    window.find(role="push button", name="Add an option").activate()
                else:
                    window.press(key)
                other = wait_for(lambda: [found for found in outlay.windows()
                                          if found.name != window.name], part)[0]
                assert part in other.name, other.name
                other.press("F1")
                assert desktop.wait_for_page() == "viewer help:outlay"


def test_neither():
    with Desktop() as desktop:
        with Outlay(env=desktop.env) as outlay:
            window = outlay.window(EXAMPLE)
            window.press("F1")
            dialog = wait_for(lambda: [found for found in outlay.windows()
                                       if found.name != window.name], "the dialog")[0]
            dialog.find(role="label", name="The Manual Cannot Be Shown")
            dialog.press("Escape")
            wait_for(lambda: len(outlay.windows()) == 1, "the dialog closes")


tap.run(__name__)
