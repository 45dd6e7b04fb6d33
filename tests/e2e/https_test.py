# SPDX-License-Identifier: Apache-2.0
"""SERVICE over HTTPS: certificates are verified, with the machine's authorities or those of SSL_CERT_FILE."""
import http.client
import http.server
import os
import pathlib
import shutil
import ssl
import subprocess
import tempfile
import threading
import unittest

from program import Server, run

PATTERN = "?s <http://p/name> ?name"


def make_certificate(folder, name, subject):
    """A key and a certificate that is its own authority."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=test",
                    "-addext", f"subjectAltName={subject}"], check=True, capture_output=True)
    return key, certificate


class Gateway:
    """Takes HTTPS requests and asks a plain server, as a proxy in front of it does."""

    def __init__(self, port, key, certificate):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
                connection.request("POST", self.path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers["Content-Type"])
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
                connection.close()

            def log_message(self, *arguments):
                pass

        class Listener(http.server.ThreadingHTTPServer):
            def handle_error(self, request, client_address):
                pass  # a client that does not like the certificate hangs up

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.server = Listener(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.address = f"https://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@unittest.skipUnless(shutil.which("openssl"), "openssl, which makes the certificates, is missing")
class SecureService(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        folder = pathlib.Path(cls.folder.name)
        (folder / "there.nt").write_text('<http://there/1> <http://p/name> "un" .\n')
        (folder / "here.nt").write_text("")
        for name in ("here", "there"):
            run("load", "--store", folder / name, folder / f"{name}.nt")
        cls.store = folder / "here"
        cls.there = Server(folder / "there")
        key, cls.certificate = make_certificate(folder, "right", "IP:127.0.0.1")
        cls.gateway = Gateway(cls.there.port, key, cls.certificate)
        key, cls.other_certificate = make_certificate(folder, "other", "DNS:other.example")
        cls.impostor = Gateway(cls.there.port, key, cls.other_certificate)

    @classmethod
    def tearDownClass(cls):
        cls.gateway.close()
        cls.impostor.close()
        cls.there.close()
        cls.folder.cleanup()

    def ask(self, gateway, authorities):
        return run("query", "--store", self.store, "--format", "csv", "--allow-service", gateway.address,
                   "--allow-private-service", f"SELECT ?name {{ SERVICE <{gateway.address}sparql> {{ {PATTERN} }} }}",
                   check=False, env={**os.environ, "SSL_CERT_FILE": str(authorities)})

    def test_asks_a_server_with_a_known_certificate(self):
        result = self.ask(self.gateway, self.certificate)
        self.assertEqual((result.returncode, result.stdout), (0, "name\r\nun\r\n"), result.stderr)

    def test_refuses_an_unknown_authority(self):
        result = self.ask(self.gateway, self.other_certificate)
        self.assertEqual(result.returncode, 1)
        self.assertIn("certificate", result.stderr)

    def test_refuses_the_certificate_of_another_server(self):
        result = self.ask(self.impostor, self.other_certificate)
        self.assertEqual(result.returncode, 1)
        self.assertIn("certificate", result.stderr)


if __name__ == "__main__":
    unittest.main()
