# SPDX-License-Identifier: Apache-2.0
"""Backups that are restored, compaction, figures, and readers that are cut off."""
import json
import pathlib
import socket
import tempfile
import threading
import time
import unittest
import urllib.parse

from program import DATASET, ServerTest, run, wait_until

HEAVY = ("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u "
         "FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j), STR(?m), STR(?p), STR(?s)) = 'never') }")


def dump(store):
    return sorted(run("dump", "--store", store).stdout.splitlines())


def stats(store):
    return json.loads(run("stats", "--store", store, "--json").stdout)


class Care(ServerTest):
    arguments = ("--open-writes", "--evaluations", "2")

    def setUp(self):
        self.target = pathlib.Path(self.folder.name) / self.id().split(".")[-1]

    def update(self, text):
        answer = self.server.request("POST", "/update", text, {"Content-Type": "application/sparql-update"})
        self.assertEqual(answer.status, 200, answer.text)

    def test_a_backup_is_a_store(self):
        report = json.loads(run("backup", "--store", self.store, "--json", self.target).stdout)
        self.assertEqual(report["quads"], len(dump(self.store)))
        self.assertEqual(dump(self.target), dump(self.store))
        self.assertIn("sound", run("check", "--store", self.target).stdout)
        self.assertEqual(stats(self.target)["pages"]["free"], 0)
        again = run("backup", "--store", self.store, self.target, check=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("there already", again.stderr)

    def test_a_backup_beside_writes_is_one_state(self):
        stop = threading.Event()
        failures = []

        def write():
            number = 0
            while not stop.is_set():
                # Both or none of each pair.
                try:
                    self.update(f"INSERT DATA {{ <http://pair/{number}> <http://is> 'left', 'right' }}")
                except AssertionError as failure:
                    failures.append(failure)
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for turn in range(5):
                target = pathlib.Path(f"{self.target}-{turn}")
                run("backup", "--store", self.store, target)
                self.assertIn("sound", run("check", "--store", target).stdout)
                pairs = [line for line in dump(target) if "http://pair/" in line]
                self.assertEqual(len(pairs) % 2, 0)
        finally:
            stop.set()
            writer.join()
        self.assertEqual(failures, [])

    def test_compaction_beside_a_server(self):
        self.update("INSERT DATA { <http://before> <http://p> 1 }")
        before = dump(self.store)
        self.assertGreater(stats(self.store)["lateTerms"], 0)
        report = json.loads(run("compact", "--store", self.store, "--memory", "16M", "--json").stdout)
        self.assertGreater(report["mergedTerms"], 0)
        self.assertEqual(report["quads"], len(before))
        self.assertEqual(stats(self.store)["lateTerms"], 0)
        self.assertGreater(report["generation"], 1)
        self.assertEqual(dump(self.store), before)
        self.assertEqual(json.loads(self.server.get("/health").text)["quads"], len(before))
        self.update("INSERT DATA { <http://after> <http://p> 1 }")
        self.assertEqual(len(dump(self.store)), len(before) + 1)

    def test_stats_say_what_pages_are_for(self):
        pages = stats(self.store)["pages"]
        self.assertGreater(pages["live"], 10)
        self.assertGreaterEqual(pages["free"], pages["reusable"])
        self.assertIn("bytesPerQuad", stats(self.store))
        self.assertIn("live pages", run("stats", "--store", self.store).stdout)

    def test_a_thousand_cut_queries_leak_no_reader(self):
        target = "/sparql?" + urllib.parse.urlencode({"query": HEAVY})
        request = f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode()

        def cut(times):
            for turn in range(times):
                with socket.create_connection(("127.0.0.1", self.server.port)) as client:
                    client.sendall(request)
                    time.sleep(0.02 if turn % 2 else 0.0)

        threads = [threading.Thread(target=cut, args=(125,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # What is left is the one of `stats` itself.
        self.assertTrue(wait_until(lambda: stats(self.store)["readers"] == 1, 60), stats(self.store))
        self.assertEqual(self.server.get("/sparql?query=ASK%7B%7D").status, 200)


class Restore(unittest.TestCase):
    def test_a_copy_in_place_of_a_lost_store(self):
        with tempfile.TemporaryDirectory(prefix="prosper-e2e-") as folder:
            root = pathlib.Path(folder)
            run("load", "--store", root / "store", DATASET)
            before = dump(root / "store")
            run("backup", "--store", root / "store", root / "copy")
            (root / "store").rename(root / "lost")
            (root / "copy").rename(root / "store")
            self.assertEqual(dump(root / "store"), before)
            run("update", "--store", root / "store", "INSERT DATA { <http://a> <http://p> 1 }")
            self.assertEqual(len(dump(root / "store")), len(before) + 1)


if __name__ == "__main__":
    unittest.main()
