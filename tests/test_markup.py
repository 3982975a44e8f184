"""Texts from outside → safe HTML: the cases in `cases/markup/`, and what holds for any text whatever."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_gen.markup import BrokenLink, Heading, Prose, abstract, inline, plain, prose, safe_url
from site_gen.markup.abstracts import block_html
from site_gen.markup.literal import is_literal
from site_gen.markup.mathematics import formula_html

TESTS = Path(__file__).parent
ADDRESSES = {"call.md": "/2024/call/", "papers/x": "/2024/papers/x/", "map.png": "/2024/map.png"}


def _shown(page: Prose) -> str:
    """A page with its headings and broken links as lines below its HTML."""
    headings = [f"heading {heading.level} {heading.id}: {heading.text}" for heading in page.headings]
    broken = [f"broken line {link.line}: {link.target}" for link in page.broken]
    return "\n".join([str(page.html), *headings, *broken])


# A file of cases is named after its function.
FUNCTIONS: dict[str, Callable[[str], str]] = {
    "abstract": abstract,
    "inline": inline,
    "plain": plain,
    "prose": lambda text: _shown(prose(text, ADDRESSES.get)),
}


def _cases() -> Iterator[tuple[str, str, str, str]]:
    for name in FUNCTIONS:
        text = (TESTS / "cases" / "markup" / f"{name}.txt").read_text(encoding="utf-8")
        for case in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
            title, rest = case.split("\n", 1)
            given_text, expected = rest.split("\n=>\n", 1)
            yield name, title, given_text, expected.strip("\n")


@pytest.mark.parametrize(("name", "title", "text", "expected"), list(_cases()))
def test_case_comes_out_as_its_file_says(name: str, title: str, text: str, expected: str) -> None:
    assert FUNCTIONS[name](text) == expected, title


def test_a_page_tells_its_headings_and_broken_links() -> None:
    assert prose("# Venue\n\n[map](old.png)", ADDRESSES.get) == Prose(
        html=prose("## Venue\n\nmap", ADDRESSES.get).html,
        headings=(Heading(2, "venue", "Venue"),),
        broken=(BrokenLink("old.png", 3),),
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        (" https://example.org\n", "https://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../papers/x/", "../papers/x/"),
        ("/2022/", "/2022/"),
        ("#venue", "#venue"),
        ("papers/?q=a:b", "papers/?q=a:b"),
        ("https://例え.jp/", "https://例え.jp/"),
        ("", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\tjavascript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("/\\example.org", None),
        ("\\\\example.org", None),
        ("https:example.org", None),
        ("https:///example.org", None),
        ("mailto:", None),
        ("https://example.org/\u202egpj.exe", None),
        ("https://example.org/ x", None),
        ('https://example.org/"x', None),
        ("https://example.org/" + "x" * 2000, None),
    ],
)
def test_only_safe_targets_pass(url: str, expected: str | None) -> None:
    assert safe_url(url) == expected


def test_characters_that_turn_the_writing_are_dropped() -> None:
    text = "safe \u202excod.exe\u2066 \x00\x1b[1m &#x202e;end"
    assert abstract(text) == "<p>safe xcod.exe [1m end</p>"
    assert inline(text) == "<bdi>safe xcod.exe [1m end</bdi>"
    assert plain(text) == "safe xcod.exe [1m end"


def test_a_lone_surrogate_is_dropped() -> None:
    assert abstract("a\ud800b").encode() == b"<p>ab</p>"


@pytest.mark.parametrize(
    "text",
    ["[" * 20_001, "\\emph{" * 10_000, "*a " * 10_000, "$x$ " * 10_000],
    ids=["brackets", "commands", "emphasis", "formulas"],
)
def test_what_is_no_abstract_is_shown_as_typed(text: str) -> None:
    assert abstract(text) == f"<p>{text.strip()}</p>"
    assert inline(text) == plain(text) == text.strip()


def test_too_many_brackets_are_text() -> None:
    assert abstract(
        "[a](https://a.example) " * 201
    ) == f"<p>{('[a](https://a.example) ' * 201).strip()}</p>".replace(
        "https://a.example", '<a href="https://a.example" rel="nofollow">https://a.example</a>'
    )


def test_a_formula_beyond_any_line_is_shown_as_its_source() -> None:
    long, deep = "x+" * 600, "{" * 30 + "x" + "}" * 30
    assert formula_html(long, False) == f'<code class="tex">{long}</code>'
    assert formula_html(deep, False) == f'<code class="tex">{deep}</code>'


def test_a_page_of_too_many_lines_is_shown_as_typed() -> None:
    assert prose("# a\n" * 6000, ADDRESSES.get).headings == ()


def _real_texts() -> list[str]:
    sources = sorted((TESTS.parent / "content" / "sources").glob("*.txt"))
    lines = [line.strip() for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 200]


def test_the_short_way_gives_the_same_bytes_as_the_engine() -> None:
    literal = [text for text in _real_texts() if is_literal(text)]
    assert len(literal) > 60
    assert [str(abstract(text)) for text in literal] == [block_html(text) for text in literal]


def test_paragraphs_go_the_short_way_too() -> None:
    text = (
        "  Fast & \"cheap\" (14%): x < 3; 5 > 4.\n\n \n\t\nIt's 'so', e.g. a-b + c = d | {e} [f] #1 @g ^h!\n"
    )
    text = text.replace("\t", "")
    assert is_literal(text)
    assert abstract(text) == block_html(text)


SIGNS = [
    *(
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "`",
        "``",
        "''",
        "*",
        "**",
        "_",
        "[",
        "](",
        ")",
        "<",
        ">",
        "&",
        "\n",
    ),
    *(
        "\n\n",
        "- ",
        "1. ",
        "# ",
        "> ",
        "|",
        "---",
        "~",
        "~~~",
        "```",
        "\\",
        "{",
        "}",
        '"',
        "'",
        "=",
        ":",
        "![",
    ),
    *(
        "\\emph{",
        "\\href{",
        "\\url{",
        "\\texttt{",
        "{\\em ",
        "\\'",
        '\\"',
        "\\text{",
        "\\frac",
        "\\sqrt",
        "^",
        "%",
    ),
    *(
        "https://",
        "javascript:",
        "//",
        "data:",
        "<script>",
        "</math>",
        "<img src=x onerror=y>",
        "&lt;",
        "&#x202e;",
    ),
    *(
        "\u202e",
        "\x00",
        "\\begin{align}",
        "\\end{align}",
        "\\style{color:red}",
        "\\class{a}",
        "\\left(",
        "\\unicode{x",
    ),
    *("\\color{red}", "\\mathbb{", "\\rule{9em}{9em}", "<!--", "]]>", "\u2028", "a", "b", "1", " "),
]
HOSTILE = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=30).map("".join)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


MATHEMATICS = _names(
    "math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover "
    "munderover mtable mtr mtd mstyle mpadded mphantom"
)
INLINE = _names("em strong code sup sub bdi") | MATHEMATICS
ABSTRACT = _names("p ul ol li a") | INLINE
PROSE = ABSTRACT | _names("h2 h3 h4 h5 h6 blockquote hr br pre img table thead tbody tr th td dl dt dd")
# What an attribute of this element may say.
ATTRIBUTES = {
    ("a", "href"): "https?://.+|mailto:.+|[/#].*",
    ("a", "rel"): "nofollow",
    ("code", "class"): "tex|language-[A-Za-z0-9+#-]+",
    ("pre", "tabindex"): "0",
    ("img", "src"): "/.*",
    ("img", "alt"): "(?s).*",
    ("img", "loading"): "lazy",
    ("ol", "start"): "[0-9]+",
    ("th", "scope"): "col",
    ("th", "class"): "align-(left|center|right)",
    ("td", "class"): "align-(left|center|right)",
    ("annotation", "encoding"): "application/x-tex",
    ("math", "display"): "block",
    ("mi", "mathvariant"): "normal",
    ("mfrac", "linethickness"): "0",
    ("mstyle", "scriptlevel"): "[0-2]",
    **{(f"h{level}", "id"): "[a-z0-9-]+" for level in range(2, 7)},
    **{(element, "displaystyle"): "true|false" for element in ("mstyle", "mtable")},
    **{("mo", name): "true|false" for name in ("stretchy", "fence", "separator", "largeop", "movablelimits")},
    ("mo", "form"): "prefix|infix|postfix",
    **{
        (element, name): r"[+-]?\d?(\.\d+)?(em|ex|px|pt)"
        for element in ("mo", "mspace", "mpadded")
        for name in ("width", "height", "depth", "lspace", "rspace", "minsize", "maxsize", "voffset")
    },
}


def _parsed(html: str) -> LexborNode:
    body = LexborHTMLParser(f"<main>{html}</main>").css_first("main")
    assert body is not None
    return body


def _unknown_elements(html: str, elements: frozenset[str]) -> list[str]:
    """The elements and attributes of some HTML that are on no list."""
    found = []
    for node in list(_parsed(html).traverse())[1:]:
        if node.tag not in elements:
            found.append(str(node.tag))
        for name, value in node.attributes.items():
            if not re.fullmatch(ATTRIBUTES.get((str(node.tag), name), "(?!)"), value or ""):
                found.append(f"{node.tag} {name}={value}")
    return found


@given(HOSTILE)
def test_nothing_comes_out_that_is_not_on_the_lists(text: str) -> None:
    assert _unknown_elements(abstract(text), ABSTRACT) == []
    assert _unknown_elements(inline(text), INLINE) == []
    assert _unknown_elements(prose(text, lambda target: f"/{target}").html, PROSE) == []


@given(HOSTILE)
@example("$\\\r$")
def test_no_control_or_direction_character_comes_out(text: str) -> None:
    page = prose(text, lambda _target: None)
    for result in (abstract(text), inline(text), plain(text), page.html, *(h.text for h in page.headings)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", result)
    assert "\n" not in plain(text)


PLAIN = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd"]) | st.sampled_from(" .,;:()!?%/+=-"), max_size=80
)


def _letters(text: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFC", text) if character.isalnum())


@given(PLAIN.map("x".__add__))
def test_every_letter_and_digit_of_a_plain_text_is_kept(text: str) -> None:
    html = (abstract(text), inline(text), prose(text, lambda _target: None).html)
    shown = [_parsed(part).text() for part in html]
    assert [_letters(part) for part in (*shown, plain(text))] == [_letters(text)] * 4
