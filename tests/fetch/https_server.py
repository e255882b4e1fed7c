# SPDX-License-Identifier: GPL-3.0-or-later
"""An https server on this machine that answers as a test wants it to."""

import gzip
import http.server
import ssl
import threading
import time
from pathlib import Path

CERTIFICATES = Path(__file__).resolve().parent / "certificates"
AUTHORITY = CERTIFICATES / "authority.pem"


class Server:
    """What lies at each path: a function of the request's handler."""

    def __init__(self, certificate="good"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / (certificate + ".pem"))
        self.pages = {}
        self.asked = []
        self.closing = threading.Event()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append((self.path, dict(self.headers)))
                page = server.pages.get(self.path)
                if page is None:
                    self.send_error(404)
                else:
                    page(self)

            def log_message(self, *arguments):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, address):
                """A client that goes away is what the tests are about."""

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.http.socket = context.wrap_socket(self.http.socket, server_side=True,
                                               do_handshake_on_connect=False)
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    def address(self, path, host="localhost"):
        return f"https://{host}:{self.http.server_port}{path}"

    def close(self):
        self.closing.set()
        self.http.shutdown()
        self.http.server_close()

    # What can lie at a path.

    def text(self, body, etag=None, packed=False, length=None, status=200):
        """A text; its length may be told wrong."""
        body = body.encode() if isinstance(body, str) else body

        def page(handler):
            if etag is not None and handler.headers.get("If-None-Match") == etag:
                handler.send_response(304)
                handler.end_headers()
                return
            sent = gzip.compress(body) if packed else body
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(sent) if length is None else length))
            if packed:
                handler.send_header("Content-Encoding", "gzip")
            if etag is not None:
                handler.send_header("ETag", etag)
            handler.end_headers()
            handler.wfile.write(sent)

        return page

    def redirect(self, to, status=302):
        def page(handler):
            handler.send_response(status)
            handler.send_header("Location", to)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        return page

    def endless(self, pause=0.0):
        """Bytes without end."""
        def page(handler):
            handler.send_response(200)
            handler.end_headers()
            while not self.closing.is_set():
                handler.wfile.write(b" " * (16 if pause else 65536))
                time.sleep(pause)

        return page

    def silent(self):
        """A head, and then nothing."""
        def page(handler):
            handler.send_response(200)
            handler.end_headers()
            handler.wfile.flush()
            self.closing.wait(60)

        return page
