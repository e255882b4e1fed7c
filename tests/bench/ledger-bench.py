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
KEYS = ("messages", "input", "cache_write_5m", "cache_write_1h", "cache_read", "output")


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


def middle(figures):
    """The run of the middle duration."""
    return sorted(figures, key=lambda figure: figure[0])[len(figures) // 2]


def say(name, figures):
    print(f"{name:34s} {figures[0] * 1000:9.0f} ms   cpu {figures[3] * 1000:8.0f} ms"
          f"   {figures[2]:6.1f} MB", flush=True)


def time_readers(readers):
    """Each reader in turn, several times over: what else the machine does meanwhile
    slows all of them."""
    found = {name: [] for name in readers}
    for _ in range(RUNS):
        for name, (command, more) in readers.items():
            found[name].append(run(command, **more))
    for name, figures in found.items():
        say(name, middle(figures))
    return {name: middle(figures) for name, figures in found.items()}


def check(found, sums, keys):
    for key in keys:
        if found[key] != sums[key]:
            sys.exit(f"{key}: {found[key]}, in truth {sums[key]}")


def read_logs(adder, tree, sums):
    """Returns: what was read, and what ccusage said, if it is there"""
    ccusage = os.environ.get("CCUSAGE") or shutil.which("ccusage")
    files = sorted(str(path) for path in Path(tree).rglob("*.jsonl"))
    readers = {"cat to a pipe": (["cat", *files], {}), "read and sum": ([adder, tree], {})}
    if ccusage is not None:
        readers["ccusage daily --offline --json"] = (
            [ccusage, "daily", "--offline", "--json"],
            {"env": {**os.environ, "CLAUDE_CONFIG_DIR": tree}})
    else:
        print("ccusage is not there: not compared")
    figures = time_readers(readers)
    found = json.loads(figures["read and sum"][1])
    check(found, sums, KEYS)
    if ccusage is None:
        return
    theirs = figures["ccusage daily --offline --json"]
    totals = json.loads(theirs[1])["totals"]
    tokens = sum(found[key] for key in KEYS if key != "messages")
    print(f"  {theirs[0] / figures['read and sum'][0]:.1f} times as fast as ccusage; tokens "
          f"{tokens:,} and {totals['totalTokens']:,}, cost {found['nano_dollars'] / 1e9:.6f} "
          f"and {totals['totalCost']:.6f}")
    if totals["totalTokens"] != tokens:
        sys.exit("ccusage counts other tokens")


def import_logs(cli, tree, sums, ledger):
    command = [cli, "ledger", "import", "--ledger", ledger, tree]
    figures = []
    for _ in range(RUNS):
        for path in Path(ledger).parent.glob(Path(ledger).name + "*"):
            path.unlink()
        figures.append(run(command))
    say("import", middle(figures))
    say("import again, nothing changed", middle([run(command) for _ in range(RUNS)]))
    answer = run([cli, "ledger", "show", "agents", "--all", "--format", "json",
                  "--ledger", ledger])
    total = json.loads(answer[1])["rows"][-1]
    check({**total, "messages": total["calls"]}, sums, KEYS)


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
        read_logs(adder, tree, sums)
        import_logs(cli, tree, sums, str(folder / "ledger.sqlite"))


main()
