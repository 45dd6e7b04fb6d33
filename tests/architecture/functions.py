# SPDX-License-Identifier: Apache-2.0
"""Finds the functions of C++ text and how many lines each has, by its braces. What stands inside a
function (lambdas, local types) counts as its lines; a lambda outside of functions is one itself."""
import dataclasses
import re

TOKENS = re.compile(
    r"""
    (?P<raw>(?:u8|[uUL])?R"(?P<delimiter>[^\s()\\]{0,16})\(.*?\)(?P=delimiter)")
  | (?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<number>\b\d(?:'?[\w.])*)
  | (?P<character>'(?:\\.|[^'\\\n])+')
  | (?P<directive>^[ \t]*\#(?:\\\n|//[^\n]*|/\*.*?\*/|[^\n])*)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE)

LAMBDA = re.compile(r"\[[^\[\]]*\](\(\))?(mutable|noexcept|constexpr|->[^()]*|\s)*$")
NAMESPACE = re.compile(r"^(inline )?namespace\b|^extern \"\"$")
TYPE = re.compile(r"^(requires\b[^()]* )?((typedef|static|inline|constexpr|const|friend|export) )*(class|struct|union|enum)\b")
TAIL_OF_SIGNATURE = re.compile(r"^( |const\b|volatile\b|&|noexcept\b(\(\))?|override\b|final\b|try\b|requires\b.*|->.*)*$")
MEMBER_INITIALISERS = re.compile(r"\)( |const\b|noexcept\b(\(\))?|try\b)*:(?!:)")


class UnbalancedBraces(Exception):
    pass


@dataclasses.dataclass(frozen=True)
class Function:
    signature: str
    line: int
    lines: int


def without_texts(code):
    """Comments and directives become blanks, literals become empty ones; every line stays where it is."""

    def replacement(match):
        line_feeds = "\n" * match.group().count("\n")
        if match.lastgroup == "number":
            return "0"
        if match.lastgroup in ("comment", "directive"):
            return " " + line_feeds
        return ("''" if match.lastgroup == "character" else '""') + line_feeds

    return TOKENS.sub(replacement, code)


def collapsed(head):
    """One line; what stands in parentheses and after `template` in angle brackets is left out."""
    text = []
    depth = 0
    for character in " ".join(head.split()):
        depth -= character == ")"
        if depth == 0:
            text.append(character)
        depth += character == "("
    text = "".join(text)
    while True:
        match = re.search(r"\btemplate ?<", text)
        if not match:
            return re.sub(r"\balignas\(\) ?|\[\[[^\]]*\]\] ?", "", text).strip()
        depth, at = 1, match.end()
        while depth and at < len(text):
            depth += {"<": 1, ">": -1}.get(text[at], 0)
            at += 1
        text = text[:match.start()] + text[at:]


def is_initialised(text):
    return "=" in re.sub(r"\boperator ?[^\s\w(]+", "operator", text)


def kind_of(head, open_parentheses, inside):
    """What a brace after `head` begins: a function, a lambda, a namespace, a type, or data (initialisers)."""
    if inside == "function":
        return "data"
    text = collapsed(head[open_parentheses:] if open_parentheses else head)
    if LAMBDA.search(text):
        return "lambda"
    if open_parentheses or inside == "data" or is_initialised(text):
        return "data"
    if NAMESPACE.search(text):
        return "namespace"
    if TYPE.search(text):
        return "type"
    if MEMBER_INITIALISERS.search(text):
        return "function" if text[-1] in ")}" else "data"
    ends_of_parameters = (match.end() for match in re.finditer(r"\)", text))
    return "function" if any(TAIL_OF_SIGNATURE.search(text[end:]) for end in ends_of_parameters) else "data"


def functions(code):
    """Those of the text, in its order. A function's lines are those from its first token to its brace."""
    found = []
    scopes = []  # kind, head, line of the head's first token, offsets of open parentheses
    head, first_line, parentheses = "", 0, []
    line = 1
    for character in without_texts(code):
        if character == "\n":
            line += 1
        if not head.strip():
            first_line, head, parentheses = line, "", []
        if character == "{":
            kind = kind_of(head, parentheses[-1] if parentheses else 0, scopes[-1][0] if scopes else "namespace")
            if kind == "lambda":  # what stands before it may be a long table
                kind, first_line = "function", line
            if scopes and scopes[-1][0] == "function":
                kind = "function"
            scopes.append((kind, head, first_line, parentheses))
            head, parentheses = "", []
        elif character == "}":
            if not scopes:
                raise UnbalancedBraces(f"line {line}: no brace is open here")
            kind, head, first_line, parentheses = scopes.pop()
            outermost = not scopes or scopes[-1][0] != "function"
            if kind == "function" and outermost:
                found.append(Function(" ".join(head.split()), first_line, line - first_line + 1))
            goes_on = kind == "data" or parentheses or is_initialised(collapsed(head))
            head = head + "{}" if goes_on else ""
        elif character == ";" and not parentheses:
            head = ""
        else:
            head += character
            if character == "(":
                parentheses = [*parentheses, len(head)]
            elif character == ")":
                parentheses = parentheses[:-1]
            elif character == ":" and re.fullmatch(r"\s*(public|private|protected)\s*:", head):
                head = ""
    if scopes:
        raise UnbalancedBraces(f"line {scopes[-1][2]}: the brace of '{scopes[-1][1].strip()}' stays open")
    return found
