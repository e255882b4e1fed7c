# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Outlay takes from its start to its first frame, beside an empty window of
libadwaita. Both are started in turn, so that what else the machine does meets both.

    start-bench.py EMPTY OUTLAY [STARTS]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# Outlay may take so many times what the empty window takes.
LIMIT = 1.5


def start(program, env):
    """Milliseconds by the clock, and those that it had a processor."""
    began = time.monotonic()
    process = subprocess.Popen([program], env=env, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{program} ended with {process.returncode}")
    return took * 1000, (used.ru_utime + used.ru_stime) * 1000


def main():
    programs = dict(zip(("empty", "outlay"), sys.argv[1:3]))
    n_starts = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    times = {name: ([], []) for name in programs}

    with tempfile.TemporaryDirectory(prefix="outlay-start-") as home:
        env = {**os.environ, "HOME": home, "GDK_BACKEND": "x11"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
        # The first of each finds no caches. None finds what another left unsaved.
        for count in range(-1, n_starts):
            for name, program in programs.items():
                shutil.rmtree(env["XDG_STATE_HOME"], ignore_errors=True)
                took = start(program, env)
                if count >= 0:
                    for kind, value in zip(times[name], took):
                        kind.append(value)

    medians = {name: [statistics.median(kind) for kind in kinds]
               for name, kinds in times.items()}
    for name, (clock, used) in medians.items():
        least = min(times[name][0])
        print(f"{name:8} median {clock:6.1f} ms, least {least:6.1f} ms; "
              f"processor {used:6.1f} ms")
    ratios = [outlay / empty for outlay, empty in zip(medians["outlay"], medians["empty"])]
    print(f"Outlay takes {ratios[0]:.2f} times the empty window's; processor {ratios[1]:.2f}")
    sys.exit(0 if ratios[0] <= LIMIT else 1)


main()
