# SPDX-License-Identifier: GPL-3.0-or-later
"""A report is written whole or not at all, and what stood there stays."""

import os
import resource
import shutil
import signal
import subprocess
import threading
import unittest

from outlay_cli import PROGRAM, ScenarioTest
from report_files import report

SUFFIXES = [".pdf", ".html", ".csv"]
BEFORE = b"what stood there before"


def limit_files():
    """Files may not grow beyond 4 kB, as on a disk that is full then."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


class Safety(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.scenario = self.write("team", self.example)
        self.target = self.folder / "target"
        self.target.mkdir()

    def existing(self, suffix):
        path = self.target / f"report{suffix}"
        path.write_bytes(BEFORE)
        return path

    def assertUntouched(self, path, said):
        self.assertEqual(path.read_bytes(), BEFORE)
        self.assertEqual(os.listdir(self.target), [path.name])
        self.assertIn(path.name, said)

    def test_full_disk(self):
        for suffix in SUFFIXES:
            with self.subTest(suffix=suffix):
                path = self.existing(suffix)
                status, said = report(self.scenario, path, preexec_fn=limit_files)
                self.assertEqual(status, 1)
                self.assertIn("could not be written", said)
                self.assertUntouched(path, said)
                path.unlink()

    def test_full_disk_of_a_workbook(self):
        path = self.existing(".xlsx")
        status, said = report(self.scenario, path, preexec_fn=limit_files)
        self.assertEqual(status, 1)
        self.assertIn("could not be written", said)
        self.assertUntouched(path, said)

    @unittest.skipUnless(os.geteuid() != 0 or shutil.which("setpriv"), "root may write anywhere")
    def test_read_only_folder(self):
        # Root minds permissions only without this right.
        drop = [] if os.geteuid() != 0 else ["setpriv", "--bounding-set=-dac_override",
                                             "--inh-caps=-dac_override"]
        for suffix in [*SUFFIXES, ".xlsx"]:
            with self.subTest(suffix=suffix):
                path = self.existing(suffix)
                self.target.chmod(0o555)
                self.addCleanup(self.target.chmod, 0o755)
                done = subprocess.run([*drop, PROGRAM, "report", self.scenario, "-o", path],
                                      capture_output=True, text=True, check=False, timeout=120)
                self.target.chmod(0o755)
                self.assertEqual(done.returncode, 1)
                self.assertIn("Permission denied", done.stderr)
                self.assertUntouched(path, done.stderr)
                path.unlink()

    def test_replaces_what_was_there(self):
        for suffix in [*SUFFIXES, ".xlsx"]:
            with self.subTest(suffix=suffix):
                path = self.existing(suffix)
                path.chmod(0o640)
                self.assertEqual(report(self.scenario, path), (0, ""))
                self.assertNotEqual(path.read_bytes(), BEFORE)
                self.assertEqual(path.stat().st_mode & 0o777, 0o640)
                self.assertEqual(os.listdir(self.target), [path.name])
                path.unlink()

    def test_follows_a_link(self):
        path = self.existing(".html")
        link = self.folder / "link.html"
        link.symlink_to(path)
        self.assertEqual(report(self.scenario, link), (0, ""))
        self.assertTrue(link.is_symlink())
        self.assertIn(b"<html", path.read_bytes())

    def test_writes_into_a_pipe(self):
        pipe = self.folder / "pipe.html"
        os.mkfifo(pipe)
        read = []
        thread = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
        thread.start()
        self.assertEqual(report(self.scenario, pipe), (0, ""))
        thread.join()
        self.assertTrue(read[0].endswith(b"</html>\n"))
        self.assertTrue(pipe.is_fifo())

    def test_folder_in_its_place(self):
        (self.target / "report.pdf").mkdir()
        status, said = report(self.scenario, self.target / "report.pdf")
        self.assertEqual(status, 1)
        self.assertIn("report.pdf", said)

    def test_wrong_usage(self):
        for arguments in ([self.folder / "report.doc"], [self.folder / "a.pdf", "--option", "no"],
                          [self.folder / "a.pdf", "--draws", "0"]):
            status, said = report(self.scenario, *map(str, arguments))
            self.assertEqual(status, 2, said)
        self.assertEqual(os.listdir(self.folder).count("a.pdf"), 0)

    def test_logo_that_is_none(self):
        logo = self.folder / "logo.png"
        logo.write_text("not a picture", encoding="utf-8")
        path = self.existing(".pdf")
        status, said = report(self.scenario, path, "--logo", str(logo))
        self.assertEqual(status, 1)
        self.assertIn("is not a PNG picture", said)
        self.assertEqual(path.read_bytes(), BEFORE)

    def test_nothing_to_report(self):
        def change(scenario):
            scenario["tasks"][0]["base_context"] = 2_000_000
        path = self.existing(".pdf")
        status, said = report(self.write("refused", self.changed(change)), path)
        self.assertEqual(status, 1)
        self.assertIn("no option could be estimated", said)
        self.assertEqual(path.read_bytes(), BEFORE)


if __name__ == "__main__":
    unittest.main()
