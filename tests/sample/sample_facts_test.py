# SPDX-License-Identifier: Apache-2.0
"""Every reference, inventory key and Wikidata item of the sample, against the public data they were taken from
(shared data folder; README.md of this folder). Exit code 77: the data are not on this machine."""
import csv
import json
import os
import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DATA = pathlib.Path(os.environ.get("PROSPER_SHARED_DIR", HERE.parents[2] / "shared")) / "data"
SKIPPED = 77
csv.field_size_limit(10_000_000)


def rows(path, delimiter):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def column(path, delimiter, name):
    return {row[name].strip() for row in rows(path, delimiter)}


def sample_json(name, *path):
    value = json.loads((HERE / name).read_text(encoding="utf-8"))
    for step in path:
        value = value[step]
    return value


def fictional():
    """The references that README.md says are invented: a list item each, the reference in backquotes."""
    text = (HERE / "README.md").read_text(encoding="utf-8")
    section = text.split("## Fictional", 1)
    return set(re.findall(r"(?m)^[*-] `([^`]+)`", section[1])) if len(section) > 1 else set()


class SampleFacts(unittest.TestCase):
    def setUp(self):
        self.invented = fictional()

    def check_known(self, keys, known, what):
        self.assertTrue(keys)
        self.assertEqual({key for key in keys & self.invented if key in known}, set(), f"called fictional, but {what} of a source")
        unknown = {str(key) for key in keys if key not in known}
        self.assertEqual(sorted(unknown - self.invented), [], f"{what} that no source has and README.md does not call fictional")

    def test_joconde_references(self):
        notices = rows(HERE / "joconde/joconde.csv", "|")
        source = rows(DATA / "joconde/joconde_2021_arts_decoratifs.csv", ";")
        reference = next(name for name in source[0] if name.lower() in ("ref", "reference"))
        known = {row[reference].strip() for row in source}
        self.check_known({row["Reference"].strip() for row in notices} - {""}, known, "references")

    def test_joconde_inventory_keys(self):
        notices = rows(HERE / "joconde/joconde.csv", "|")
        source = rows(DATA / "joconde/joconde_2023_costumes.csv", ",")
        known = {(row["Code_Museofile"].strip(), row["Numero_inventaire"].strip()) for row in source}
        keys = {(row["Code_Museofile"].strip(), row["Numero_inventaire"].strip()) for row in notices if not row["Reference"].strip()}
        self.check_known(keys, known, "inventory keys")

    def test_merimee_references(self):
        known = column(DATA / "merimee/mh_2022_isere.csv", ";", "reference")
        for path in (DATA / "merimee/mh_2026-07").glob("*.js"):
            known |= set(re.findall(r'"((?:PA|IA|EA)[0-9A-B]{8,9})"', path.read_text(encoding="utf-8")))
        self.check_known(column(HERE / "merimee/monuments-historiques.csv", "|", "Reference"), known, "references")

    def test_inventory_of_toulouse_keys(self):
        def keys(features):
            return {(f["properties"].get("chpinsee"), f["properties"].get("chpcoorwgs84")) for f in features}
        source = json.loads((DATA / "merimee_inventaire/ia_toulouse.geojson").read_text(encoding="utf-8"))
        self.check_known(keys(sample_json("merimee/inventaire-toulouse.geojson", "features")), keys(source["features"]), "keys")

    def test_museofile_references(self):
        source = rows(DATA / "museofile/museofile_2025_pipe.csv", "|")
        identifier = next(iter(source[0]))
        self.check_known(column(HERE / "museofile/museofile.csv", "|", identifier), {row[identifier].strip() for row in source}, "references")

    def test_museums_of_objects(self):
        source = rows(DATA / "museofile/museofile_2025_pipe.csv", "|")
        known = {row[next(iter(source[0]))].strip() for row in source}
        self.check_known(column(HERE / "joconde/joconde.csv", "|", "Code_Museofile") - {""}, known, "museums")

    def test_palissy_references(self):
        text = (DATA / "palissy/palissy_api_response.json").read_text(encoding="utf-8")
        known = set(re.findall(r'"REF"\s*:\s*"([^"]+)"', text))
        sample = set(re.findall(r'"REF"\s*:\s*"([^"]+)"', (HERE / "palissy/palissy.json").read_text(encoding="utf-8")))
        self.check_known(sample, known, "references")

    def test_cross_references(self):
        """What notices of the sample say of other notices is in the same row of the source."""
        source = {row[next(iter(row))].strip(): row for row in rows(DATA / "museofile/museofile_2025_pipe.csv", "|")}
        for row in rows(HERE / "museofile/museofile.csv", "|"):
            key = row[next(iter(row))].strip()
            named = set(re.findall(r"\b(?:PA|IA|PM|IM)[0-9AB]{8,9}\b", " ".join(filter(None, row.values()))))
            of_source = " ".join(filter(None, source.get(key, {}).values()))
            self.assertEqual({name for name in named if name not in of_source} - self.invented, set(), key)

    def test_references_in_any_cell(self):
        """Whatever looks like a reference of Mérimée or Palissy, in whichever cell."""
        reference = re.compile(r"\b[PEI][AM][0-9][0-9AB][0-9]{6}\b")
        known = set()
        for folder in ("merimee", "merimee_inventaire", "museofile", "palissy", "joconde"):
            for path in (DATA / folder).rglob("*"):
                if path.is_file():
                    known |= set(reference.findall(path.read_text(encoding="utf-8", errors="replace")))
        for path in HERE.rglob("*"):
            if path.is_file() and path.suffix in (".csv", ".json", ".geojson"):
                self.assertEqual(set(reference.findall(path.read_text(encoding="utf-8"))) - known - self.invented, set(), path.name)

    def test_wikidata_items_of_authors(self):
        known = {}
        for row in rows(DATA / "wikidata/joconde_authors_qid.csv", ","):
            if row["qid_wikidata"]:
                name = re.sub(r"\(.*?\)", "", row["auteur_joconde"]).strip().casefold()
                known.setdefault(row["qid_wikidata"], set()).add(name)
        links = (HERE / "links/wikidata.trig").read_text(encoding="utf-8")
        named = dict(re.findall(r"(?m)^<id/actor/[^>]+> owl:sameAs wd:(Q\d+) \. # (.+)$", links))
        items = set(re.findall(r"\bwd:(Q\d+)\b", links))
        self.assertEqual(set(named), items, "an item without the author's name behind it")
        self.assertTrue(named)
        for item, name in named.items():
            if item not in self.invented:
                self.assertIn(name.casefold(), known.get(item, set()), item)

    def test_no_item_elsewhere(self):
        for path in HERE.rglob("*"):
            if path.is_file() and path.suffix in (".csv", ".json", ".geojson"):
                self.assertIsNone(re.search(r"wikidata\.org|\bwd:Q\d+", path.read_text(encoding="utf-8")), path)

    def test_fictional_references_are_in_the_sample(self):
        text = "".join(path.read_text(encoding="utf-8") for path in HERE.rglob("*")
                       if path.is_file() and path.suffix in (".csv", ".json", ".geojson", ".trig"))
        for reference in self.invented:
            self.assertIn(reference, text)


if __name__ == "__main__":
    if not DATA.is_dir():
        print(f"skipped: the public data the sample was taken from are not here ({DATA})")
        sys.exit(SKIPPED)
    unittest.main()
