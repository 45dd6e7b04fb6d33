# SPDX-License-Identifier: Apache-2.0
"""Notices from files to pages."""
import json
import pathlib
import re
import tempfile
import unittest

from program import SAMPLES, Server, run


class Ingest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        cls.root = pathlib.Path(cls.folder.name)
        cls.store = cls.root / "store"
        cls.file = sorted((SAMPLES / "joconde").iterdir())[0]
        cls.first = cls.ingest()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def ingest(cls, *arguments, check=True):
        return run("ingest", "--store", cls.store, "--profile", "joconde", *arguments, cls.file,
                   cwd=cls.root, check=check)

    def test_the_report_counts_notices(self):
        self.assertRegex(self.first.stdout, r"(?m)^[1-9]\d* new notices, 0 changed, 0 unchanged")

    def test_ingesting_again_writes_nothing(self):
        before = run("dump", "--store", self.store).stdout
        again = self.ingest().stdout
        self.assertRegex(again, r"(?m)^0 new notices, 0 changed, [1-9]\d* unchanged; 0 quads added, 0 removed")
        report = json.loads(self.ingest("--json").stdout)
        self.assertEqual(report["store"]["quadsAdded"], 0)
        self.assertGreater(report["mapping"]["mapped"], 0)
        remapped = self.ingest("--remap").stdout
        self.assertRegex(remapped, r"(?m)^0 new notices, [1-9]\d* changed, 0 unchanged; 0 quads added, 0 removed")
        self.assertEqual(run("dump", "--store", self.store).stdout, before)

    def test_map_prints_what_ingest_stores(self):
        mapped = run("map", "--profile", "joconde", self.file, cwd=self.root)
        self.assertEqual(sorted(set(mapped.stdout.splitlines())),
                         sorted(run("dump", "--store", self.store).stdout.splitlines()))
        self.assertTrue(mapped.stderr)

    def test_rejected_rows_are_kept(self):
        header, *rows = self.file.read_text(encoding="utf-8").splitlines()
        separator = max(";|,\t", key=header.count)
        bad = self.root / "bad.csv"
        bad.write_text("\n".join([header, separator * header.count(separator)]) + "\n", encoding="utf-8")
        arguments = ("map", "--profile", "joconde", bad)
        result = run(*arguments, cwd=self.root)
        if "rejected" in result.stderr.splitlines()[-1]:
            self.assertEqual(result.stderr.splitlines()[-1], "1 rejected")
            self.assertTrue((self.root / "bad.csv.rejects.csv").is_file())
            self.assertEqual(run(*arguments, "--strict", cwd=self.root, check=False).returncode, 3)
        else:
            self.assertIn("0", result.stderr)

    def test_every_notice_has_a_page_with_labels(self):
        dump = run("dump", "--store", self.store).stdout
        things = sorted(set(re.findall(r"P70_documents> <http://localhost:7878(/id/[^>]+)>", dump)))
        self.assertTrue(things)
        server = Server(self.store)
        try:
            for thing in things[:5]:
                self.assertEqual(server.get(thing).status, 303)
                page = server.get(thing.replace("/id/", "/doc/", 1), "text/html")
                self.assertEqual(page.status, 200)
                heading = re.search(r"<h1>(.*?)</h1>", page.text, re.S).group(1)
                self.assertNotIn("http", heading)
                fields = page.text[:page.text.index("<details>")]
                self.assertNotRegex(fields, r"<dd>[^<]*http://localhost")
                self.assertGreater(fields.count("<dt>"), 5)
        finally:
            self.assertEqual(server.close(), 0)


if __name__ == "__main__":
    unittest.main()
