# SPDX-License-Identifier: Apache-2.0
"""Does what the pages say: runs their commands, queries and documents with the program under test,
on the sample notices, and follows their links. Blocks after `<!-- not run: REASON -->` are listed."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

import pages
from program import PROGRAM, SAMPLES, Server, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md",
         *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs/decisions").glob("*.md"))]
PROFILES = ["museofile", "joconde", "merimee", "palissy"]
ROOMS = r"(?:store|sparql|mappings|vocabularies|endpoint|tests|docs|scripts|cmake)"
TOKEN = "write-token-of-the-pages"

# What the commands of the pages read besides the sample notices and the store `db`.
FILES = {
    "query.rq": "SELECT * WHERE { ?s ?p ?o } LIMIT 5\n",
    "data.ttl": "<http://example.org/s> <http://example.org/p> 'o' .\n",
}


def name(path):
    return path.relative_to(ROOT).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def fill(store):
    for profile in PROFILES:
        files = sorted((SAMPLES / profile).iterdir())
        run("ingest", "--store", store, "--profile", profile, *files, cwd=store.parent)


def all_blocks(problems=None):
    """Those of the pages that can be read; of the others, what is wrong."""
    found = []
    for path in PAGES:
        try:
            found += pages.blocks(name(path), read(path))
        except pages.PageError as error:
            if problems is not None:
                problems.append(str(error))
    return found


class Walkthrough:
    """The commands of one page, in their order, in one folder. The server a page starts, or else one
    on its store, answers where the page says port 7878."""

    def __init__(self, folder, filled_store, page_blocks):
        self.folder = pathlib.Path(folder)
        self.server = None
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "prosper").symlink_to(PROGRAM)
        # An HTTP error has to end the command.
        curl = tools / "curl"
        curl.write_text(f'#!/bin/sh\nexec {shutil.which("curl")} --silent --show-error --fail-with-body "$@"\n')
        curl.chmod(0o755)
        self.work = self.folder / "work"
        (self.work / "tests").mkdir(parents=True)
        (self.work / "tests/sample").symlink_to(SAMPLES)
        for file, text in FILES.items():
            (self.work / file).write_text(text, encoding="utf-8")
        # A page that fills a store itself starts without one.
        if not any("prosper ingest" in block.text for block in page_blocks):
            shutil.copytree(filled_store, self.work / "db")
        self.environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "TOKEN": TOKEN}

    def serve(self, arguments=("--store", "db")):
        self.close()
        arguments = list(arguments)
        if "--port" in arguments:
            at = arguments.index("--port")
            del arguments[at:at + 2]
        at = arguments.index("--store")
        store = self.work / arguments[at + 1]
        del arguments[at:at + 2]
        self.server = Server(store, *arguments, env={"PROSPER_WRITE_TOKEN": TOKEN})

    def run(self, command):
        """A problem, or None."""
        words = shlex.split(command.text, comments=True)
        if words[:2] == ["prosper", "serve"]:
            self.serve(words[2:])
            return None
        text = command.text
        if "localhost:7878" in text and words and words[0] == "curl":
            if self.server is None:
                self.serve()
            text = text.replace("localhost:7878", f"127.0.0.1:{self.server.port}")
        result = subprocess.run(["bash", "-euo", "pipefail", "-c", text], cwd=self.work, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        output = result.stdout.decode("utf-8", "replace")
        if command.output is not None:
            return None if pages.output_matches(command.output, output) else f"it gave\n{output}"
        return f"exit code {result.returncode}\n{output}" if result.returncode else None

    def close(self):
        if self.server is not None:
            self.server.close()
            self.server = None


class Docs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="prosper-docs-")
        cls.store = pathlib.Path(cls.folder.name) / "db"
        fill(cls.store)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def problems_of(self, page_blocks):
        found = []
        with tempfile.TemporaryDirectory(prefix="prosper-docs-") as folder:
            walkthrough = Walkthrough(folder, self.store, page_blocks)
            try:
                for block in page_blocks:
                    for command in pages.commands(block):
                        problem = walkthrough.run(command)
                        if problem:
                            found.append(f"{block.place}: {command.text}\n{problem}")
            finally:
                walkthrough.close()
        return found

    def test_blocks_are_well_formed(self):
        problems = []
        all_blocks(problems)
        self.assertEqual(problems, [])

    def test_commands(self):
        by_page = {}
        for block in all_blocks():
            if block.tag in pages.COMMANDS and block.not_run is None:
                by_page.setdefault(block.page, []).append(block)
        self.assertTrue(by_page)
        for page, page_blocks in by_page.items():
            with self.subTest(page):
                self.assertEqual("\n".join(self.problems_of(page_blocks)), "")

    def test_wrong_commands_are_found(self):
        def problems(tag, text):
            return self.problems_of([pages.Block("broken.md", 1, tag, text, None)])

        self.assertEqual(problems("sh", "prosper stats --store db\ncurl http://localhost:7878/health\n"), [])
        self.assertEqual(len(problems("sh", "prosper stats --store nowhere\n")), 1)
        self.assertEqual(len(problems("sh", "curl http://localhost:7878/doc/nothing\n")), 1)
        self.assertEqual(len(problems("console", "$ prosper query --store db 'ASK {}'\nno\n")), 1)

    def test_queries_find_something_in_the_sample(self):
        for block in all_blocks():
            if block.tag == "sparql" and block.not_run is None:
                with self.subTest(block.place):
                    answer = run("query", "--store", self.store, "--format", "csv", block.text).stdout
                    self.assertGreater(len(answer.splitlines()), 1, answer)

    def test_documents_parse(self):
        """Turtle of the pages is a part of a mapping document, whose prefixes it uses."""
        prefixes = "".join(line for line in read(ROOT / "mappings/pop/joconde.rml.ttl").splitlines(keepends=True)
                           if line.startswith("@prefix"))
        for block in all_blocks():
            if block.tag == "turtle" and block.not_run is None:
                with self.subTest(block.place), tempfile.TemporaryDirectory() as folder:
                    document = pathlib.Path(folder) / "document.ttl"
                    document.write_text(prefixes + block.text, encoding="utf-8")
                    run("load", "--store", pathlib.Path(folder) / "db", "--graph", "http://example.org/g", document)

    def test_links(self):
        listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard", "*.md"],
                                capture_output=True, text=True)
        every_page = {*PAGES, *(ROOT / path for path in listed.stdout.split("\0") if path)}
        for path in sorted(path for path in every_page if path.is_file()):
            with self.subTest(name(path)):
                self.assertEqual(pages.broken_links(ROOT, name(path), read(path)), [])

    def test_files_named_in_prose_exist(self):
        for path in PAGES:
            for code in pages.inline_code(read(path)):
                if re.fullmatch(ROOMS + r"/[\w./*-]+", code) and not re.search(r"[A-Z]{4,}", code):
                    with self.subTest(page=name(path), file=code):
                        # A C++ file may be named without its extension.
                        self.assertTrue([*ROOT.glob(code.rstrip("/")), *ROOT.glob(code + ".hpp")])

    def test_options_named_in_prose_exist(self):
        for path in PAGES:
            for code in pages.inline_code(read(path)):
                match = re.match(r"prosper (\w+)", code)
                if match:
                    known = run(match.group(1), "--help").stdout
                    for option in re.findall(r"--[a-z-]+", code):
                        with self.subTest(page=name(path), code=code):
                            self.assertIn(option, known)

    def test_every_command_is_described(self):
        described = set(re.findall(r"`prosper ([a-z]+)", read(ROOT / "docs/command-line.md")))
        listed = re.findall(r"^  (\w+) ", run("--help").stdout.split("Subcommands:")[1], re.MULTILINE)
        self.assertEqual(sorted(described), sorted(listed))

    def test_blocks_that_are_not_run(self):
        """A list to read; what could be run must not hide in it."""
        for block in all_blocks():
            if block.not_run is not None:
                print(f"not run: {block.place}: {block.not_run}")
                self.assertNotRegex(block.text, r"(?m)^(\$ )?(prosper|curl) ")


if __name__ == "__main__":
    unittest.main()
