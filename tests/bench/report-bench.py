# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a report of a very large scenario takes, and how much memory.

60 months, 50 roles and 20 options that all differ: 14 models, 3 routings, 3 plans. The aim
is 2 seconds and 200 MB. Give it the program and its list of prices.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST_SECONDS = 60
LEVELS = ("novice", "intermediate", "expert")
TIERS = ("economy", "frontier", "specialist")


def read(program, *arguments):
    return json.loads(subprocess.run([program, *arguments], capture_output=True, text=True,
                                     check=True).stdout)


def make_team():
    return [{"name": f"Role {i + 1}", "people": 1 + 1.5 * i, "joins": 1 + i % 30,
             "expertise": LEVELS[i % 3], "tasks_per_day": 2 + 0.3 * i, "hourly_wage": 30 + 2 * i}
            for i in range(50)]


def make_mix(role, tasks):
    """Another mix for each role: how much of each task, at the start and after learning."""
    ends = [[1 + (role * step + 3 * task) % 11 for task in range(len(tasks))]
            for step in (7, 5)]
    return {task: [end[i] / sum(end) for end in ends] for i, task in enumerate(tasks)}


def make_options(models, tasks, plans):
    large = [model for model in models if model["context_window"] >= 200_000]
    by_class = {name: [model["id"] for model in large if model["class"] == name]
                for name in ("economy", "frontier", "mid")}
    options = [{"id": f"model-{i}", "name": model["name"], "kind": "model", "model": model["id"]}
               for i, model in enumerate(large[:14])]
    for i in range(3):
        options.append({
            "id": f"routing-{i}", "name": f"Routing {i + 1}", "kind": "routing",
            "tiers": {"economy": by_class["economy"][i], "frontier": by_class["frontier"][i],
                      "specialist": by_class["mid"][i]},
            "rules": {task: TIERS[(i + j) % 3] for j, task in enumerate(tasks)},
            "escalate_to": "frontier"})
        options.append({"id": f"plan-{i}", "name": plans[i]["name"], "kind": "plan",
                        "plan": plans[i]["id"], "model": large[i]["id"]})
    return options


def make_scenario(program, catalogue, own_mixes=False, wage_effect=False):
    scenario = read(program, "example")
    models = json.loads(Path(catalogue).read_text(encoding="utf-8"))
    plans = [plan for plan in models["plans"] if plan.get("max_seats") is None]
    scenario.pop("prices")
    scenario["months"] = 60
    scenario["team"] = make_team()
    scenario["options"] = make_options(models["models"],
                                       [task["id"] for task in scenario["tasks"]], plans)
    if own_mixes:
        for i, role in enumerate(scenario["team"]):
            role["mix"] = make_mix(i, [task["id"] for task in scenario["tasks"]])
    scenario["wage_effect"]["enabled"] = wage_effect
    return scenario


def run(arguments):
    """Seconds, seconds of processor, megabytes; or None where it takes too long."""
    began = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    while True:
        child, status, used = os.wait4(process.pid, os.WNOHANG)
        if child != 0:
            process.returncode = os.waitstatus_to_exitcode(status)
            assert process.returncode == 0, arguments
            return (time.monotonic() - began, used.ru_utime + used.ru_stime,
                    used.ru_maxrss / 1000)
        if time.monotonic() - began > MOST_SECONDS:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -1
            return None
        time.sleep(0.01)


CASES = [
    ("Roles of one mix of tasks", {}),
    ("Each role with a mix of its own", {"own_mixes": True}),
    ("Each role with an effect of its wage", {"wage_effect": True}),
]


def main():
    program, catalogue = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        for title, case in CASES:
            path = Path(folder, "large.outlay")
            path.write_text(json.dumps(make_scenario(program, catalogue, **case)),
                            encoding="utf-8")
            print(title)
            for suffix in ("pdf", "html", "xlsx", "csv"):
                found = run([program, "report", path, "-o", Path(folder, "report." + suffix)])
                if found is None:
                    print(f"  {suffix:5} more than {MOST_SECONDS} s")
                else:
                    print(f"  {suffix:5} {found[0]:6.2f} s ({found[1]:.2f} s of processor), "
                          f"{found[2]:4.0f} MB", flush=True)


if __name__ == "__main__":
    main()
