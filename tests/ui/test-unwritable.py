# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be written leaves what stood there as it was, and the window says so."""

import contextlib
import os
import resource
import stat
import tempfile

import tap
from files import EXAMPLE
from window import Outlay, program, wait_for

BEFORE = b"what stood there before\n"

# Root minds permissions only without this right.
DROP = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]

# A file that may not grow ends a program by a signal, unless it is ignored.
STAY = ["env", "--ignore-signal=XFSZ"]


@contextlib.contextmanager
def started_by(*command):
    """Outlay, started by another program that it takes the place of."""
    real = program("OUTLAY")
    with tempfile.NamedTemporaryFile("w", suffix=".sh", delete=False) as script:
        script.write(f'#!/bin/sh\nexec {" ".join(command)} "{real}" "$@"\n')
    os.chmod(script.name, 0o755)
    os.environ["OUTLAY"] = script.name
    try:
        with Outlay() as outlay:
            yield outlay
    finally:
        os.environ["OUTLAY"] = real
        os.unlink(script.name)


def existing(outlay, name):
    """A file in a folder of its own."""
    folder = os.path.join(outlay.home, "target")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(BEFORE)
    return path


def ask_for(window, item):
    window.find(role="push button", name="Kinds of files",
                where=lambda node: node.is_focusable).activate()
    window.find(role="menu item", name=item).activate()


def find_in_dialogs(outlay, **wanted):
    return wait_for(lambda: [node for place in outlay.windows() if place.name != EXAMPLE
                             for node in place.find_all(**wanted)], wanted)[0]


def replace(outlay, title, path):
    """Saves over what is there, which GTK asks about."""
    dialog = outlay.window(title)
    entry = dialog.find(role="text", where=lambda node: node.is_focusable
                        and node.name != "Connect to Server")
    entry.set_text(path)
    wait_for(lambda: entry.text == path, f"{path} is typed")
    dialog.press("Return")
    find_in_dialogs(outlay, role="push button", name="Replace").activate()
    outlay.wait_until_gone(title)


def assert_told(outlay, path, why):
    """The file is as it was, alone in its folder, and a dialog says why."""
    name = os.path.basename(path)
    told = find_in_dialogs(outlay, role="label", name=f"“{name}” Could Not Be Saved")
    assert told.is_visible
    find_in_dialogs(outlay, role="label", where=lambda node: why in node.name)
    with open(path, "rb") as file:
        assert file.read() == BEFORE
    assert os.listdir(os.path.dirname(path)) == [name]
    find_in_dialogs(outlay, role="push button", name="Close").activate()


def export_report(outlay, window):
    path = existing(outlay, "report.pdf")
    ask_for(window, "Report as PDF…")
    outlay.window("Head of the Report").find(role="push button", name="Save As…").activate()
    outlay.wait_until_gone("Head of the Report")
    replace(outlay, "Save Report As", path)
    return path


def export_chart(outlay, window):
    path = existing(outlay, "chart.svg")
    ask_for(window, "Chart as SVG…")
    replace(outlay, "Export Chart", path)
    return path


def export_on_a_full_disk(export):
    with started_by(*STAY) as outlay:
        window = outlay.window(EXAMPLE)
        limits = resource.prlimit(outlay.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(outlay.process.pid, resource.RLIMIT_FSIZE, (4096, limits[1]))
        path = export(outlay, window)
        assert_told(outlay, path, "File too large")
        resource.prlimit(outlay.process.pid, resource.RLIMIT_FSIZE, limits)


def test_report_on_a_full_disk():
    export_on_a_full_disk(export_report)


def test_chart_on_a_full_disk():
    export_on_a_full_disk(export_chart)


def test_no_room_left():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        link = os.path.join(outlay.home, "full.csv")
        os.symlink("/dev/full", link)
        ask_for(window, "Bill by Role (FOCUS)…")
        replace(outlay, "Save Bill by Role As", link)
        find_in_dialogs(outlay, role="label", where=lambda node: "No space left" in node.name)
        assert stat.S_ISCHR(os.stat(link).st_mode)
        find_in_dialogs(outlay, role="push button", name="Close").activate()


def test_report_in_a_read_only_folder():
    with started_by(*(DROP if os.geteuid() == 0 else [])) as outlay:
        window = outlay.window(EXAMPLE)
        folder = os.path.dirname(existing(outlay, "report.pdf"))
        os.chmod(folder, 0o555)
        ask_for(window, "Report as PDF…")
        outlay.window("Head of the Report").find(role="push button",
                                                 name="Save As…").activate()
        outlay.wait_until_gone("Head of the Report")
        path = os.path.join(folder, "report.pdf")
        replace(outlay, "Save Report As", path)
        assert_told(outlay, path, "Permission denied")
        os.chmod(folder, 0o755)


tap.run(__name__)
