# SPDX-License-Identifier: Apache-2.0
"""SERVICE with an endpoint that is not ours: Virtuoso 7 (Debian's virtuoso-opensource), where it is installed."""
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from program import Server, free_port, run, wait_until

CONFIGURATION = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000
"""


@unittest.skipUnless(shutil.which("virtuoso-t") and shutil.which("isql-vt"), "Virtuoso is not installed")
class Virtuoso(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        folder = pathlib.Path(cls.folder.name)
        cls.sql, http = free_port(), free_port()
        (folder / "virtuoso").mkdir()
        (folder / "virtuoso/virtuoso.ini").write_text(CONFIGURATION.format(sql=cls.sql, http=http))
        cls.process = subprocess.Popen(["virtuoso-t", "+foreground", "+wait", "+configfile", "virtuoso.ini"],
                                       cwd=folder / "virtuoso", stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        cls.endpoint = f"http://127.0.0.1:{http}/sparql"
        if not wait_until(lambda: cls.sparql("SELECT 1") is not None, 120):
            cls.process.kill()
            raise unittest.SkipTest("Virtuoso does not start here")
        names = " ".join(f'<http://there/{n}> <http://p/name> "name \\"{n}\\""@en .' for n in range(0, 300, 2))
        cls.sparql(f"SPARQL INSERT INTO GRAPH <http://names> {{ {names} _:b <http://p/knows> _:b }}")
        same = "\n".join(f"<http://here/{n}> <http://p/same> <http://there/{n}> ." for n in range(250))
        (folder / "here.nt").write_text(same + "\n")
        run("load", "--store", folder / "here", folder / "here.nt")
        cls.server = Server(folder / "here", "--allow-service", cls.endpoint, "--allow-private-service")

    @classmethod
    def tearDownClass(cls):
        cls.server.close()
        cls.process.send_signal(signal.SIGTERM)
        try:
            cls.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            cls.process.kill()
            cls.process.wait()
        cls.folder.cleanup()

    @classmethod
    def sparql(cls, statement):
        result = subprocess.run(["isql-vt", str(cls.sql), "dba", "dba", "VERBOSE=OFF", f"exec={statement};"],
                                capture_output=True, timeout=60)
        return result.stdout if result.returncode == 0 and b"Error" not in result.stderr else None

    def rows(self, text):
        answer = self.server.request("POST", "/sparql", text.encode(),
                                     {"Content-Type": "application/sparql-query"})
        self.assertEqual(answer.status, 200, answer.text)
        return [{name: value["value"] for name, value in row.items()}
                for row in json.loads(answer.text)["results"]["bindings"]]

    def test_bindings_go_along(self):
        rows = self.rows("SELECT * { ?here <http://p/same> ?there "
                         f"SERVICE <{self.endpoint}> {{ ?there <http://p/name> ?name }} }}")
        self.assertEqual(len(rows), 125)
        self.assertIn({"here": "http://here/4", "there": "http://there/4", "name": 'name "4"'}, rows)

    def test_optional_filter_and_sub_select(self):
        rows = self.rows("SELECT ?here ?name { ?here <http://p/same> ?there OPTIONAL { "
                         f"SERVICE <{self.endpoint}> {{ ?there <http://p/name> ?name "
                         'FILTER(LANG(?name) = "en" && STRENDS(STR(?name), "2\\"")) } } }')
        self.assertEqual(len(rows), 250)
        self.assertEqual(sum("name" in row for row in rows), 25)
        rows = self.rows(f"SELECT * {{ SERVICE <{self.endpoint}> {{ SELECT (COUNT(DISTINCT ?s) AS ?n) "
                         "{ ?s <http://p/name> ?name } } }")
        self.assertEqual(rows, [{"n": "150"}])

    def test_a_blank_node_stays_the_same_in_one_answer(self):
        rows = self.rows(f"SELECT * {{ SERVICE <{self.endpoint}> {{ ?a <http://p/knows> ?b }} FILTER(?a = ?b) }}")
        self.assertEqual(len(rows), 1)

    def test_what_it_cannot_read_is_502(self):
        answer = self.server.request(
            "POST", "/sparql",
            f"SELECT * {{ SERVICE <{self.endpoint}-not-there> {{ ?s ?p ?o }} }}".encode(),
            {"Content-Type": "application/sparql-query"})
        self.assertIn(answer.status, (403, 502))


if __name__ == "__main__":
    unittest.main()
