# SPDX-License-Identifier: GPL-3.0-or-later
"""What was not saved survives a crash of the window, and a saved file survives all."""

import glob
import json
import os
import random
import time

import tap
from files import EXAMPLE, copy_example, state, wait_for_state, write
from window import Outlay, wait_for

ROLE = "Platform"


def people(window):
    return window.find(role="spin button", where=lambda node: ROLE in node.name)


def kept_files(outlay):
    return glob.glob(os.path.join(outlay.home, "state", "outlay", "recovery", "*.recovery"))


def kept_people(path):
    """How many people are kept: the last number by that name is the first role's in the
    value that comes last."""
    with open(path, encoding="utf-8") as file:
        line = [line for line in file if line.startswith("present=")][0]
    text = line[len("present="):].encode().decode("unicode_escape")
    return json.loads(text)["team"][0]["people"]


def wait_until_kept(outlay, count):
    def look():
        found = [path for path in kept_files(outlay) if kept_people(path) == count]
        return found
    wait_for(look, f"{count} people are kept")


def crash(outlay):
    outlay.process.kill()
    outlay.process.wait()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def test_work_comes_back_in_its_window():
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        content = read(path)
        outlay.run_again(path)
        window = outlay.window("Team")
        people(window).value = 17
        wait_until_kept(outlay, 17)
        crash(outlay)

        outlay.start()
        window = outlay.window("Team")
        assert window.has(where=lambda node: "Recovered unsaved work" in node.name)
        assert len(outlay.windows()) == 1
        assert state(window) == "recovered"
        assert people(window).value == 17
        assert read(path) == content

        # Back to what the file holds, forth again, and into the file.
        window.press("ctrl+z")
        wait_for_state(window, "saved")
        assert people(window).value == 12
        window.press("ctrl+shift+z")
        wait_for_state(window, "recovered")
        window.press("ctrl+s")
        wait_for_state(window, "saved")
        with open(path, encoding="utf-8") as file:
            assert json.load(file)["team"][0]["people"] == 17
        wait_for(lambda: not kept_files(outlay), "nothing is kept")
        window.press("ctrl+q")
        assert outlay.wait_for_end() == 0
        assert not os.listdir(os.path.join(outlay.home, "state", "outlay", "recovery"))


def test_each_window_comes_back():
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        people(outlay.window(EXAMPLE)).value = 21
        outlay.run_again(path)
        people(outlay.window("Team")).value = 22
        wait_until_kept(outlay, 21)
        wait_until_kept(outlay, 22)
        crash(outlay)

        outlay.start()
        assert people(outlay.window(EXAMPLE)).value == 21
        assert people(outlay.window("Team")).value == 22
        assert len(outlay.windows()) == 2
        # The file is open already: it is not opened once more without the work.
        outlay.run_again(path)
        assert len(outlay.windows()) == 2


def test_discarded_work_does_not_come_back():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        people(window).value = 17
        wait_until_kept(outlay, 17)
        window.press("ctrl+w")
        outlay.window("Save Changes?").find(role="push button", name="Discard").activate()
        assert outlay.wait_for_end() == 0

        outlay.start()
        window = outlay.window(EXAMPLE)
        assert state(window) == "not saved"
        assert people(window).value == 12


def test_a_file_changed_meanwhile_is_left_alone():
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        outlay.run_again(path)
        people(outlay.window("Team")).value = 17
        wait_until_kept(outlay, 17)
        crash(outlay)
        write(outlay.home, "Team.outlay", '{"name": "Another"}')

        outlay.start()
        window = outlay.window("Team")
        assert state(window) == "recovered"
        window.press("ctrl+s")
        outlay.window("Save Scenario As").press("Escape")
        assert read(path) == b'{"name": "Another"}'


def test_a_kept_file_that_cannot_be_read_is_put_aside():
    with Outlay() as outlay:
        crash(outlay)
        folder = os.path.join(outlay.home, "state", "outlay", "recovery")
        write(folder, "0f8fad5b-d9cb-469f-a165-70867728950e-0.recovery", "nonsense")

        outlay.start()
        outlay.window(EXAMPLE)
        dialog = wait_for(lambda: [found for found in outlay.windows()
                                   if "Was Not Opened" in found.name], "why")[0]
        dialog.press("Escape")
        assert len(glob.glob(os.path.join(folder, "*.unreadable"))) == 1


def test_killed_at_any_moment():
    chance = random.Random(3)
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        outlay.files = [path]
        saved = 12
        for _ in range(int(os.environ.get("OUTLAY_TEST_KILLS", "4"))):
            crash(outlay)
            outlay.start()
            window = outlay.window("Team")
            spin = people(window)
            values = {int(spin.value)}
            may_be_saved = {saved}
            end = time.monotonic() + chance.uniform(0.2, 3)
            while time.monotonic() < end:
                value = chance.randrange(1, 500)
                values.add(value)
                spin.value = value
                if chance.random() < 0.15:
                    may_be_saved.add(value)
                    window.press("ctrl+s")
            crash(outlay)

            with open(path, encoding="utf-8") as file:
                saved = json.load(file)["team"][0]["people"]
            assert saved in may_be_saved, (saved, may_be_saved)
            for kept in kept_files(outlay):
                assert kept_people(kept) in values


tap.run(__name__)
