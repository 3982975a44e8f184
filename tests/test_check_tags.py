"""The tags of a page as a check reads them: those that the standard library's parser finds."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.check.tags import tags

Read = list[tuple[str, list[tuple[str, str]]]]


def read(html: str) -> Read:
    return [(tag.name, tag.attributes()) for tag in tags(html) if not tag.closes]


class Parser(HTMLParser):
    """What the standard library reads."""

    def __init__(self) -> None:
        super().__init__()
        self.read: Read = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.append((tag, [(name, value or "") for name, value in attrs]))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>", [("p", [])]),
        ("<P Class='a b' hidden>", [("p", [("class", "a b"), ("hidden", "")])]),
        ('<a href="x?a=1&amp;b=2" title="a > b">', [("a", [("href", "x?a=1&b=2"), ("title", "a > b")])]),
        ('<a href=x/y title=a"b>', [("a", [("href", "x/y"), ("title", 'a"b')])]),
        ("<br/><img src='a'/>", [("br", []), ("img", [("src", "a")])]),
        ("<a\nhref = 'x'\n>", [("a", [("href", "x")])]),
        ("a < b <5> <!-- <p> --> <!doctype html> <i>", [("i", [])]),
        ("<script>'<p>'</script><style>/*<p>*/</style><b>", [("script", []), ("style", []), ("b", [])]),
        ("<title>1 < 2 <p></title><h1>", [("title", []), ("h1", [])]),
        ("<p <a href='x'", []),
    ],
)
def test_tags_are_found_with_their_attributes(html: str, expected: Read) -> None:
    assert read(html) == expected


def test_text_of_its_own_and_the_end_of_templates_come_with_their_place() -> None:
    html = "<title>A &amp; B</title><script>a &amp;</script><template></template></p>"
    assert [(tag.name, tag.closes, tag.text, tag.start) for tag in tags(html)] == [
        ("title", False, "A & B", 0),
        ("script", False, "a &amp;", 24),
        ("template", False, "", 48),
        ("template", True, "", 58),
    ]


def test_what_never_ends_takes_no_longer_than_it_is_long() -> None:
    for part in ("<a ", "<a b=", '<a b="', "<!--", "<a b='c' ", "<script>", "</", "<a\n/"):
        read(part * 20_000)


WORDS = st.text("ab1-é", min_size=1, max_size=3).filter(lambda word: word[0] in "ab")
VALUES = st.text("ab &;<>/= ", max_size=6)
ATTRIBUTES = st.lists(st.tuples(WORDS, VALUES, st.sampled_from("\"'")), max_size=3)


@given(st.lists(st.tuples(WORDS, ATTRIBUTES, VALUES.map(lambda text: text.replace("<", ""))), max_size=4))
def test_a_page_is_read_as_the_standard_library_reads_it(
    parts: list[tuple[str, list[tuple[str, str, str]], str]],
) -> None:
    html = ""
    for name, attributes, text in parts:
        written = "".join(f" {key}={quote}{value}{quote}" for key, value, quote in attributes)
        html += f"<{name}{written}>{text}</{name}>"
    parser = Parser()
    parser.feed(html)
    parser.close()
    assert read(html) == parser.read
