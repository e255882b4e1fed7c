# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the ledger to ccusage, session by session, on real logs.

    compare-ccusage.py OUTLAY-CLI LOGS CCUSAGE

Tokens have to be equal. A difference in dollars has to be one that is known, and
of that size: a model that the catalogue has no price for, and requests so long that
all of their tokens are dearer, where ccusage makes only those beyond the limit so.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

COLUMNS = ("input", "cache_write", "cache_read", "output")
CLASSES = ("inputTokens", "cacheCreationTokens", "cacheReadTokens", "outputTokens")

# Long requests: dollars per million tokens up to 200,000 and beyond.
LONG_MODEL = "claude-sonnet-4-5-20250929"
LONG_TOKENS = {"input": 250_000, "write_5m": 400, "write_1h": 600, "read": 100_000,
               "output": 1000}
LONG_PRICES = {"input": (3, 6), "write_5m": (3.75, 7.5), "write_1h": (6, 12),
               "read": (0.3, 0.6), "output": (15, 22.5)}


def copy_compact(logs, folder):
    """ccusage looks for "usage":{ as it is written, without a space."""
    for path in sorted(logs.glob("*.json*")):
        agent = path.name.split("_")[0]
        where = {"claude-code": "claude/projects/p/", "codex": "codex/sessions/2026/07/rollout-",
                 "gemini-cli": "home/.gemini/tmp/p/chats/session-"}[agent]
        to = folder / (where + path.name)
        to.parent.mkdir(parents=True, exist_ok=True)
        documents = (path.read_text().splitlines() if path.suffix == ".jsonl"
                     else [path.read_text()])
        to.write_text("".join(json.dumps(json.loads(text), separators=(",", ":")) + "\n"
                              for text in documents))


def write_long(folder):
    tokens = LONG_TOKENS
    usage = {"input_tokens": tokens["input"], "cache_read_input_tokens": tokens["read"],
             "cache_creation_input_tokens": tokens["write_5m"] + tokens["write_1h"],
             "cache_creation": {"ephemeral_5m_input_tokens": tokens["write_5m"],
                                "ephemeral_1h_input_tokens": tokens["write_1h"]},
             "output_tokens": tokens["output"]}
    line = {"type": "assistant", "sessionId": "long", "uuid": "u", "version": "2.1.140",
            "timestamp": "2026-06-01T10:00:00Z", "requestId": "r",
            "message": {"id": "m", "type": "message", "role": "assistant", "content": [],
                        "model": LONG_MODEL, "stop_reason": "end_turn", "usage": usage}}
    to = folder / "claude" / "projects" / "p" / "long.jsonl"
    to.write_text(json.dumps(line, separators=(",", ":")) + "\n")


def ask_ccusage(ccusage, folder):
    """By session: tokens of each class, dollars."""
    environment = {**os.environ, "CLAUDE_CONFIG_DIR": str(folder / "claude"),
                   "CODEX_HOME": str(folder / "codex"), "HOME": str(folder / "home")}
    found = {}
    for agent in "claude", "codex", "gemini":
        answer = subprocess.run([ccusage, agent, "session", "--offline", "--json"], check=True,
                                env=environment, capture_output=True)
        for session in json.loads(answer.stdout)["sessions"]:
            tokens = [session[name] for name in CLASSES]
            # Its output leaves out what the model thought; its total does not.
            tokens[3] = session["totalTokens"] - sum(tokens[:3])
            name = session["sessionId"].split("_")[-1].split("-")[-1]
            found[name[:8]] = (tokens, session.get("totalCost", session.get("costUSD")))
    return found


def ask_ledger(cli, folder):
    ledger = folder / "ledger.sqlite"
    subprocess.run([cli, "ledger", "import", "--ledger", ledger, folder / "claude",
                    folder / "codex", folder / "home"], check=True, capture_output=True)
    rows = sqlite3.connect(ledger).execute(
        "SELECT name, sum(input), sum(write_5m + write_1h), sum(cache_read), sum(output),"
        " sum(cost), sum(unpriced) FROM run GROUP BY name")
    return {row[0][:8]: (list(row[1:5]), row[5] / 1e9, row[6]) for row in rows}


def long_difference():
    """What pricing the whole request adds to pricing only what is beyond the limit."""
    limit, difference = 200_000, 0
    for name, tokens in LONG_TOKENS.items():
        low, high = LONG_PRICES[name]
        difference += min(tokens, limit) * (high - low) / 1e6
    return difference


def main():
    cli, logs, ccusage = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "home").mkdir()
        copy_compact(logs, folder)
        write_long(folder)
        theirs, ours = ask_ccusage(ccusage, folder), ask_ledger(cli, folder)
    if set(theirs) != set(ours):
        sys.exit(f"other sessions: {sorted(theirs)}, {sorted(ours)}")
    print(f"{'session':10}{'tokens':>12}{'ccusage $':>14}{'ledger $':>14}  difference")
    for session, (tokens, cost, unpriced) in sorted(ours.items()):
        if theirs[session][0] != tokens:
            sys.exit(f"{session}: {dict(zip(COLUMNS, tokens))}, ccusage {theirs[session][0]}")
        difference, known, why = cost - theirs[session][1], 0, ""
        if unpriced:
            known, why = -theirs[session][1], f": {unpriced} calls without a price"
        elif session == "long":
            known, why = long_difference(), ": the whole request is dearer"
        print(f"{session:10}{sum(tokens):12}{theirs[session][1]:14.6f}{cost:14.6f}  "
              f"{difference:+.6f}{why}")
        if abs(difference - known) > 1e-9:
            sys.exit(f"{session}: {difference - known:+.9f} dollars are not explained")


main()
