# SPDX-License-Identifier: Apache-2.0
"""What only sockets show: clients that leave, dawdle, or send nonsense."""
import http.client
import json
import socket
import threading
import time
import unittest
import urllib.parse

from program import Server, ServerTest, wait_until

# 10^7 combinations before the filter, which needs all of a row, rejects each: minutes of work.
HEAVY = ("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u "
         "FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j), STR(?m), STR(?p), STR(?s)) = 'never') }")


def heavy_target():
    return "/sparql?" + urllib.parse.urlencode({"query": HEAVY})


class Transport(ServerTest):
    arguments = ("--verbose", "--evaluations", "1", "--query-timeout", "60")

    def raw(self, *pieces, pause=0.0, timeout=30):
        """Sends bytes as they are; everything the server says until it closes."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=timeout) as client:
            for piece in pieces:
                client.sendall(piece)
                time.sleep(pause)
            answer = b""
            while True:
                try:
                    piece = client.recv(65536)
                except ConnectionResetError:
                    break
                if not piece:
                    break
                answer += piece
            return answer.decode("utf-8", "replace")

    def test_a_client_that_leaves_frees_its_slot(self):
        client = socket.create_connection(("127.0.0.1", self.server.port))
        client.sendall(f"GET {heavy_target()} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.5)
        client.close()
        started = time.monotonic()
        answer = self.server.get("/sparql?query=ASK%7B%7D")
        self.assertEqual(answer.status, 200)
        self.assertLess(time.monotonic() - started, 5, "the one slot was still taken")

    def test_a_query_over_its_time_is_503(self):
        answer = self.server.get(heavy_target() + "&timeout=1", "application/json")
        self.assertEqual(answer.status, 503, answer.text)
        self.assertTrue(answer.header("Retry-After"))
        self.assertEqual(json.loads(answer.text)["code"], "query-cancelled")

    def test_keep_alive_takes_many_requests(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        for _ in range(20):
            connection.request("GET", "/health")
            response = connection.getresponse()
            self.assertEqual((response.status, response.read()[:1]), (200, b"{"))
        connection.close()

    def test_pipelined_requests_are_answered_in_order(self):
        answer = self.raw(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"
                          b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        self.assertLess(answer.index("HTTP/1.1 200"), answer.index("HTTP/1.1 404"))

    def test_http_1_0_gets_a_length(self):
        answer = self.raw(b"GET /doc/joconde/E2E001 HTTP/1.0\r\n\r\n")
        self.assertIn("Content-Length:", answer)
        self.assertNotIn("chunked", answer)

    def test_chunked_bodies_are_read(self):
        answer = self.raw(b"POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                          b"Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
                          b"3\r\nASK\r\n3\r\n {}\r\n0\r\n\r\n")
        self.assertIn("HTTP/1.1 200", answer)
        self.assertIn("true", answer)

    def test_ambiguous_lengths_are_refused(self):
        for length in (b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"Content-Length: -1\r\n",
                       b"Content-Length: 3\r\nContent-Length: 4\r\n", b"Content-Length: x\r\n", b""):
            answer = self.raw(b"POST /sparql HTTP/1.1\r\nHost: x\r\n" + length + b"\r\nASK")
            self.assertRegex(answer, r"^HTTP/1.1 (400|411)", length)

    def test_nonsense_is_400_or_closed(self):
        for head in (b"NONSENSE\r\n\r\n", b"GET\r\n\r\n", b"\x00\x01\x02\r\n\r\n", b"GET x HTTP/1.1\r\n\r\n"):
            answer = self.raw(head + b"\r\n")
            self.assertTrue(answer == "" or answer.startswith("HTTP/1.1 400"), answer)

    def test_endless_headers_are_refused(self):
        answer = self.raw(b"GET /health HTTP/1.1\r\n", b"X-Filler: 0123456789012345678901234567890123456789\r\n" * 5000,
                          b"\r\n")
        self.assertTrue(answer == "" or answer.startswith("HTTP/1.1 431"), answer[:200])

    def test_large_bodies_wait_for_the_go_ahead(self):
        query = b"ASK {} #" + b"x" * 2_000_000
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=30) as client:
            client.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n"
                           b"Content-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n" % len(query))
            self.assertTrue(client.recv(100).startswith(b"HTTP/1.1 100"))
            client.sendall(query)
            self.assertTrue(client.recv(100).startswith(b"HTTP/1.1 200"))

    def test_a_burst_of_connections_is_served(self):
        statuses = []

        def ask():
            statuses.append(self.server.get("/health").status)

        threads = [threading.Thread(target=ask) for _ in range(150)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(statuses, [200] * 150)

    def test_silent_connections_do_not_stop_others(self):
        silent = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(200)]
        try:
            started = time.monotonic()
            self.assertEqual(self.server.get("/health").status, 200)
            self.assertLess(time.monotonic() - started, 10)
        finally:
            for client in silent:
                client.close()


class CutAnswers(ServerTest):
    arguments = ("--query-timeout", "2")

    def test_a_cut_answer_never_looks_complete(self):
        # Rows come quickly for ever: the deadline strikes after the first bytes have left.
        query = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u }"
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        connection.request("GET", "/sparql?" + urllib.parse.urlencode({"query": query, "format": "tsv"}))
        response = connection.getresponse()
        self.assertEqual(response.status, 200)
        with self.assertRaises(http.client.IncompleteRead):
            while response.read(1 << 20):
                pass
        connection.close()


class Stopping(ServerTest):
    def test_a_stop_ends_within_seconds_even_under_load(self):
        server = Server(self.store, "--query-timeout", "600")
        client = socket.create_connection(("127.0.0.1", server.port))
        client.sendall(f"GET {heavy_target()} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.3)
        started = time.monotonic()
        self.assertEqual(server.close(), 0)
        self.assertLess(time.monotonic() - started, 20)
        client.close()

    def test_a_taken_port_is_an_error(self):
        from program import run
        result = run("serve", "--store", self.store, "--port", self.server.port, check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("cannot listen", result.stderr)


if __name__ == "__main__":
    unittest.main()
