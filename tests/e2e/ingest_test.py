# SPDX-License-Identifier: Apache-2.0
"""Notices from files to pages."""
import hashlib
import json
import pathlib
import re
import tempfile
import unittest

from program import SAMPLES, Server, run

BASE = "http://localhost:7878/"
LABEL = re.compile("<http://www.w3.org/2004/02/skos/core#(pref|alt)Label>")
SHIPPED = re.compile(f"<{BASE}graph/(ontology|datasets|thesaurus/[^>]*)> \\.$")
PREFIXES = """
PREFIX crm: <http://www.cidoc-crm.org/cidoc-crm/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def ask(store, query):
    """The rows of a SELECT, each a tuple of texts."""
    rows = json.loads(run("query", "--store", store, "--format", "json", PREFIXES + query).stdout)
    names = rows["head"]["vars"]
    return [tuple(row[name]["value"] if name in row else None for name in names) for row in rows["results"]["bindings"]]


def notice_graphs(dump):
    """Graph of a notice → hash of its statements."""
    graphs = {}
    for line in dump.splitlines():
        graph = re.search(r"<([^>]*)> \.$", line).group(1)
        if graph.startswith(BASE + "doc/"):
            graphs.setdefault(graph, []).append(line)
    return {graph: hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest() for graph, lines in graphs.items()}


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
        dump = run("dump", "--store", self.store).stdout
        # Beside notices there is what Prosper ships, and labels of concepts are reconciled.
        self.assertEqual({line for line in mapped.stdout.splitlines() if not LABEL.search(line)},
                         {line for line in dump.splitlines() if not LABEL.search(line) and not SHIPPED.search(line)})
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


class Sample(unittest.TestCase):
    """All bases of the sample in one store."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-e2e-")
        cls.root = pathlib.Path(cls.folder.name)
        cls.store = cls.root / "store"
        cls.ingest(cls.store, ["museofile", "joconde", "merimee", "palissy"])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def ingest(cls, store, profiles):
        for profile in profiles:
            run("ingest", "--store", store, "--profile", profile, *sorted((SAMPLES / profile).iterdir()), cwd=cls.root)

    def test_the_store_is_sound(self):
        self.assertIn("sound", run("check", "--store", self.store).stdout)

    def test_the_order_of_bases_does_not_matter(self):
        other = self.root / "other"
        self.ingest(other, ["palissy", "merimee", "joconde", "museofile"])
        dumps = [run("dump", "--store", store).stdout.splitlines() for store in (self.store, other)]
        self.assertEqual(sorted(dumps[0]), sorted(dumps[1]))

    def test_classes_and_concepts_have_labels(self):
        classes = ask(self.store, "SELECT DISTINCT ?c ?l { ?s a ?c OPTIONAL { ?c rdfs:label ?l FILTER(LANG(?l) = 'fr') } "
                                  "FILTER(STRSTARTS(STR(?c), STR(crm:))) }")
        self.assertGreater(len(classes), 10)
        self.assertEqual([name for name, label in classes if label is None], [])
        types = ask(self.store, "SELECT DISTINCT ?t { GRAPH ?g { ?s crm:P2_has_type ?t } FILTER(!STRSTARTS(STR(?t), 'http://vocab.getty.edu/')) "
                                "FILTER NOT EXISTS { ?t skos:prefLabel ?l FILTER(LANG(?l) = 'fr') } }")
        self.assertEqual(types, [])
        domains = ask(self.store, "SELECT ?l { ?t skos:inScheme <http://data.culture.fr/thesaurus/resource/ark:/67717/T51> ; skos:prefLabel ?l "
                                  "FILTER EXISTS { ?o crm:P2_has_type ?t } }")
        self.assertIn(("céramique",), domains)

    def test_every_shared_node_has_a_label(self):
        """But for names, which have their text; nodes of a notice are below its own address."""
        missing = ask(self.store, f"""SELECT DISTINCT ?o {{ ?s ?p ?o
            FILTER(ISIRI(?o) && STRSTARTS(STR(?o), "{BASE}") && !REGEX(STR(?o), "^{BASE}(doc|id/(joconde|merimee|museo|palissy))/"))
            FILTER NOT EXISTS {{ ?o rdfs:label|skos:prefLabel|crm:P190_has_symbolic_content ?l }} }}""")
        self.assertEqual(missing, [])
        numbers = ask(self.store, f"""SELECT ?o ?l {{ ?o rdfs:label ?l FILTER(STRSTARTS(STR(?o), "{BASE}id/place/") && REGEX(STR(?l), "^[0-9]+$")) }}""")
        self.assertEqual(numbers, [])

    def test_a_concept_has_one_preferred_label_a_language(self):
        twice = ask(self.store, "SELECT ?c ?a ?b { ?c skos:prefLabel ?a , ?b FILTER(LANG(?a) = LANG(?b) && STR(?a) < STR(?b)) }")
        self.assertEqual(twice, [])
        forms = ask(self.store, f"SELECT ?l {{ <{BASE}voc/museo/dompal/oceanie> skos:altLabel ?l }}")
        self.assertEqual(forms, [("OCéanie",)])

    def test_pages_name_types_and_publishers(self):
        server = Server(self.store)
        try:
            page = server.get("/doc/museo/M0044", "text/html").text
            self.assertNotRegex(page[:page.index("<details>")], r">[^<]*(voc/|dataset/|id/org/)[^<]*<")
        finally:
            self.assertEqual(server.close(), 0)


