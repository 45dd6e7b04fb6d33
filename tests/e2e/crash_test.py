# SPDX-License-Identifier: Apache-2.0
"""kill -9 on the real program: loads, a server that takes updates, ingest and queries beside each other.
PROSPER_CRASH_LOOPS=300 for as many turns of each instead of 30."""
import http.client
import os
import pathlib
import random
import re
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from program import PROGRAM, Server, run

LOOPS = int(os.environ.get("PROSPER_CRASH_LOOPS", "30"))
QUADS = 20000


def start(*arguments):
    return subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(process):
    process.send_signal(signal.SIGKILL)
    return process.wait(timeout=60)


def count(store):
    """How many quads a sound store holds."""
    report = run("check", "--store", store).stdout
    return int(re.match(r"(\d+) quads.*, sound", report).group(1))


class Crash(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(7)
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.TemporaryDirectory(prefix="prosper-crash-", dir=memory)
        self.root = pathlib.Path(self.folder.name)
        self.store = self.root / "store"

    def tearDown(self):
        self.folder.cleanup()

    def write_quads(self, name, quads):
        path = self.root / name
        with open(path, "w", encoding="utf-8") as file:
            for i in range(quads):
                file.write(f"<http://{name}/s{i}> <http://p{i % 7}> \"value {i % 100} of {name}\" <http://g{i % 50}> .\n")
        return path

    def kill_loads(self, *options):
        """A load is there wholly once it has said so, wholly or not at all when it was killed."""
        run("load", "--store", self.store, self.write_quads("first.nq", QUADS))
        held = QUADS
        started = time.monotonic()
        run("load", "--store", self.root / "timed", *options, self.write_quads("timed.nq", QUADS))
        duration = time.monotonic() - started
        for turn in range(LOOPS):
            file = self.write_quads(f"load{turn}.nq", QUADS)
            process = start("load", "--store", self.store, *options, file)
            time.sleep(self.random.uniform(0, 1.3 * duration))
            ended = process.poll()
            code = kill(process) if ended is None else ended
            now = count(self.store)
            if code == 0:
                self.assertEqual(now, held + QUADS)
            else:
                self.assertIn(now, (held, held + QUADS), f"turn {turn}: a part of a load")
            held = now
            if held > 5 * QUADS:
                run("update", "--store", self.store, "CLEAR ALL")
                held = 0
        run("update", "--store", self.store, "INSERT DATA { <http://a> <http://p> 1 }")
        left = sorted(path.name for path in self.store.iterdir() if path.name.startswith("gen-"))
        self.assertEqual(len(left), 1, "generations of dead loads are still there")

    def test_loads(self):
        self.kill_loads()

    def test_bulk_loads(self):
        if "--bulk" not in run("load", "--help").stdout:
            self.skipTest("load has no --bulk")
        self.kill_loads("--bulk")

    def test_a_server_with_writers(self):
        """Every update that was answered with 200 is there when the server comes back; each is whole."""
        answered = set()
        sent = set()
        for turn in range(LOOPS):
            server = Server(self.store, "--open-writes")
            stop = threading.Event()

            def write(name):
                connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
                number = 0
                try:
                    while not stop.is_set():
                        subject = f"http://u/{turn}-{name}-{number}"
                        number += 1
                        sent.add(subject)
                        connection.request("POST", "/update", f"INSERT DATA {{ <{subject}> <http://p> 1, 2, 3 }}",
                                           {"Content-Type": "application/sparql-update"})
                        response = connection.getresponse()
                        response.read()
                        if response.status == 200:
                            answered.add(subject)
                except (OSError, http.client.HTTPException):
                    pass  # the server died
                finally:
                    connection.close()

            writers = [threading.Thread(target=write, args=(i,)) for i in range(4)]
            for writer in writers:
                writer.start()
            time.sleep(self.random.uniform(0.05, 0.5))
            kill(server.process)
            stop.set()
            for writer in writers:
                writer.join()
            server.close()
            present = {}
            for line in run("dump", "--store", self.store).stdout.splitlines():
                subject = line[1:line.index(">")]
                present[subject] = present.get(subject, 0) + 1
            self.assertEqual(answered - present.keys(), set(), "answered and lost")
            self.assertEqual(present.keys() - sent, set())
            self.assertEqual({n for n in present.values()} - {3}, set(), "a part of an update")
            count(self.store)
        self.assertGreater(len(answered), LOOPS)

    def test_three_processes_each_killed(self):
        """A server, a load in a loop and a query loop on one store; one dies, the others go on."""
        file = self.write_quads("again.nq", 3000)
        run("load", "--store", self.store, file)
        server = Server(self.store, "--open-writes")
        updates = 0
        for turn in range(LOOPS):
            loads = start("load", "--store", self.store, file)
            query = start("query", "--store", self.store, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?b ?e }")
            time.sleep(self.random.uniform(0, 0.3))
            victim = turn % 3
            if victim == 0:
                kill(loads)
            elif victim == 1:
                kill(query)
            else:
                kill(server.process)
                server.close()
                server = Server(self.store, "--open-writes")
            answer = server.request("POST", "/update", f"INSERT DATA {{ <http://u{turn}> <http://p> 1 }}",
                                    {"Content-Type": "application/sparql-update"}, timeout=60)
            self.assertEqual(answer.status, 200, answer.text)
            updates += 1
            kill(query)
            loads.wait(timeout=120)
        self.assertEqual(server.close(), 0)
        self.assertEqual(count(self.store), 3000 + updates)


if __name__ == "__main__":
    unittest.main()
