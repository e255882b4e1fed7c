# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the reading of logs: into sums, into a ledger, and again unchanged.

    ledger-bench.py OUTLAY-CLI LEDGER-SUM MAKE-SESSION-LOGS [MEGABYTES]

Beside it: `cat` of the same files into a pipe, which is as fast as reading can
be, and ccusage where it is on the path or named by CCUSAGE. Only what has to be
equal is checked; times are printed, as the middle of five.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def run(command, **more):
    """The seconds that a command takes, its output, its greatest memory in MB."""
    before = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more)
    output = child.stdout.read(1_000_000)
    while child.stdout.read(1_000_000):
        pass
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]}: exit status {child.returncode}")
    return time.monotonic() - before, output, usage.ru_maxrss / 1024, \
        usage.ru_utime + usage.ru_stime


def middle(make):
    """The run of the middle duration."""
    return sorted((make() for _ in range(RUNS)), key=lambda figures: figures[0])[RUNS // 2]


def say(name, figures):
    print(f"{name:34s} {figures[0] * 1000:9.0f} ms   cpu {figures[3] * 1000:8.0f} ms"
          f"   {figures[2]:6.1f} MB", flush=True)


def read_logs(cli, adder, tree, sums, ledger):
    files = sorted(str(path) for path in Path(tree).rglob("*.jsonl"))
    say("cat to a pipe", middle(lambda: run(["cat", *files])))

    say("read and sum", middle(lambda: run([adder, tree])))

    def import_anew():
        for path in Path(ledger).parent.glob(Path(ledger).name + "*"):
            path.unlink()
        return run([cli, "ledger", "import", "--ledger", ledger, tree])

    say("import", middle(import_anew))
    say("import again, nothing changed",
        middle(lambda: run([cli, "ledger", "import", "--ledger", ledger, tree])))
    figures = run([cli, "ledger", "show", "agents", "--all", "--format", "json",
                   "--ledger", ledger])
    total = json.loads(figures[1])["rows"][-1]
    found = {"messages": total["calls"], "input": total["input"],
             "cache_write": total["cache_write_5m"] + total["cache_write_1h"],
             "cache_read": total["cache_read"], "output": total["output"]}
    for key, value in found.items():
        if value != sums[key]:
            sys.exit(f"{key}: {value}, in truth {sums[key]}")
    return total


def compare_with_ccusage(tree, total):
    ccusage = os.environ.get("CCUSAGE") or shutil.which("ccusage")
    if ccusage is None:
        print("ccusage is not there: not compared")
        return
    figures = middle(lambda: run([ccusage, "daily", "--offline", "--json"],
                                 env={**os.environ, "CLAUDE_CONFIG_DIR": tree}))
    say("ccusage daily --offline --json", figures)
    theirs = json.loads(figures[1])["totals"]
    print(f"  tokens {theirs['totalTokens']:,} and {total['tokens']:,}, "
          f"cost {theirs['totalCost']:.6f} and {total['cost']:.6f}")
    if theirs["totalTokens"] != total["tokens"]:
        sys.exit("ccusage counts other tokens")


def main():
    cli, adder, make = sys.argv[1:4]
    megabytes = sys.argv[4] if len(sys.argv) > 4 else "200"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tree = str(folder / "logs")
        made = subprocess.run([sys.executable, make, tree, megabytes], check=True,
                              stdout=subprocess.PIPE)
        sums = json.loads(made.stdout)
        print(f"{sums['files']} files, {sums['bytes'] / 1e6:.0f} MB, {sums['messages']} messages")
        total = read_logs(cli, adder, tree, sums, str(folder / "ledger.sqlite"))
        compare_with_ccusage(tree, total)


main()
