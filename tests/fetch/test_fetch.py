# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetching from servers good and bad, by the room's own functions and by
outlay-cli prices refresh."""

import gzip
import json
import os
import socket
import subprocess
import tempfile
import unittest
from pathlib import Path

from https_server import AUTHORITY, CERTIFICATES, Server

FETCH = os.environ["FETCH_ONCE"]
PROGRAM = os.environ["OUTLAY_CLI"]


def environment(**more):
    """Without any proxy: every server here is on this machine. The sanitizer's
    search for leaks dies in the threads that GnuTLS leaves; valgrind's does not."""
    return os.environ | {"GIO_USE_PROXY_RESOLVER": "dummy",
                         "ASAN_OPTIONS": "detect_leaks=0"} | more


def fetch(address, *options, authorities=AUTHORITY):
    done = subprocess.run([FETCH, address, str(authorities), *options], capture_output=True,
                          text=True, timeout=120, check=True, env=environment())
    return done.stdout.strip()


class ServerTest(unittest.TestCase):
    def serve(self, certificate="good"):
        server = Server(certificate)
        self.addCleanup(server.close)
        return server


class Fetch(ServerTest):
    def test_good(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}" + " " * 99998, etag='"one"')
        self.assertEqual(fetch(server.address("/list")), '100000 bytes of 100000 {} etag "one"')

    def test_nothing_is_asked_but_what_was_asked_for(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}")
        fetch(server.address("/list"))
        self.assertEqual([path for path, _ in server.asked], ["/list"])
        headers = server.asked[0][1]
        self.assertLessEqual(set(headers), {"Host", "User-Agent", "Accept-Encoding",
                                            "Connection"})
        self.assertTrue(headers["User-Agent"].startswith("Outlay/"))

    def test_unchanged_and_changed(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}", etag='"two"')
        self.assertEqual(fetch(server.address("/list"), 'etag="two"'), 'unchanged etag "two"')
        self.assertEqual(fetch(server.address("/list"), 'etag="one"'),
                         '2 bytes of 2 {} etag "two"')

    def test_packed(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}" + " " * 999998, packed=True)
        self.assertTrue(fetch(server.address("/list")).startswith("1000000 bytes"))

    def test_packed_bomb(self):
        server = self.serve()
        server.pages["/list"] = server.text(" " * 50_000_000, packed=True)
        self.assertEqual(fetch(server.address("/list"), "bytes=1000000"),
                         "too-large: the answer is larger than 1000000 bytes")

    def test_packed_and_broken_off(self):
        server = self.serve()
        whole = gzip.compress(os.urandom(100000))

        def page(handler):
            handler.send_response(200)
            handler.send_header("Content-Encoding", "gzip")
            handler.send_header("Content-Length", str(len(whole)))
            handler.end_headers()
            handler.wfile.write(whole[:50000])

        server.pages["/list"] = page
        self.assertTrue(fetch(server.address("/list")).startswith("broken: "))

    def test_truncated(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}" * 10000, length=40000)
        self.assertTrue(fetch(server.address("/list")).startswith("broken: the answer broke off"))

    def test_truncated_in_the_middle_of_a_chunk(self):
        server = self.serve()

        def page(handler):
            handler.protocol_version = "HTTP/1.1"
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.send_header("Connection", "close")
            handler.end_headers()
            handler.wfile.write(b"1000\r\n" + b" " * 100)

        server.pages["/list"] = page
        self.assertTrue(fetch(server.address("/list")).startswith("broken: "))

    def test_too_large(self):
        server = self.serve()
        server.pages["/told"] = server.text(" " * 2000, length=2000)
        server.pages["/endless"] = server.endless()
        for path in ("/told", "/endless"):
            self.assertEqual(fetch(server.address(path), "bytes=1000"),
                             "too-large: the answer is larger than 1000 bytes")

    def test_too_slow(self):
        server = self.serve()
        server.pages["/drip"] = server.endless(pause=0.05)
        server.pages["/silent"] = server.silent()
        for path in ("/drip", "/silent"):
            self.assertEqual(fetch(server.address(path), "seconds=1"),
                             "too-slow: it was not done within 1 seconds")

    def test_cancel(self):
        server = self.serve()
        server.pages["/endless"] = server.endless()
        self.assertEqual(fetch(server.address("/endless"), "cancel=100000"), "cancelled")

    def test_redirects(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}")
        for status in (301, 302, 303, 307, 308):
            server.pages["/there"] = server.redirect("/list", status)
            self.assertEqual(fetch(server.address("/there")), "2 bytes of 2 {} etag none")
        server.pages["/round"] = server.redirect("/round")
        self.assertEqual(fetch(server.address("/round")), "redirect: the server sends on and on")
        self.assertEqual(sum(path == "/round" for path, _ in server.asked), 6)

    def test_redirects_to_where_nobody_goes(self):
        server = self.serve()
        for to in ("http://localhost/list", "file:///etc/passwd", "https://u:p@localhost/", ""):
            server.pages["/there"] = server.redirect(to)
            found = fetch(server.address("/there"))
            if to:
                self.assertEqual(found, "redirect: the server sends on to no https address")
            else:
                self.assertTrue(found.startswith("redirect: "), found)

    def test_certificates(self):
        words = {"unknown": "certificate: nobody who is trusted vouches for the server's "
                            "certificate",
                 "expired": "certificate: the server's certificate is out of date",
                 "other-host": "certificate: the server's certificate is for another host"}
        for name, expected in words.items():
            server = self.serve(name)
            server.pages["/list"] = server.text("{}")
            self.assertEqual(fetch(server.address("/list")), expected)
            self.assertEqual(server.asked, [])

    def test_the_system_does_not_trust_it(self):
        server = self.serve()
        server.pages["/list"] = server.text("{}")
        self.assertTrue(fetch(server.address("/list"), authorities="")
                        .startswith("certificate: "))
        self.assertEqual(server.asked, [])

    def test_no_such_authorities(self):
        self.assertTrue(fetch("https://localhost/", authorities=CERTIFICATES / "none.pem")
                        .startswith("certificate: "))

    def test_status(self):
        server = self.serve()
        server.pages["/gone"] = server.text("{}", status=410)
        server.pages["/not-modified"] = server.text("", status=304, length=0)
        self.assertEqual(fetch(server.address("/none")), "status: the server answers 404 Not Found")
        self.assertEqual(fetch(server.address("/gone")), "status: the server answers 410 Gone")
        self.assertEqual(fetch(server.address("/not-modified")),
                         "status: the server answers 304 Not Modified")

    def test_addresses(self):
        for address in ("http://localhost/", "localhost", "", "https://", "file:///etc/passwd",
                        "https://user:secret@localhost/", "ftp://localhost/"):
            self.assertEqual(fetch(address), "address: allowed is an address that begins with "
                             "https://, with no password in it")

    def test_nobody_there(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.assertTrue(fetch(f"https://localhost:{port}/").startswith("unreachable: "))


def litellm(*models, price=1e-6):
    return json.dumps({name: {"litellm_provider": "acme", "mode": "chat",
                              "max_input_tokens": 1000, "input_cost_per_token": price,
                              "output_cost_per_token": 2e-6} for name in models})


class Refresh(ServerTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.prices = self.home / "outlay" / "prices"
        self.server = self.serve()

    def run_cli(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                              timeout=120, check=False,
                              env=environment(XDG_DATA_HOME=str(self.home)))
        return done.returncode, done.stdout, done.stderr

    def refresh(self, *arguments):
        return self.run_cli("prices", "refresh", "--authorities", AUTHORITY, *arguments)

    def price(self, model):
        status, printed, _ = self.run_cli("models", model, "--format", "json")
        return json.loads(printed)[0]["input"] if status == 0 else None

    def files(self):
        return {path.name: path.read_bytes() for path in self.prices.glob("*")}

    def test_no_address_no_traffic(self):
        status, _, said = self.refresh()
        self.assertEqual(status, 2)
        self.assertIn("no address is set", said)
        self.assertFalse(self.prices.exists())

    def test_changed_and_unchanged(self):
        self.server.pages["/list"] = self.server.text(litellm("a", "b"), etag='"1"')
        self.assertEqual(self.refresh(self.server.address("/list"))[0], 0)
        self.assertEqual(self.price("acme/a"), 1)

        status, printed, said = self.refresh()
        self.assertEqual((status, printed), (0, ""))
        self.assertIn("unchanged", said)
        self.assertEqual(self.server.asked[-1][1]["If-None-Match"], '"1"')

        self.server.pages["/list"] = self.server.text(litellm("a", "b", price=3e-6), etag='"2"')
        self.assertEqual(self.refresh()[0], 0)
        self.assertEqual(self.price("acme/a"), 3)

    def test_unchanged_without_an_etag(self):
        self.server.pages["/list"] = self.server.text(litellm("a"))
        self.refresh(self.server.address("/list"))
        self.assertIn("unchanged", self.refresh()[2])

    def test_the_prices_are_fetched_again_where_they_were_lost(self):
        self.server.pages["/list"] = self.server.text(litellm("a"), etag='"1"')
        self.refresh(self.server.address("/list"))
        (self.prices / "litellm.json").unlink()
        self.assertEqual(self.refresh()[0], 0)
        self.assertEqual(self.price("acme/a"), 1)

    def test_failed_and_odd_answers_keep_what_was_there(self):
        names = [f"m{i}" for i in range(10)]
        self.server.pages["/list"] = self.server.text(litellm(*names), etag='"1"')
        self.refresh(self.server.address("/list"))
        before = self.files()
        odd = {
            "<html>Sign in</html>": "this is not JSON",
            "{}": "this is no price list",
            litellm(*names)[:-50]: "this is not JSON",
            litellm("m0", "m1"): "it holds prices of 2 models, the one before of 10",
            litellm(*names, price=0): "it holds prices of 0 models",
            '{"catalogue": 1, "models": [], "plans": []}': "this was the list",
            json.dumps([{"id": "acme", "models": [
                {"id": name, "prices": {"input_mtok": 1, "output_mtok": 1}}
                for name in names]}]): 'this was the list "litellm", and now is "genai-prices"',
        }
        for text, expected in odd.items():
            self.server.pages["/list"] = self.server.text(text)
            status, _, said = self.refresh()
            self.assertEqual(status, 1, text)
            self.assertIn(expected, said)
            self.assertIn("the prices that are there stay", said)
            self.assertEqual(self.files(), before)

        del self.server.pages["/list"]
        status, _, said = self.refresh()
        self.assertEqual(status, 1)
        self.assertIn("404", said)
        self.assertEqual(self.files(), before)

    def test_an_address_that_never_gave_a_list_is_not_kept(self):
        self.assertEqual(self.refresh(self.server.address("/none"))[0], 1)
        self.assertEqual(self.refresh()[0], 2)


if __name__ == "__main__":
    unittest.main()
