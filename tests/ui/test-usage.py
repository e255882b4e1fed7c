# SPDX-License-Identifier: GPL-3.0-or-later
"""Logs are read, a question is answered, what was measured is taken and taken back."""

import csv
import io
import json
import os
import subprocess

import tap
from files import choose_file, copy_example, wait_for_state
from window import Outlay, program, wait_for

SESSIONS = 30


def log_of(session):
    """A session of two turns with two calls each, as Claude Code logs it."""
    for call in range(4):
        head = {"sessionId": f"session-{session}", "version": "2.1.140", "cwd": "/src/shop",
                "timestamp": f"2026-06-{1 + session // 24:02d}T{session % 24:02d}:{call:02d}:00Z"}
        if call % 2 == 0:
            yield {**head, "type": "user", "uuid": f"{session}-{call}-u",
                   "message": {"role": "user", "content": "Why?"}}
        yield {**head, "type": "assistant", "uuid": f"{session}-{call}-a",
               "message": {"id": f"{session}-{call}", "role": "assistant",
                           "model": "claude-opus-5", "stop_reason": "end_turn",
                           "content": [{"type": "tool_use", "name": "Edit", "input": {}}],
                           "usage": {"input_tokens": 7, "cache_read_input_tokens": 30000,
                                     "cache_creation_input_tokens": 900,
                                     "output_tokens": 400 + call}}}


def write_log(folder):
    path = os.path.join(folder, "sessions.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for session in range(SESSIONS):
            for line in log_of(session):
                file.write(json.dumps(line) + "\n")
    return path


def ask_cli(outlay, *words):
    """What outlay-cli says of the same ledger."""
    text = subprocess.run([program("OUTLAY_CLI"), "ledger", *words, "--format", "csv"],
                          env=outlay.environment(), check=True, capture_output=True,
                          text=True).stdout
    return list(csv.DictReader(io.StringIO(text)))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def save(window, path):
    before = os.stat(path).st_mtime_ns
    window.press("ctrl+s")
    wait_for(lambda: os.stat(path).st_mtime_ns != before, "it is saved")
    wait_for_state(window, "saved")


def test_read_answer_calibrate_undo():
    with Outlay() as outlay:
        path = copy_example(outlay, "Team")
        outlay.run_again(path)
        window = outlay.window("Team")
        save(window, path)
        before = read(path)

        window.press("ctrl+u")
        usage = outlay.window("Real Usage and Team")
        usage.find(role="label", name="What Was Really Used")
        usage.press("ctrl+o")
        choose_file(outlay, "Read Logs", write_log(outlay.home))
        usage.find(role="label", name=f"1 log was read. {SESSIONS} runs are new.")

        total = ask_cli(outlay, "show", "agents")[-1]
        tokens = f"{int(total['tokens']):,}"
        assert int(total["runs"]) == SESSIONS
        usage.find(where=lambda node: node.plain_name
                   == f"claude-code · claude-opus-5 used 100\u00a0% of {tokens} tokens")
        usage.find(where=lambda node: node.plain_name == f"Total, tokens: {tokens}")

        usage.press("alt+2")
        usage.find(role="push button", name="Tick All").activate()
        take = usage.find(role="push button", name="Take What Is Ticked",
                          where=lambda node: node.is_sensitive)
        take.activate()
        wait_for_state(window, "edited")
        save(window, path)
        with open(path, encoding="utf-8") as file:
            scenario = json.load(file)
        fitted = {row["path"]: row for row in ask_cli(outlay, "fit", path)}
        assert abs(scenario["turns"] - float(fitted["turns"]["measured"])) < 1e-9
        assert "[measured] turns = " in scenario["notes"]
        assert f"{SESSIONS} sessions" in scenario["notes"]

        usage.press("ctrl+z")
        wait_for_state(window, "edited")
        save(window, path)
        assert read(path) == before


tap.run(__name__)
