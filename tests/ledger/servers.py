# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program beside PostgreSQL servers that nobody else sees.

    servers.py N PROGRAM [ARGUMENT...]

Starts N servers of Debian's PostgreSQL, each with a socket in a temporary folder
and no address, and tells the program of them: OUTLAY_TEST_SERVER, and for the
second OUTLAY_TEST_SERVER_2, as postgresql://… without the database. When it ends, they
are stopped, and its exit status is this one's.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

# Nothing has to outlast a loss of power.
SETTINGS = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
            "-c", "synchronous_commit=off", "-c", "shared_buffers=64MB", "-c", "max_wal_size=4GB",
            "-c", "log_min_messages=fatal"]


def find_programs():
    """The folder of initdb and pg_ctl, which Debian keeps out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"),
                   key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    beside = shutil.which("initdb")
    if beside is None:
        sys.exit("initdb is not there: please install Debian's postgresql")
    return Path(beside).resolve().parent


def find_user():
    """The user that the servers run as: they refuse root."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    for name in "postgres", "nobody":
        try:
            return pwd.getpwnam(name)
        except KeyError:
            pass
    sys.exit("there is no user to run PostgreSQL as")


class Server:
    def __init__(self, folder, user, programs):
        self.folder, self.user, self.programs = folder, user, programs
        folder.mkdir(mode=0o700)
        os.chown(folder, user.pw_uid, user.pw_gid)

    def run(self, program, *arguments):
        as_root = os.getuid() == 0
        done = subprocess.run(
            [self.programs / program, *arguments], cwd=self.folder,
            user=self.user.pw_uid if as_root else None,
            group=self.user.pw_gid if as_root else None,
            extra_groups=[] if as_root else None,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            log = self.folder / "log"
            sys.exit(f"{program}: {done.stdout.decode(errors='replace')}"
                     f"{log.read_text(errors='replace') if log.exists() else ''}")

    def start(self):
        data = str(self.folder / "data")
        self.run("initdb", "--pgdata", data, "--username", "outlay", "--auth", "trust",
                 "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions")
        # pg_ctl hands its output on to the server, which would hold our pipe open.
        self.run("pg_ctl", "--pgdata", data, "--wait", "--log", str(self.folder / "log"),
                 "--options", " ".join([*(f"'{word}'" for word in SETTINGS),
                                        "-k", f"'{self.folder}'"]), "start")

    def stop(self):
        self.run("pg_ctl", "--pgdata", str(self.folder / "data"), "--mode", "immediate",
                 "--wait", "stop")

    @property
    def address(self):
        return f"postgresql://outlay@/?host={self.folder}"


def main():
    count, command = int(sys.argv[1]), sys.argv[2:]
    programs, user = find_programs(), find_user()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    # A socket's path has room for a hundred letters.
    with tempfile.TemporaryDirectory(prefix="outlay-", dir="/tmp") as name:
        os.chmod(name, 0o711)
        servers = [Server(Path(name) / str(number), user, programs)
                   for number in range(1, count + 1)]
        started = []
        environment = dict(os.environ)
        try:
            for number, server in enumerate(servers, 1):
                server.start()
                started.append(server)
                variable = "OUTLAY_TEST_SERVER" + (f"_{number}" if number > 1 else "")
                environment[variable] = server.address
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            for server in started:
                server.stop()


sys.exit(main())
