# SPDX-License-Identifier: Apache-2.0
"""Reads the pages: fenced blocks with their place, markers, links, and the commands of a block."""
import dataclasses
import pathlib
import re

COMMANDS = {"sh", "console"}
# Every tag a block may have; `text` is what nobody runs: layouts, outputs, tables.
KNOWN_TAGS = COMMANDS | {"sparql", "turtle", "text"}

FENCE = re.compile(r"^ *(`{3,})\s*([^`]*)$")
MARKER = re.compile(r"^ *<!-- *not run(?:: *(.*?))? *-->\s*$")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
INLINE_CODE = re.compile(r"`([^`\n]+)`")


class PageError(Exception):
    """A page that cannot be tested; the text begins with its place."""


@dataclasses.dataclass(frozen=True)
class Block:
    page: str
    line: int
    tag: str
    text: str
    not_run: str | None  # the reason

    @property
    def place(self):
        return f"{self.page}:{self.line}"


@dataclasses.dataclass(frozen=True)
class Command:
    """`output` is None where a page shows none; then the command has to end well."""

    text: str
    output: str | None = None


def blocks(page, text):
    """The fenced blocks of a page. A marker belongs to the next block, with only empty lines between."""
    found = []
    marker = None
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        match = MARKER.match(line)
        if match:
            if marker:
                raise PageError(f"{page}:{marker[0]}: no block follows the marker")
            if not match.group(1):
                raise PageError(f"{page}:{number}: the marker gives no reason")
            marker = (number, match.group(1))
            continue
        fence = FENCE.match(line)
        if fence:
            found.append(_block(page, number, fence, lines, marker))
            marker = None
        elif line.strip() and marker:
            raise PageError(f"{page}:{marker[0]}: no block follows the marker")
    if marker:
        raise PageError(f"{page}:{marker[0]}: no block follows the marker")
    return found


def _block(page, number, fence, lines, marker):
    tag = fence.group(2).strip()
    if tag not in KNOWN_TAGS:
        raise PageError(f"{page}:{number}: unknown tag {tag!r}; expected one of {', '.join(sorted(KNOWN_TAGS))}")
    if marker and tag == "text":
        raise PageError(f"{page}:{marker[0]}: text is never run; the marker says nothing")
    content = []
    for _, line in lines:
        if line.strip() == fence.group(1):
            return Block(page, number, tag, "".join(text + "\n" for text in content), marker and marker[1])
        content.append(line)
    raise PageError(f"{page}:{number}: the block does not end")


def commands(block):
    """sh: every line is one. console: lines after `$ `, each followed by the output it gives.
    A line that ends in a backslash or an open quotation goes on in the next."""
    if block.tag == "console":
        return _console_commands(block)
    found = []
    pending = ""
    for line in block.text.splitlines(keepends=True):
        pending += line
        if not pending.strip():
            pending = ""
        elif not _continues(pending):
            found.append(Command(pending.rstrip("\n")))
            pending = ""
    if pending:
        raise PageError(f"{block.place}: the last command does not end")
    return found


def _continues(text):
    quotation = None
    comment = False
    for before, character in zip(" " + text, text):
        if character == "\n":
            comment = False
        elif comment or before == "\\" and quotation != "'":
            continue
        elif quotation:
            quotation = None if character == quotation else quotation
        elif character in "'\"":
            quotation = character
        elif character == "#" and before.isspace():
            comment = True
    return quotation is not None or text.endswith("\\\n")


def _console_commands(block):
    found = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:]))
        elif found and found[-1].output is None and _continues(found[-1].text + "\n"):
            found[-1] = Command(f"{found[-1].text}\n{line}")
        elif not found:
            raise PageError(f"{block.place}: a console block begins with a command after '$ '")
        else:
            last = found[-1]
            found[-1] = Command(last.text, (last.output or "") + line + "\n")
    return found


def output_matches(expected, actual):
    """Line by line without trailing blanks; `…` stands for any text, on a line of its own also for lines."""
    pattern = ".*?".join(re.escape(part) for part in "\n".join(_trimmed(expected)).split("…"))
    return re.fullmatch(pattern, "\n".join(_trimmed(actual)), re.DOTALL) is not None


def _trimmed(text):
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def prose(text):
    """The text without its fenced blocks."""
    kept = []
    fence = None
    for line in text.splitlines():
        match = FENCE.match(line)
        if fence is None and match:
            fence = match.group(1)
        elif fence is not None and line.strip() == fence:
            fence = None
        elif fence is None:
            kept.append(line)
    return "\n".join(kept)


def links(text):
    """Relative links: (path, anchor), both may be empty."""
    targets = [target for target in LINK.findall(re.sub(INLINE_CODE, "", prose(text)))
               if not re.match(r"[a-z][a-z0-9+.-]*:", target)]
    return [tuple((target + "#").split("#")[:2]) for target in targets]


def anchors(text):
    """As the usual renderers make them from headings."""
    headings = re.findall(r"^#+ +(.*?)\s*$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(root, page, text):
    """One sentence a broken link."""
    problems = []
    folder = (pathlib.Path(root) / page).parent
    for path, anchor in links(text):
        target = folder / path if path else pathlib.Path(root) / page
        if not target.exists():
            problems.append(f"{page}: the link to {path} leads nowhere")
        elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
            problems.append(f"{page}: {path or page} has no heading #{anchor}")
    return problems


def inline_code(text):
    return INLINE_CODE.findall(prose(text))
