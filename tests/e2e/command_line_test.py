# SPDX-License-Identifier: Apache-2.0
"""The commands, their outputs and exit codes."""
import gzip
import json
import pathlib
import tempfile
import unittest

from program import DATASET, ProgramTest, Server, run


class CommandLine(ProgramTest):
    def query(self, text, *arguments, check=True):
        return run("query", "--store", self.store, *arguments, text, check=check)

    def test_query_formats(self):
        select = "SELECT ?l WHERE { <http://localhost:7878/id/actor/anonyme> ?p ?l }"
        self.assertEqual(self.query(select, "--format", "csv").stdout, "l\r\nanonyme\r\n")
        self.assertEqual(self.query(select, "--format", "tsv").stdout, '?l\n"anonyme"@fr\n')
        self.assertIn("anonyme", self.query(select).stdout)
        json.loads(self.query(select, "--format", "json").stdout)
        construct = "CONSTRUCT WHERE { <http://localhost:7878/id/actor/anonyme> ?p ?l }"
        self.assertIn('"anonyme"@fr .', self.query(construct, "--format", "ntriples").stdout)
        self.assertEqual(self.query("ASK {}", "--format", "csv", check=False).returncode, 2)

    def test_query_from_a_file_and_from_standard_input(self):
        with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:
            file.write("ASK {}")
            file.flush()
            self.assertIn("true", self.query("@" + file.name).stdout)
        piped = run("query", "--store", self.store, "-", input="ASK {}")
        self.assertIn("true", piped.stdout)

    def test_a_syntax_error_shows_the_place(self):
        result = self.query("SELECT ?x\nWHERE { ?x }", check=False)
        self.assertEqual(result.returncode, 1)
        lines = result.stderr.splitlines()
        self.assertEqual(lines[0], "  WHERE { ?x }")
        self.assertRegex(lines[1], r"^ +\^$")
        self.assertIn("line 2", lines[2])

    def test_explain(self):
        self.assertIn("bgp", self.query("SELECT * { ?s ?p ?o }", "--explain").stdout)

    def test_default_graph_own(self):
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        self.assertEqual(self.query(count, "--format", "csv").stdout, "n\r\n10\r\n")
        self.assertEqual(self.query(count, "--format", "csv", "--default-graph", "own").stdout, "n\r\n0\r\n")

    def test_dump_is_the_data(self):
        dumped = run("dump", "--store", self.store).stdout
        self.assertEqual(sorted(dumped.splitlines()), sorted(DATASET.read_text().splitlines()))
        self.assertIn("{", run("dump", "--store", self.store, "--format", "trig").stdout)

    def test_check_and_stats(self):
        self.assertIn("sound", run("check", "--store", self.store).stdout)
        self.assertEqual(json.loads(run("stats", "--store", self.store, "--json").stdout)["quads"], 10)
        self.assertIn("quads", run("stats", "--store", self.store).stdout)

    def test_exit_codes(self):
        self.assertEqual(run("stats", "--store", "/nonexistent", check=False).returncode, 1)
        self.assertEqual(run("stats", check=False).returncode, 2)
        self.assertEqual(run("--version").returncode, 0)

    def test_a_damaged_store_is_exit_code_4(self):
        with tempfile.TemporaryDirectory() as folder:
            store = pathlib.Path(folder) / "store"
            run("load", "--store", store, DATASET)
            for data in store.glob("gen-*/data.mdb"):
                content = bytearray(data.read_bytes())
                for at in range(8192, len(content)):
                    content[at] ^= 0x5A
                data.write_bytes(content)
            self.assertEqual(run("check", "--store", store, check=False).returncode, 4)


class Loading(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        self.root = pathlib.Path(self.folder.name)
        self.store = self.root / "store"

    def tearDown(self):
        self.folder.cleanup()

    def dump(self):
        return sorted(run("dump", "--store", self.store).stdout.splitlines())

    def test_turtle_into_a_graph_and_again(self):
        file = self.root / "data.ttl"
        file.write_text("<http://a> <http://p> 1, 2 .")
        arguments = ("load", "--store", self.store, "--graph", "http://g", file)
        self.assertEqual(run(*arguments).stdout, "2 quads read, 2 new\n")
        self.assertEqual(run(*arguments).stdout, "2 quads read, 0 new\n")
        self.assertTrue(self.dump()[0].endswith("<http://g> ."))

    def test_compressed_files(self):
        file = self.root / "data.nq.gz"
        file.write_bytes(gzip.compress(DATASET.read_bytes()))
        run("load", "--store", self.store, file)
        self.assertEqual(self.dump(), sorted(DATASET.read_text().splitlines()))

    def test_a_broken_file_says_where(self):
        file = self.root / "broken.nt"
        file.write_text("<http://a> <http://p> 'x' .\n")
        result = run("load", "--store", self.store, file, check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("broken.nt", result.stderr)
        self.assertIn("line 1", result.stderr)
        self.assertEqual(self.dump(), [])

    def test_all_files_or_none(self):
        good, bad = self.root / "good.nq", self.root / "bad.nq"
        good.write_text("<http://a> <http://p> <http://o> <http://g> .\n" * 3)
        bad.write_text("<http://b> <http://p> <http://o> .\n<http://b> oops\n")
        for way in ("--bulk", "--update"):
            result = run("load", "--store", self.store, way, good, bad, check=False)
            self.assertEqual(result.returncode, 1)
            self.assertIn("bad.nq", result.stderr)
            self.assertIn("line 2", result.stderr)
            self.assertEqual(self.dump(), [])
        report = json.loads(run("load", "--store", self.store, "--lenient", "--json", good, bad).stdout)
        self.assertEqual(report, {"read": 4, "added": 2, "skippedLines": 1, "bulk": True})
        self.assertEqual(len(self.dump()), 2)
        report = json.loads(run("load", "--store", self.store, "--update", "--json", good).stdout)
        self.assertEqual(report, {"read": 3, "added": 0, "skippedLines": 0, "bulk": False})

    def test_load_refuses_options_that_make_no_sense(self):
        for options in (("--bulk", "--update"), ("--memory", "1K"), ("--memory", "much"), ("--graph", "g")):
            self.assertEqual(run("load", "--store", self.store, *options, DATASET, check=False).returncode, 2, options)
        self.assertFalse(self.store.exists())
        run("load", "--store", self.store, "--memory", "64M", DATASET)
        self.assertEqual(self.dump(), sorted(DATASET.read_text().splitlines()))

    def test_serve_makes_an_empty_store(self):
        server = Server(self.store, "--public-base", "https://w3id.org/prosper/")
        self.assertIn("https://w3id.org/prosper/", server.announcement)
        self.assertEqual(json.loads(server.get("/health").text)["quads"], 0)
        self.assertEqual(server.close(), 0)
        self.assertEqual(json.loads(run("stats", "--store", self.store, "--json").stdout)["publicBase"],
                         "https://w3id.org/prosper/")

    def test_serve_of_an_empty_folder(self):
        self.store.mkdir()
        server = Server(self.store)
        self.assertEqual(server.get("/", "text/html").status, 200)
        self.assertEqual(server.close(), 0)

    def test_update_and_reports_as_json(self):
        run("load", "--store", self.store, DATASET)
        result = run("update", "--store", self.store, "--json", "INSERT DATA { <http://a> <http://p> 1 }")
        self.assertEqual(json.loads(result.stdout), {"inserted": 1, "removed": 0})


if __name__ == "__main__":
    unittest.main()
