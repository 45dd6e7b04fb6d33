# SPDX-License-Identifier: Apache-2.0
"""Runs the program under test: commands, and servers on free ports."""
import http.client
import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ["PROSPER_PROGRAM"]
HERE = pathlib.Path(__file__).resolve().parent
DATASET = HERE / "dataset.nq"
SAMPLES = HERE.parent / "sample"


def run(*arguments, check=True, **options):
    """One command; its standard output. `check` wants exit code 0."""
    if "input" in options:
        options["input"] = options["input"].encode()
    result = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=120, **options)
    # Decoded here: text mode would turn CR LF into LF.
    result.stdout = result.stdout.decode("utf-8")
    result.stderr = result.stderr.decode("utf-8")
    if check and result.returncode != 0:
        raise AssertionError(f"{arguments} → {result.returncode}\n{result.stdout}\n{result.stderr}")
    return result


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    def header(self, name):
        return self.headers.get(name)


class Server:
    """`prosper serve` on a free port, or a given one, until close()."""

    def __init__(self, store, *arguments, env=None, port=0):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--store", str(store), "--port", str(port), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **(env or {})})
        ready, _, _ = select.select([self.process.stdout], [], [], 60)
        line = self.process.stdout.readline() if ready else ""
        match = re.search(r"http://[^ ]*:(\d+)/", line)
        if not match:
            self.process.kill()
            raise AssertionError(f"no address: {line!r} {self.process.communicate()}")
        self.port = int(match.group(1))
        self.announcement = line

    def request(self, method, target, body=None, headers=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, target, body=body, headers=headers or {})
            response = connection.getresponse()
            return Answer(response, response.read())
        finally:
            connection.close()

    def get(self, target, accept=None, **headers):
        if accept:
            headers["Accept"] = accept
        return self.request("GET", target, headers=headers)

    def close(self):
        """Stops it as a user would; returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        self.errors = self.process.stderr.read()
        self.process.stderr.close()
        return code


class ProgramTest(unittest.TestCase):
    """A temporary folder for each test class, with a store holding the small dataset."""

    arguments = ()
    env = {}

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        cls.store = pathlib.Path(cls.folder.name) / "store"
        run("load", "--store", cls.store, DATASET)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()


class ServerTest(ProgramTest):
    """The same, served."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.store, *cls.arguments, env=cls.env)

    @classmethod
    def tearDownClass(cls):
        code = cls.server.close()
        super().tearDownClass()
        if code != 0:
            raise AssertionError(f"serve ended with {code}: {cls.server.errors}")


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
