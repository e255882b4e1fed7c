# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a session that edits and saves, again and again, at any moment, and looks at
what is left: the saved file is whole and holds a state that was saved last or was
being saved; what is recovered is a state that was there, no older than what is saved.

    kill-session.py EDIT-SESSION KILLS [--within SECONDS]

With --within, no more than the last so many seconds of edits may be lost. That is a
promise about time, which a machine under load can break: so only tools/soak asks."""

import argparse
import glob
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time


def read_log(folder):
    """[(what, name, time)], without a last line that was cut off."""
    with open(os.path.join(folder, "log"), encoding="utf-8") as log:
        lines = log.read().split("\n")[:-1]
    return [(parts[0], parts[1], float(parts[2]) / 1e6 if len(parts) > 2 else None)
            for parts in map(str.split, lines)]


def read_saved(folder):
    with open(os.path.join(folder, "team.outlay"), "rb") as file:
        return file.read()


def last_place(states, name, seed):
    """Where a state was last, counted from 0. One that is not in the log was made
    just before the end."""
    for place in range(len(states) - 1, -1, -1):
        if states[place][0] == name:
            return place
    assert name.startswith(f"{seed}-"), f"{name} was never a state"
    return len(states)


def check_saved(log, saved, before):
    """The file holds what was saved last, or what was being saved."""
    name = json.loads(saved)["name"]
    done = [entry for entry in log if entry[0] in ("saving", "saved")]
    allowed = [entry[1] for entry in done if entry[0] == "saved"][-1:] or [before]
    if done and done[-1][0] == "saving":
        allowed.append(done[-1][1])
    assert name in allowed, f"the file holds {name}, not {allowed}"
    return name


def kill_once(program, folder, seed, wait):
    """One round: what was lost, in seconds, and whether anything was recovered."""
    log_path = os.path.join(folder, "log")
    if os.path.exists(log_path):
        os.unlink(log_path)
    before = json.loads(read_saved(folder))["name"]
    with subprocess.Popen([program, "edit", folder, str(seed)]) as process:
        # Once it has begun, at any moment.
        while not os.path.exists(log_path) or os.path.getsize(log_path) == 0:
            assert process.poll() is None, "it ended by itself"
            time.sleep(0.005)
        time.sleep(wait)
        assert process.poll() is None, "it ended by itself"
        killed = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()

    saved = read_saved(folder)
    kept = glob.glob(os.path.join(folder, "recovery", "*.recovery"))
    output = subprocess.run([program, "recover", folder], capture_output=True, check=True,
                            text=True).stdout.split()
    assert read_saved(folder) == saved, "recovery has written to the file"
    assert not os.listdir(os.path.join(folder, "recovery")), "something was left over"
    assert len(output) <= len(kept) <= 1

    log = read_log(folder)
    states = [entry[1:] for entry in log if entry[0] == "state"]
    saved_name = check_saved(log, saved, before)
    now = output[0] if output else saved_name
    place = last_place(states, now, seed)
    assert place >= last_place(states, saved_name, seed), f"{now} is older than {saved_name}"

    # All that came after the state that is there is lost.
    lost = killed - states[place + 1][1] if place + 1 < len(states) else 0
    return lost, bool(output)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("kills", type=int)
    parser.add_argument("--within", type=float)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    chance = random.Random(arguments.seed)
    losses = []
    recoveries = 0
    with tempfile.TemporaryDirectory(prefix="outlay-kills-") as folder:
        with open(os.path.join(folder, "team.outlay"), "w", encoding="utf-8") as file:
            file.write('{"name": "0-0"}')
        for kill in range(1, arguments.kills + 1):
            lost, recovered = kill_once(arguments.program, folder, kill,
                                        chance.uniform(0, 2))
            losses.append(lost)
            recoveries += recovered

    print(f"{arguments.kills} kills: {recoveries} times work was recovered; "
          f"lost at most {max(losses):.2f} s of it")
    # Work is nearly always under way: something must have come back.
    assert recoveries > arguments.kills // 4
    if arguments.within is not None:
        assert max(losses) <= arguments.within
    return 0


sys.exit(main())