class InsertedRow(unittest.TestCase):
    """A row in the middle of a file changes no other notice, whatever their keys are made of."""

    def check(self, profile, before, after, new_key):
        with tempfile.TemporaryDirectory(prefix="prosper-e2e-") as folder:
            root = pathlib.Path(folder)
            dumps = []
            for name, text in (("before", before), ("after", after)):
                file = root / name / "notices"
                file.parent.mkdir()
                file.write_text(text, encoding="utf-8")
                run("ingest", "--store", root / f"store-{name}", "--profile", profile, file, cwd=root)
                dumps.append(notice_graphs(run("dump", "--store", root / f"store-{name}").stdout))
            new_graph = BASE + "doc/" + new_key
            self.assertGreater(len(dumps[0]), 10)
            self.assertEqual(set(dumps[1]) - set(dumps[0]), {new_graph})
            self.assertEqual({graph: dumps[1][graph] for graph in dumps[0]}, dumps[0])
            # The same store again: only the new notice is written.
            again = run("ingest", "--store", root / "store-before", "--profile", profile, root / "after/notices", cwd=root)
            self.assertRegex(again.stdout, rf"(?m)^1 new notices, 0 changed, {len(dumps[0])} unchanged; [1-9]\d* quads added, 0 removed")
            self.assertEqual(notice_graphs(run("dump", "--store", root / "store-before").stdout), dumps[1])
            return [kind for (kind,) in ask(root / "store-after", f"SELECT ?k {{ <{new_graph}> <https://w3id.org/prosper/ontology#keyKind> ?k }}")]

    def test_a_notice_with_a_reference(self):
        lines = (SAMPLES / "joconde/joconde.csv").read_text(encoding="utf-8").splitlines()
        middle = len(lines) // 2
        new = re.sub(r'^"[^"]*"', '"000PE000001"', lines[2])
        inserted = lines[:middle] + [new] + lines[middle:]
        self.assertEqual(self.check("joconde", "\n".join(lines), "\n".join(inserted), "joconde/000PE000001"), [])

    def test_a_notice_keyed_by_museum_and_inventory_number(self):
        lines = (SAMPLES / "joconde/joconde.csv").read_text(encoding="utf-8").splitlines()
        header = lines[0].replace('"', "").split("|")
        cells = next(line for line in lines[1:] if line.startswith('""')).split("|")
        cells[header.index("Numero_inventaire")] = '"1900.1.1"'
        museum = cells[header.index("Code_Museofile")].strip('"')
        middle = len(lines) - 10
        inserted = lines[:middle] + ["|".join(cells)] + lines[middle:]
        self.assertEqual(self.check("joconde", "\n".join(lines), "\n".join(inserted), f"joconde/inv/{museum}/1900.1.1"), ["inventory"])

    def test_a_building_keyed_by_commune_and_position(self):
        text = (SAMPLES / "merimee/inventaire-toulouse.geojson").read_text(encoding="utf-8")
        collection = json.loads(text)
        new = json.loads(json.dumps(collection["features"][0]))
        new["properties"]["chpcoorwgs84"] = "43.6, 1.44"
        collection["features"].insert(len(collection["features"]) // 2, new)
        self.assertEqual(self.check("merimee", text, json.dumps(collection), "merimee/inv/31555/43.6%2C%201.44"), ["inventory"])


if __name__ == "__main__":
    unittest.main()
