# SPDX-License-Identifier: Apache-2.0
"""SERVICE and LOAD between two servers, and what may go wrong on the way."""
import http.client
import json
import pathlib
import socket
import tempfile
import threading
import time
import unittest

from program import Server, free_port, run

HERE_DATA = "\n".join(
    f"<http://here/{n}> <http://www.w3.org/2002/07/owl#sameAs> <http://there/{n}> ." for n in range(250)) + "\n"
THERE_DATA = "\n".join(f'<http://there/{n}> <http://p/name> "name {n}" .' for n in range(0, 500, 2)) + "\n"
SAME_AS = "?here <http://www.w3.org/2002/07/owl#sameAs> ?there"
NAME = "?there <http://p/name> ?name"


class SilentServer:
    """Takes connections, reads, and never answers."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}/sparql"
        self.connections = []
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        try:
            while True:
                self.connections.append(self.listener.accept()[0])
        except OSError:
            pass

    def left(self, seconds):
        """Whether the client of the first connection hangs up in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.connections:
                self.connections[0].settimeout(max(0.01, end - time.monotonic()))
                try:
                    if not self.connections[0].recv(65536):
                        return True
                except TimeoutError:
                    return False
            else:
                time.sleep(0.01)
        return False

    def close(self):
        self.listener.close()
        for connection in self.connections:
            connection.close()


