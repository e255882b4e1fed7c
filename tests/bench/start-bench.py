# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Outlay takes from its start to its first frame, and to the first with a
chart, beside an empty window of libadwaita. They are started in turn, so that what else
the machine does meets all.

    start-bench.py EMPTY OUTLAY [STARTS]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# Outlay's first frame may take so many times what the empty window's takes.
LIMIT = 1.5


def start(command, env):
    """Milliseconds by the clock, and those that it had a processor."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}")
    return took * 1000, (used.ru_utime + used.ru_stime) * 1000


def main():
    empty, outlay = sys.argv[1:3]
    n_starts = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    commands = {"empty": [empty], "frame": [outlay], "chart": [outlay, "chart"]}
    times = {name: ([], []) for name in commands}

    with tempfile.TemporaryDirectory(prefix="outlay-start-") as home:
        env = {**os.environ, "HOME": home, "GDK_BACKEND": "x11"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
        # The first of each finds no caches. None finds what another left unsaved.
        for count in range(-1, n_starts):
            for name, command in commands.items():
                shutil.rmtree(env["XDG_STATE_HOME"], ignore_errors=True)
                took = start(command, env)
                if count >= 0:
                    for kind, value in zip(times[name], took):
                        kind.append(value)

    clock = {name: statistics.median(times[name][0]) for name in times}
    for name, words in (("empty", "empty window's first frame"),
                        ("frame", "Outlay's first frame"),
                        ("chart", "Outlay's first chart")):
        print(f"{words:27} median {clock[name]:6.1f} ms, least {min(times[name][0]):6.1f} ms, "
              f"{clock[name] / clock['empty']:.2f} times the empty window's; "
              f"processor {statistics.median(times[name][1]):6.1f} ms")
    sys.exit(0 if clock["frame"] <= LIMIT * clock["empty"] else 1)


main()
