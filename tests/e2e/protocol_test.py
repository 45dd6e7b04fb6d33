# SPDX-License-Identifier: Apache-2.0
"""SPARQL over HTTP: all forms of a request, errors with their place."""
import json
import unittest
import urllib.parse

from program import ServerTest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


class Protocol(ServerTest):
    def query(self, text, accept="application/sparql-results+json"):
        return self.server.get("/sparql?" + urllib.parse.urlencode({"query": text}), accept)

    def test_get_counts_all_quads(self):
        rows = json.loads(self.query(COUNT).text)["results"]["bindings"]
        self.assertEqual(rows[0]["n"]["value"], "10")

    def test_formats(self):
        for accept, part in {"text/csv": "n\r\n10\r\n", "text/tab-separated-values": "?n\n10\n",
                             "application/sparql-results+xml": "10</literal>"}.items():
            answer = self.query(COUNT, accept)
            self.assertTrue(answer.header("Content-Type").startswith(accept))
            self.assertIn(part, answer.text)

    def test_syntax_error_is_400_with_line_and_column(self):
        answer = self.query("SELECT ?x\nWHERE { ?x }", "application/json")
        self.assertEqual(answer.status, 400)
        error = json.loads(answer.text)
        self.assertEqual((error["code"], error["line"]), ("syntax-error", 2))
        self.assertGreater(error["column"], 1)
        self.assertTrue(error["message"])

    def test_form_of_20_kilobytes(self):
        query = COUNT + " #" + "x" * 20000
        answer = self.server.request("POST", "/sparql", urllib.parse.urlencode({"query": query}), FORM)
        self.assertEqual(answer.status, 200, answer.text)
        self.assertIn('"10"', answer.text)

    def test_direct_post(self):
        answer = self.server.request("POST", "/sparql", COUNT, {"Content-Type": "application/sparql-query"})
        self.assertIn('"10"', answer.text)

    def test_long_get_is_414(self):
        answer = self.query(COUNT + " #" + "x" * 20000, "application/json")
        self.assertEqual(answer.status, 414)
        self.assertIn("POST", answer.text)

    def test_huge_get_is_414_too(self):
        self.assertEqual(self.query(COUNT + " #" + "x" * 300000, "application/json").status, 414)

    def test_body_over_the_limit_is_413(self):
        answer = self.server.request("POST", "/sparql", "query=" + "x" * (11 << 20), FORM)
        self.assertEqual(answer.status, 413)

    def test_service_description(self):
        answer = self.server.get("/sparql", "text/turtle")
        self.assertIn("sparql-service-description", answer.text)

    def test_graph_results(self):
        answer = self.query("DESCRIBE <http://localhost:7878/id/actor/anonyme>", "application/n-triples")
        self.assertIn('"anonyme"@fr', answer.text)

    def test_unknown_format_is_406(self):
        self.assertEqual(self.query(COUNT, "image/png").status, 406)

    def test_health(self):
        health = json.loads(self.server.get("/health").text)
        self.assertEqual((health["status"], health["quads"]), ("ok", 10))

    def test_long_answers_arrive_whole(self):
        triples = "".join(f"<http://s/{i}> <http://p> \"{'x' * 100}\" .\n" for i in range(3000))
        refused = self.server.request("PUT", "/data?graph=http://g", triples,
                                      {"Content-Type": "application/n-triples"})
        self.assertEqual(refused.status, 403, "read-only by default")
        cross = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        answer = self.query(cross)
        self.assertEqual(answer.header("Transfer-Encoding"), "chunked")
        self.assertEqual(len(json.loads(answer.text)["results"]["bindings"]), 1000)


if __name__ == "__main__":
    unittest.main()
