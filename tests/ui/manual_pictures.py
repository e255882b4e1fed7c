# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the manual from the real window.

    manual_pictures.py FOLDER

tools/pictures --manual runs it on a screen of its own.
"""

import subprocess
import sys
import time
from pathlib import Path

from files import EXAMPLE
from window import Outlay, wait_for

SIZE = (1280, 800)


def grab(window):
    return subprocess.run(["import", "-window", window.x_id, "-depth", "8", "png:-"],
                          capture_output=True, check=True).stdout


def save(window, path, part=None):
    """The window, or a part of it, once a second has passed in which nothing moved."""
    last, picture = None, grab(window)
    while picture != last:
        time.sleep(1)
        last, picture = picture, grab(window)
    crop = ["-crop", part, "+repage"] if part else []
    subprocess.run(["convert", "png:-", *crop, "-strip",
                    "-define", "png:exclude-chunks=date,time",
                    "-define", "png:compression-level=9", f"png24:{path}"],
                   input=picture, check=True)
    print(path, flush=True)


def open_dialog(outlay, window, kind):
    window.find(role="push button", name="Add an option").activate()
    dialog = wait_for(lambda: [found for found in outlay.windows()
                               if found.name != window.name], "the dialog")[0]
    dialog.find(role="push button", name=kind).activate()
    return dialog


def fold_row(window, title):
    return window.find(role="list item", where=lambda node: node.name.startswith(title + ","))


def main():
    folder = Path(sys.argv[1])
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        window.resize(*SIZE)
        save(window, folder / "first-look.png")

        window.press("alt+4")
        save(window, folder / "risk.png")
        window.press("alt+1")

        for name, kind in (("add-option", "Model"), ("routing", "Routing")):
            dialog = open_dialog(outlay, window, kind)
            save(dialog, folder / f"{name}.png")
            dialog.press("Escape")
            wait_for(lambda: len(outlay.windows()) == 1, "the dialog closes")

        # High enough for all of what is unfolded; only that is kept.
        window.resize(SIZE[0], 1020)
        for title in ("Adoption", "Learning"):
            window.click(fold_row(window, title))
        top = fold_row(window, "Learning").extents[1]
        bottom = fold_row(window, "Onboarding").extents[1]
        save(window, folder / "rollout.png", f"366x{bottom - top + 10}+0+{top - 5}")


main()
