#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that a compiler does not check (docs/architecture.md): who includes whom, through
which façades, where third-party headers may stand, how long files may be. Usage: layers_test.py ROOT"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1]).resolve()
ROOMS = ["vocabularies", "store", "sparql", "mappings", "endpoint"]

# Room → rooms it may include besides itself and its own nested rooms. A nested room has its own line.
MAY_INCLUDE = {
    "vocabularies/terms": [],
    "store/rdf/xsd": ["vocabularies/terms"],
    "store/rdf": ["store/rdf/xsd", "vocabularies/terms"],
    "store/rdf/io": ["store/rdf", "vocabularies/terms"],
    "store/lmdb": ["store/rdf"],
    "store/ids": ["store/rdf", "store/rdf/xsd", "vocabularies/terms"],
    "store/blocks": ["store/lmdb", "store/rdf"],
    "store/dictionary": ["store/ids", "store/lmdb", "store/rdf"],
    "store/load": ["store/ids", "store/blocks", "store/dictionary", "store/lmdb", "store/rdf", "store/rdf/io"],
    "store/compaction": ["store/ids", "store/blocks", "store/dictionary", "store/load", "store/lmdb", "store/rdf"],
    "store": ["store/ids", "store/blocks", "store/dictionary", "store/load", "store/compaction", "store/lmdb", "store/rdf",
              "store/rdf/io", "store/rdf/xsd", "vocabularies/terms"],
    "vocabularies/thesauri": ["store/rdf", "store/rdf/io", "vocabularies/terms"],
    "sparql/algebra": ["store/rdf", "vocabularies/terms"],
    "sparql/parser": ["sparql/parser/grammar", "sparql/parser/to_algebra", "sparql/algebra", "store/rdf", "vocabularies/terms"],
    "sparql/parser/grammar": ["sparql/parser", "store/rdf", "vocabularies/terms"],
    "sparql/parser/to_algebra": ["sparql/parser", "sparql/algebra", "store/rdf", "vocabularies/terms"],
    "sparql/functions": ["store/rdf", "store/rdf/xsd", "vocabularies/terms"],
    "sparql/request": ["sparql", "sparql/algebra", "sparql/functions", "store", "store/ids", "store/rdf", "vocabularies/terms"],
    "sparql/reference": ["sparql", "sparql/request", "sparql/algebra", "sparql/functions", "store", "store/ids", "store/rdf", "vocabularies/terms"],
    "sparql/optimizer": ["sparql", "sparql/request", "sparql/algebra", "sparql/functions", "store", "store/ids", "store/rdf", "vocabularies/terms"],
    "sparql/execution": ["sparql", "sparql/request", "sparql/optimizer", "sparql/reference", "sparql/algebra", "sparql/functions", "store", "store/ids", "store/rdf", "vocabularies/terms"],
    "sparql/forms": ["sparql", "sparql/request", "sparql/reference", "sparql/execution", "sparql/algebra", "store", "store/ids", "store/rdf",
                     "vocabularies/terms"],
    "sparql/update": ["sparql", "sparql/algebra", "sparql/request", "sparql/forms", "store", "store/rdf", "store/rdf/io",
                      "vocabularies/terms"],
    "sparql/results": ["sparql/algebra", "store/rdf", "store/rdf/io", "vocabularies/terms"],
    "sparql": ["sparql/algebra", "sparql/parser", "sparql/execution", "sparql/forms", "sparql/update", "store", "store/rdf", "vocabularies/terms"],
    "mappings/functions": ["vocabularies/thesauri", "store/rdf", "vocabularies/terms"],
    "mappings/sources": ["mappings/functions", "store/rdf", "vocabularies/terms"],
    "mappings/rml": ["mappings/functions", "mappings/sources", "store/rdf", "store/rdf/io", "vocabularies/terms"],
    "mappings": ["mappings/rml", "mappings/functions", "mappings/sources", "mappings/pop", "vocabularies/thesauri",
                 "store/rdf", "store/rdf/io", "vocabularies/terms"],
    "endpoint/federation": ["endpoint", "sparql", "sparql/algebra", "sparql/results", "store/rdf", "vocabularies/terms"],
    "endpoint/pages": ["sparql", "sparql/algebra", "sparql/results", "store", "store/rdf", "store/rdf/io", "vocabularies/terms"],
    "endpoint/routes": ["endpoint", "endpoint/federation", "endpoint/pages", "sparql", "sparql/algebra", "sparql/results", "store", "store/rdf", "store/rdf/io",
                        "vocabularies/terms"],
    "endpoint": ["endpoint/routes", "endpoint/pages", "sparql", "sparql/algebra", "sparql/results", "store", "store/rdf", "store/rdf/io",
                 "vocabularies/terms"],
    "endpoint/cli": ["endpoint", "endpoint/federation", "endpoint/routes", "sparql", "sparql/algebra", "sparql/results", "mappings", "store", "store/rdf",
                     "store/rdf/io", "vocabularies/terms"],
}

