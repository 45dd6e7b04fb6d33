# SPDX-License-Identifier: Apache-2.0
"""Who may write, and that what was written is there."""
import fcntl
import json
import unittest

from program import Server, ServerTest, run

TURTLE = {"Content-Type": "text/turtle"}
UPDATE = {"Content-Type": "application/sparql-update"}
GRAPH = "/data?graph=http://example.org/g"


class ReadOnly(ServerTest):
    def test_writes_are_refused(self):
        for method, target, headers in (("PUT", GRAPH, TURTLE), ("POST", "/update", UPDATE),
                                        ("DELETE", GRAPH, {})):
            answer = self.server.request(method, target, "", headers)
            self.assertEqual(answer.status, 403, method)
            self.assertIn("writes-disabled", answer.text)


class WithToken(ServerTest):
    env = {"PROSPER_WRITE_TOKEN": "open sesame"}

    def write(self, method, target, body="", headers=None, token="open sesame"):
        credentials = {"Authorization": f"Bearer {token}"} if token else {}
        return self.server.request(method, target, body.encode(), {**(headers or {}), **credentials})

    def test_without_the_token_401(self):
        for token in (None, "open barley"):
            answer = self.write("PUT", GRAPH, "", TURTLE, token)
            self.assertEqual(answer.status, 401)
            self.assertIn("Bearer", answer.header("WWW-Authenticate"))

    def test_graph_store_round_trip(self):
        self.assertEqual(self.server.get(GRAPH).status, 404)
        self.assertEqual(self.write("PUT", GRAPH, "<#a> <http://p> 'é' .", TURTLE).status, 201)
        self.assertEqual(self.server.get(GRAPH, "application/n-triples").text,
                         '<http://example.org/g#a> <http://p> "é" .\n')
        self.assertEqual(self.write("POST", GRAPH, "<#b> <http://p> 'x' .", TURTLE).status, 204)
        self.assertEqual(self.server.get(GRAPH, "application/n-triples").text.count("\n"), 2)
        self.assertEqual(self.server.request("HEAD", GRAPH).status, 200)
        self.assertEqual(self.write("DELETE", GRAPH).status, 204)
        self.assertEqual(self.server.get(GRAPH).status, 404)

    def test_update_is_read_back_by_another_process(self):
        answer = self.write("POST", "/update",
                            "INSERT DATA { GRAPH <http://u> { <http://u> <http://p> 1 } }", UPDATE)
        self.assertEqual(json.loads(answer.text), {"inserted": 1, "removed": 0})
        beside = run("query", "--store", self.store, "--format", "csv",
                     "SELECT ?o WHERE { GRAPH <http://u> { ?s ?p ?o } }")
        self.assertEqual(beside.stdout, "o\r\n1\r\n")

    def test_a_command_may_write_beside_the_server(self):
        run("update", "--store", self.store,
            "INSERT DATA { GRAPH <http://beside> { <http://s> <http://p> 2 } }")
        self.assertEqual(self.server.get("/data?graph=http://beside").status, 200)

    def test_a_busy_writer_is_503_with_retry_after(self):
        with open(self.store / "writer.lock", "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            answer = self.write("PUT", GRAPH, "<#a> <http://p> 1 .", TURTLE)
        self.assertEqual(answer.status, 503, answer.text)
        self.assertTrue(answer.header("Retry-After"))
        self.assertEqual(json.loads(answer.text)["code"], "writer-busy")

    def test_syntax_errors_change_nothing(self):
        answer = self.write("PUT", "/data?graph=http://broken", "<http://a>\n<http://b> .", TURTLE)
        self.assertEqual((answer.status, json.loads(answer.text)["line"]), (400, 2))
        self.assertEqual(self.server.get("/data?graph=http://broken").status, 404)


class OpenWrites(ServerTest):
    arguments = ("--open-writes",)

    def test_programs_on_this_machine_may_write(self):
        answer = self.server.request("PUT", GRAPH, "<http://a> <http://p> 1 .", TURTLE)
        self.assertEqual(answer.status, 201, answer.text)

    def test_pages_of_other_sites_may_not(self):
        answer = self.server.request("POST", "/update", "CLEAR ALL",
                                     {**UPDATE, "Origin": "https://evil.example"})
        self.assertEqual(answer.status, 403)
        self.assertEqual(self.server.get("/doc/joconde/E2E001").status, 200)

    def test_nor_under_a_rebound_name(self):
        answer = self.server.request("POST", "/update", "CLEAR ALL",
                                     {**UPDATE, "Host": "rebound.example"})
        self.assertEqual(answer.status, 403)

    def test_only_on_loopback(self):
        result = run("serve", "--store", self.store, "--host", "0.0.0.0", "--open-writes", check=False)
        self.assertEqual(result.returncode, 2)


if __name__ == "__main__":
    unittest.main()