class TwoServers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        folder = pathlib.Path(cls.folder.name)
        for name, data in (("here", HERE_DATA), ("there", THERE_DATA)):
            (folder / f"{name}.nt").write_text(data)
            run("load", "--store", folder / name, folder / f"{name}.nt")
        cls.store = folder / "here"
        cls.there = Server(folder / "there")
        cls.there_address = f"http://127.0.0.1:{cls.there.port}/"
        cls.silent = SilentServer()
        cls.port = free_port()
        cls.self_address = f"http://127.0.0.1:{cls.port}/sparql"
        cls.dead = f"http://127.0.0.1:{free_port()}/sparql"
        # One evaluation at a time: a server that asks itself must not wait for itself.
        cls.here = Server(cls.store, "--evaluations", "1", "--open-writes",
                          "--allow-service", cls.there_address, "--allow-service", cls.self_address,
                          "--allow-service", cls.dead, "--allow-service", cls.silent.address,
                          "--allow-private-service", "--service-timeout", "2",
                          "--allow-load", cls.there_address, "--allow-load", cls.dead, port=cls.port)

    @classmethod
    def tearDownClass(cls):
        codes = [cls.here.close(), cls.there.close()]
        cls.silent.close()
        cls.folder.cleanup()
        if any(codes):
            raise AssertionError(f"{codes} {cls.here.errors} {cls.there.errors}")

    def query(self, text, target="/sparql", accept="application/sparql-results+json"):
        return self.here.request("POST", target, text.encode(),
                                 {"Content-Type": "application/sparql-query", "Accept": accept})

    def rows(self, text):
        answer = self.query(text)
        self.assertEqual(answer.status, 200, answer.text)
        return [{name: value["value"] for name, value in row.items()}
                for row in json.loads(answer.text)["results"]["bindings"]]

    def failure(self, text, target="/sparql"):
        answer = self.query(text, target)
        return answer.status, json.loads(answer.text)["code"], json.loads(answer.text)["message"]

    def update(self, text):
        return self.here.request("POST", "/update", text.encode(), {"Content-Type": "application/sparql-update"})

    def test_joins_what_is_here_with_what_is_there(self):
        rows = self.rows(f"SELECT * {{ {SAME_AS} SERVICE <{self.there_address}sparql> {{ {NAME} }} }}")
        self.assertEqual(len(rows), 125)
        self.assertIn({"here": "http://here/2", "there": "http://there/2", "name": "name 2"}, rows)

    def test_optional_and_the_command_line(self):
        query = (f"SELECT ?name {{ {SAME_AS} OPTIONAL {{ SERVICE <{self.there_address}sparql> {{ {NAME} }} }} "
                 "FILTER(?here = <http://here/3> || ?here = <http://here/4>) } ORDER BY ?name")
        allowed = ("--allow-service", self.there_address, "--allow-private-service")
        result = run("query", "--store", self.store, "--format", "csv", *allowed, query)
        self.assertEqual(result.stdout, 'name\r\n\r\nname 4\r\n')
        refused = run("query", "--store", self.store, query, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--allow-service", refused.stderr)

    def test_a_variable_names_the_endpoint(self):
        rows = self.rows(f"SELECT ?e ?n {{ VALUES ?e {{ <{self.there_address}sparql> <{self.self_address}> }} "
                         "SERVICE ?e { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }")
        self.assertEqual({row["e"]: row["n"] for row in rows},
                         {self.there_address + "sparql": "250", self.self_address: "250"})
        self.assertEqual(self.failure("SELECT * { SERVICE ?e { ?s ?p ?o } }")[:2], (502, "remote-failed"))

    def test_a_failure_is_502_and_nothing_with_silent(self):
        status, code, message = self.failure(f"SELECT * {{ SERVICE <{self.dead}> {{ ?s ?p ?o }} }}")
        self.assertEqual((status, code), (502, "remote-failed"))
        self.assertIn(self.dead, message)
        self.assertEqual(self.rows(f"SELECT * {{ SERVICE SILENT <{self.dead}> {{ ?s ?p ?o }} }}"), [{}])
        self.assertEqual(len(self.rows(f"SELECT * {{ {SAME_AS} SERVICE SILENT <{self.dead}> {{ {NAME} }} }}")), 250)

    def test_what_no_prefix_covers_is_403(self):
        for address in ("http://example.org/sparql", self.there_address.replace("127.0.0.1", "localhost"),
                        self.there_address.replace("127.0.0.1", "user@127.0.0.1"), "urn:x"):
            answer = self.failure(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
            self.assertEqual(answer[:2], (403, "remote-refused"), answer)

    def test_this_machine_is_refused_unless_allowed(self):
        careful = Server(self.store, "--allow-service", self.there_address)
        try:
            answer = careful.request("POST", "/sparql",
                                     f"SELECT * {{ SERVICE <{self.there_address}sparql> {{ {NAME} }} }}".encode(),
                                     {"Content-Type": "application/sparql-query"})
            self.assertEqual(answer.status, 403, answer.text)
            self.assertIn("--allow-private-service", answer.text)
        finally:
            careful.close()

    def test_an_endpoint_that_says_nothing_is_504(self):
        start = time.monotonic()
        answer = self.failure(f"SELECT * {{ SERVICE <{self.silent.address}> {{ ?s ?p ?o }} }}")
        self.assertEqual(answer[:2], (504, "remote-timeout"))
        self.assertLess(time.monotonic() - start, 30)

    def test_the_time_of_the_query_comes_first(self):
        answer = self.failure(f"SELECT * {{ SERVICE SILENT <{self.silent.address}> {{ ?s ?p ?o }} }}",
                              "/sparql?timeout=1")
        self.assertEqual(answer[:2], (503, "query-cancelled"))

    def test_when_the_client_leaves_the_call_ends(self):
        silent = SilentServer()
        server = Server(self.store, "--allow-service", silent.address, "--allow-private-service")
        try:
            client = http.client.HTTPConnection("127.0.0.1", server.port)
            client.request("POST", "/sparql", f"SELECT * {{ SERVICE <{silent.address}> {{ ?s ?p ?o }} }}",
                           {"Content-Type": "application/sparql-query"})
            while not silent.connections:
                time.sleep(0.01)
            client.sock.close()
            client.close()
            self.assertTrue(silent.left(10))
        finally:
            self.assertEqual(server.close(), 0)
            silent.close()

    def test_a_server_that_asks_itself_comes_to_an_end(self):
        def nested(levels):
            pattern = SAME_AS
            for _ in range(levels):
                pattern = f"SERVICE <{self.self_address}> {{ {pattern} }}"
            return f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"

        self.assertEqual(self.rows(nested(3)), [{"n": "250"}])
        status, code, message = self.failure(nested(4))
        self.assertEqual((status, code), (502, "remote-failed"))
        direct = self.here.request("POST", "/sparql", nested(1).encode(),
                                   {"Content-Type": "application/sparql-query", "Prosper-Call-Depth": "3"})
        self.assertEqual((direct.status, json.loads(direct.text)["code"]), (508, "remote-loop"))

    def test_load_takes_a_document_into_a_graph(self):
        document = self.there_address + "data?default"
        answer = self.update(f"LOAD <{document}> INTO GRAPH <http://loaded>")
        self.assertEqual((answer.status, json.loads(answer.text)["inserted"]), (200, 250), answer.text)
        self.assertEqual(self.update("DROP GRAPH <http://loaded>").status, 200)

    def test_a_load_that_fails_changes_nothing(self):
        insert = "INSERT DATA { GRAPH <http://nothing> { <http://a> <http://p> 1 } } ; "
        for document, status in ((self.there_address + "none.ttl", 502), (self.dead, 502),
                                 ("http://example.org/x.ttl", 403), ("file:///etc/hostname", 403)):
            answer = self.update(insert + f"LOAD <{document}>")
            self.assertEqual(answer.status, status, answer.text)
            self.assertEqual(self.here.get("/data?graph=http://nothing").status, 404)
        answer = self.update(insert + f"LOAD SILENT <{self.dead}> ; DROP GRAPH <http://nothing>")
        self.assertEqual(answer.status, 200, answer.text)

    def test_an_update_may_ask_others(self):
        answer = self.update("INSERT { GRAPH <http://names> { ?here <http://p/name> ?name } } WHERE { "
                             f"{SAME_AS} SERVICE <{self.there_address}sparql> {{ {NAME} }} }}")
        self.assertEqual((answer.status, json.loads(answer.text)["inserted"]), (200, 125), answer.text)
        self.assertEqual(self.update("DROP GRAPH <http://names>").status, 200)

    def test_files_are_for_the_command_line(self):
        folder = pathlib.Path(self.folder.name)
        (folder / "file.ttl").write_text("<#a> <http://p> 1 .")
        update = f"LOAD <file://{folder}/file.ttl> INTO GRAPH <http://file>"
        store = folder / "for-files"
        run("load", "--store", store, folder / "there.nt")
        result = run("update", "--store", store, "--allow-load", f"file://{folder}/", update)
        self.assertEqual(result.stdout, "1 inserted, 0 removed\n")
        self.assertEqual(run("update", "--store", store, update, check=False).returncode, 1)
        refused = run("serve", "--store", store, "--allow-load", "file:///", check=False)
        self.assertEqual(refused.returncode, 2)
        self.assertEqual(run("query", "--store", store, "--allow-service", "nonsense", "ASK {}",
                             check=False).returncode, 2)

    def test_the_service_description_tells(self):
        self.assertIn("BasicFederatedQuery", self.here.get("/sparql", "text/turtle").text)
        self.assertNotIn("BasicFederatedQuery", self.there.get("/sparql", "text/turtle").text)


if __name__ == "__main__":
    unittest.main()