# Third-party header prefix → the only place it may stand.
THIRD_PARTY = {
    "lmdb.h": "store/lmdb/",
    "boost/spirit": "sparql/parser/",
    "boost/fusion": "sparql/parser/",
    "httplib.h": "endpoint/",
    "expat.h": "store/rdf/io/",
    "re2/": "sparql/functions/",
    "proj": "mappings/functions/",
}

# One file that serves, one that calls.
HTTPLIB_USERS = {"endpoint/http_server.cpp", "endpoint/federation/http_exchange.cpp"}

LINE_LIMIT = 400
# Tests run side by side: their files stand in directories of their own, which only this folder makes.
TEST_FILES = "tests/files/"
SHARED_DIRECTORY = re.compile(r"\btesting::TempDir\(|\btemp_directory_path\(|\bmkdtemp\(")
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def tracked_files():
    out = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard"],
                         capture_output=True, text=True, check=True).stdout
    return [line for line in out.splitlines() if (ROOT / line).is_file()]


def room_of(path):
    folder = str(pathlib.PurePosixPath(path).parent)
    while folder and folder != ".":
        if folder in MAY_INCLUDE:
            return folder
        folder = str(pathlib.PurePosixPath(folder).parent)
    return None


def facades_of(room):
    """The headers that other rooms may include: those named in backquotes in the room's README.md."""
    readme = ROOT / room / "README.md"
    if not readme.is_file():
        return None
    return set(re.findall(r"`([a-z0-9_./]+\.hpp)`", readme.read_text(encoding="utf-8")))


def check_includes(path, problems):
    room = room_of(path)
    top = path.split("/", 1)[0]
    httplib_users = []
    for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        header = match.group(1) or match.group(2)
        for prefix, home in THIRD_PARTY.items():
            if header.startswith(prefix) and not path.startswith((home, "tests/")):
                problems.append(f"{path}:{number}: <{header}> may only stand in {home}")
        if header == "httplib.h" and not path.startswith("tests/"):
            httplib_users.append(path)
        if match.group(2) or top not in ROOMS or header.split("/", 1)[0] not in ROOMS:
            continue
        if header.startswith("../"):
            problems.append(f"{path}:{number}: include from the root, not {header}")
        target = room_of(header)
        if target is None or target == room or header.endswith("embedded_files.hpp"):
            continue
        if room is None or target not in MAY_INCLUDE.get(room, []):
            problems.append(f"{path}:{number}: {room} may not include {target} ({header})")
            continue
        facades = facades_of(target)
        nested = target.startswith(room + "/") or room.startswith(target + "/")
        if facades is not None and not nested and pathlib.PurePosixPath(header).name not in facades and header not in facades:
            problems.append(f"{path}:{number}: {header} is not a façade of {target} (its README.md lists them)")
    return httplib_users


def check_temporary_files(path, problems):
    if not path.startswith("tests/") or path.startswith((TEST_FILES, "tests/bench/")):
        return
    for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1):
        if SHARED_DIRECTORY.search(line):
            problems.append(f"{path}:{number}: a test writes to a directory of its own ({TEST_FILES})")


def main():
    problems = []
    httplib_users = []
    lengths = []
    for path in tracked_files():
        is_code = path.endswith((".cpp", ".hpp", ".h"))
        if is_code or path.endswith((".cmake", "CMakeLists.txt")):
            lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
            if is_code:
                lengths.append(lines)
            if lines > LINE_LIMIT:
                problems.append(f"{path}: {lines} lines, the limit is {LINE_LIMIT}")
        if is_code:
            httplib_users += check_includes(path, problems)
            check_temporary_files(path, problems)
            first = (ROOT / path).read_text(encoding="utf-8").split("\n", 1)[0]
            if "SPDX-License-Identifier: Apache-2.0" not in first:
                problems.append(f"{path}:1: the first line names the licence (SPDX)")
    for path in sorted(set(httplib_users) - HTTPLIB_USERS):
        problems.append(f"{path}: httplib.h may only stand in {' and '.join(sorted(HTTPLIB_USERS))}")
    for room in MAY_INCLUDE:
        if room.count("/") < 2 and (ROOT / room).is_dir() and not (ROOT / room / "README.md").is_file():
            problems.append(f"{room}: no README.md")
    lengths.sort()
    median = lengths[len(lengths) // 2] if lengths else 0
    if median > 150:
        problems.append(f"the median file has {median} lines, the limit is 150")
    for problem in sorted(problems):
        print(problem)
    print(f"{len(lengths)} code files, median {median} lines, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
