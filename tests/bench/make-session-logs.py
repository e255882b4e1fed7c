# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a tree of made-up Claude Code session logs, to time reading.

    make-session-logs.py FOLDER [MEGABYTES] [SEED]

Prints the true sums as JSON. Sizes, repeats and growth follow real logs: an
answer stands on one to three lines, a tool's result is up to 9,000 characters,
some of them quote a usage that must not count.
"""

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

MODELS = ["claude-opus-4-8", "claude-sonnet-4-6", "claude-sonnet-5", "claude-haiku-4-5-20251001",
          "claude-opus-5"]
WORDS = "one two three four five six seven eight nine ten eleven twelve \\\"quoted\\\" caf\u00e9 \\n".split()
PROJECTS, SESSIONS = 40, 10
LIES = '{\\"usage\\":{\\"input_tokens\\":999999,\\"output_tokens\\":999999}}'


class Session:
    """One session's file, and what it adds to the true sums."""

    def __init__(self, rng, filler, project, number):
        self.rng, self.filler = rng, filler
        self.name = f"{project:04x}-{number:04x}"
        self.now = datetime(2026, 6, 1) + timedelta(days=rng.random() * 170)
        self.head = (f'"isSidechain":false,"cwd":"/src/project{project:02d}",'
                     f'"sessionId":"{self.name}","version":"2.1.140"')
        self.model, self.context, self.number = rng.choice(MODELS), 30000, 0

    def text(self, size):
        """Whole words, so that no escape is cut in two."""
        start = self.filler.find(" ", self.rng.randrange(len(self.filler) - size - 100))
        return self.filler[start:self.filler.rfind(" ", start, start + size + 20)]

    def line(self, kind, more):
        stamp = self.now.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        return (f'{{{self.head},"type":"{kind}","uuid":"{self.name}-{kind[0]}{self.number}",'
                f'"timestamp":"{stamp}",{more}}}\n')

    def tool_result(self):
        quoted = LIES if self.rng.random() < 0.02 else ""
        content = self.text(self.rng.choice([200, 800, 2500, 9000])) + quoted
        return self.line("user", '"message":{"role":"user","content":[{"type":"tool_result",'
                                 f'"tool_use_id":"t{self.number}","content":"{content}"}}]}}')

    def prompt(self):
        return self.line("user", '"message":{"role":"user","content":"'
                         + self.text(100) + '"}')

    def answer(self, sums):
        grown = self.rng.choice([0, 300, 1500, 4000])
        read, fresh = self.context, self.rng.randrange(2, 60)
        copies = self.rng.choice([1, 1, 2, 3])
        hour = grown if self.rng.random() < 0.3 else 0
        self.context = 30000 if self.context + grown > 160000 else self.context + grown
        lines = []
        for copy in range(copies):
            output = 50 + 300 * copy
            usage = (f'{{"input_tokens":{fresh},"cache_creation_input_tokens":{grown},'
                     f'"cache_creation":{{"ephemeral_5m_input_tokens":{grown - hour},'
                     f'"ephemeral_1h_input_tokens":{hour}}},'
                     f'"cache_read_input_tokens":{read},"output_tokens":{output}}}')
            stop = '"end_turn"' if copy == copies - 1 else "null"
            body = self.text(self.rng.choice([100, 400, 1200]))
            lines.append(self.line("assistant", (
                f'"requestId":"r{self.name}-{self.number}","message":{{"id":"m{self.name}-'
                f'{self.number}","role":"assistant","model":"{self.model}",'
                f'"content":[{{"type":"text","text":"{body}"}}],'
                f'"stop_reason":{stop},"usage":{usage}}}')))
        for key, value in (("messages", 1), ("input", fresh), ("cache_write_5m", grown - hour),
                           ("cache_write_1h", hour), ("cache_read", read),
                           ("output", 50 + 300 * (copies - 1))):
            sums[key] = sums.get(key, 0) + value
        return "".join(lines)

    def step(self, sums):
        self.number += 1
        self.now += timedelta(seconds=self.rng.expovariate(1 / 20))
        said = self.prompt() if self.number % 12 == 1 else self.tool_result()
        return said + self.answer(sums)


def main():
    folder = Path(sys.argv[1])
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 200_000_000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
    filler = " ".join(rng.choice(WORDS) for _ in range(20000))
    sums = {"files": 0, "bytes": 0}
    for project in range(PROJECTS):
        where = folder / "projects" / f"-src-project{project:02d}"
        where.mkdir(parents=True, exist_ok=True)
        for number in range(SESSIONS):
            session, written = Session(rng, filler, project, number), 0
            with open(where / f"{session.name}.jsonl", "w", encoding="utf-8") as out:
                while written < size // (PROJECTS * SESSIONS):
                    written += out.write(session.step(sums))
            sums["files"] += 1
            sums["bytes"] += (where / f"{session.name}.jsonl").stat().st_size
    print(json.dumps(sums))


main()
