# SPDX-License-Identifier: Apache-2.0
"""A URI leads to its description, in the format asked for."""
import unittest
import urllib.parse

from program import Server, ServerTest


class LinkedData(ServerTest):
    def follow(self, path, accept):
        first = self.server.get(path, accept)
        self.assertEqual(first.status, 303, first.text)
        location = first.header("Location")
        self.assertNotIn("://", location, "the Location is relative")
        return self.server.get(urllib.parse.urljoin(path, location), accept)

    def test_thing_to_turtle(self):
        answer = self.follow("/id/joconde/E2E001", "text/turtle")
        self.assertEqual(answer.status, 200)
        self.assertTrue(answer.header("Content-Type").startswith("text/turtle"))
        self.assertIn("La Tour, l’été", answer.text)

    def test_thing_to_html(self):
        answer = self.follow("/id/joconde/E2E001", "text/html,application/xhtml+xml,*/*;q=0.8")
        self.assertTrue(answer.header("Content-Type").startswith("text/html"))
        self.assertIn("<h1>La Tour, l’été</h1>", answer.text)
        self.assertIn("tableau</a>", answer.text)

    def test_derived_node_leads_to_its_notice(self):
        answer = self.server.get("/id/joconde/E2E001/production")
        self.assertEqual(answer.header("Location"), "../../../doc/joconde/E2E001")

    def test_shared_nodes_have_documents(self):
        self.assertIn("anonyme", self.follow("/id/actor/anonyme", "text/turtle").text)
        self.assertIn("tableau", self.follow("/voc/joconde/deno/tableau", "text/turtle").text)

    def test_every_form_has_an_address(self):
        for extension, kind in {"ttl": "text/turtle", "nt": "application/n-triples",
                                "rdf": "application/rdf+xml", "jsonld": "application/ld+json",
                                "trig": "application/trig", "nq": "application/n-quads",
                                "html": "text/html"}.items():
            answer = self.server.get(f"/doc/joconde/E2E001.{extension}")
            self.assertEqual(answer.status, 200, extension)
            self.assertTrue(answer.header("Content-Type").startswith(kind), extension)

    def test_unknown_is_404_with_a_hint(self):
        answer = self.server.get("/id/joconde/NOTHING", "application/json")
        self.assertEqual(answer.status, 404)
        self.assertIn("spelling", answer.text)
        page = self.server.get("/doc/joconde/NOTHING", "text/html")
        self.assertEqual(page.status, 404)
        self.assertIn("<h1>", page.text)

    def test_head_is_get_without_body(self):
        head = self.server.request("HEAD", "/doc/joconde/E2E001")
        get = self.server.get("/doc/joconde/E2E001")
        self.assertEqual((head.status, head.body), (200, b""))
        for name in ("ETag", "Content-Type", "Content-Length", "Last-Modified"):
            self.assertEqual(head.header(name), get.header(name), name)

    def test_etag_saves_the_transfer(self):
        etag = self.server.get("/doc/joconde/E2E001").header("ETag")
        again = self.server.request("GET", "/doc/joconde/E2E001", headers={"If-None-Match": etag})
        self.assertEqual((again.status, again.body), (304, b""))

    def test_pages_of_other_sites_may_read(self):
        answer = self.server.get("/doc/joconde/E2E001", Origin="https://elsewhere.example")
        self.assertEqual(answer.header("Access-Control-Allow-Origin"), "*")
        preflight = self.server.request("OPTIONS", "/sparql", headers={
            "Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"})
        self.assertEqual(preflight.status, 204)
        self.assertIn("POST", preflight.header("Access-Control-Allow-Methods"))

    def test_host_header_changes_nothing(self):
        answer = self.server.request("GET", "/id/joconde/E2E001", headers={"Host": "evil.example"})
        self.assertEqual(answer.header("Location"), "../../doc/joconde/E2E001")

    def test_another_port_and_another_base_answer_alike(self):
        other = Server(self.store)
        try:
            self.assertNotEqual(other.port, self.server.port)
            self.assertEqual(other.get("/id/joconde/E2E001").header("Location"),
                             "../../doc/joconde/E2E001")
            self.assertEqual(other.get("/doc/joconde/E2E001.nt").body,
                             self.server.get("/doc/joconde/E2E001.nt").body)
        finally:
            self.assertEqual(other.close(), 0)

    def test_query_page_and_its_files(self):
        page = self.server.get("/", "text/html")
        self.assertEqual(page.status, 200)
        self.assertIn("default-src 'none'", page.header("Content-Security-Policy"))
        self.assertEqual(self.server.get("/assets/codemirror/lib/codemirror.js").status, 200)


if __name__ == "__main__":
    unittest.main()
