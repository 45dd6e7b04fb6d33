# SPDX-License-Identifier: Apache-2.0
"""The reader of pages, on pages that are right and pages that are broken."""
import pathlib
import tempfile
import unittest

import pages


def page(*lines):
    return "\n".join(lines) + "\n"


def block(*lines, tag="sh"):
    return pages.Block("page.md", 1, tag, page(*lines), None)


class Blocks(unittest.TestCase):
    def assert_broken(self, expected, *lines):
        with self.assertRaises(pages.PageError) as caught:
            pages.blocks("page.md", page(*lines))
        self.assertIn(expected, str(caught.exception))

    def test_tags_places_and_texts(self):
        found = pages.blocks("page.md", page("# T", "```sh", "a", "", "b", "```", "x", "```sparql", "ASK {}", "```"))
        self.assertEqual([(b.place, b.tag, b.text) for b in found],
                         [("page.md:2", "sh", "a\n\nb\n"), ("page.md:8", "sparql", "ASK {}\n")])

    def test_a_longer_fence_holds_a_shorter_one(self):
        found = pages.blocks("page.md", page("````text", "```sh", "```", "````"))
        self.assertEqual([b.text for b in found], ["```sh\n```\n"])

    def test_a_marker_belongs_to_the_next_block_only(self):
        found = pages.blocks("page.md", page("<!-- not run: builds -->", "", "```sh", "a", "```", "```sh", "b", "```"))
        self.assertEqual([b.not_run for b in found], ["builds", None])

    def test_broken_pages(self):
        self.assert_broken("page.md:1: unknown tag 'bash'", "```bash", "a", "```")
        self.assert_broken("page.md:2: unknown tag ''", "text", "```", "a", "```")
        self.assert_broken("page.md:1: the block does not end", "```sh", "a")
        self.assert_broken("page.md:1: the marker gives no reason", "<!-- not run -->", "```sh", "a", "```")
        self.assert_broken("page.md:1: no block follows", "<!-- not run: x -->", "prose", "```sh", "a", "```")
        self.assert_broken("page.md:1: no block follows", "<!-- not run: x -->")
        self.assert_broken("the marker says nothing", "<!-- not run: x -->", "```text", "a", "```")


class Commands(unittest.TestCase):
    def texts(self, *lines):
        return [command.text for command in pages.commands(block(*lines))]

    def test_a_line_is_a_command(self):
        self.assertEqual(self.texts("a 1  # it's", "", "b"), ["a 1  # it's", "b"])

    def test_continued_lines_belong_together(self):
        self.assertEqual(self.texts("a \\", "  b", "c"), ["a \\\n  b", "c"])
        self.assertEqual(self.texts("q 'SELECT", "  ?x'", "c"), ["q 'SELECT\n  ?x'", "c"])

    def test_an_open_quotation_is_an_error(self):
        with self.assertRaises(pages.PageError):
            self.texts("q 'SELECT")

    def test_console_commands_have_their_output(self):
        found = pages.commands(block("$ a", "one", "", "two", "$ b", tag="console"))
        self.assertEqual(found, [pages.Command("a", "one\n\ntwo\n"), pages.Command("b")])
        self.assertEqual(pages.commands(block("$ q 'x", "y'", "one", tag="console")),
                         [pages.Command("q 'x\ny'", "one\n")])
        with self.assertRaises(pages.PageError):
            pages.commands(block("one", "$ a", tag="console"))

    def test_outputs(self):
        self.assertTrue(pages.output_matches("a\n…\nz\n", "a\nb\nc\nz\n"))
        self.assertTrue(pages.output_matches("line 2: …\n", "line 2: expected x  \n"))
        self.assertFalse(pages.output_matches("a\n", "a\nb\n"))
        self.assertFalse(pages.output_matches("a.c\n", "abc\n"))


class Links(unittest.TestCase):
    def test_only_relative_links_of_the_prose(self):
        text = page("[a](x.md#b) ![p](p.png) [w](https://example.org/) `[c](code.md)`", "```text", "[d](block.md)", "```")
        self.assertEqual(pages.links(text), [("x.md", "b"), ("p.png", "")])

    def test_broken_links(self):
        with tempfile.TemporaryDirectory() as root:
            target = pathlib.Path(root) / "docs" / "x.md"
            target.parent.mkdir()
            target.write_text("# One title, `here`\n", encoding="utf-8")
            self.assertEqual(pages.broken_links(root, "docs/y.md", "[a](x.md#one-title-here) [b](../docs)"), [])
            self.assertEqual(len(pages.broken_links(root, "docs/y.md", "[a](z.md) [b](x.md#two)")), 2)


if __name__ == "__main__":
    unittest.main()
