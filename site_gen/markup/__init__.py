"""Texts from outside → safe HTML: abstracts and titles of papers, and the organisers' Markdown pages.

Whatever goes in, only the elements of a short list come out; nothing loads from elsewhere and nothing runs.
"""

from __future__ import annotations

from markupsafe import Markup

from site_gen.markup.characters import clean, turns_direction
from site_gen.markup.literal import escaped, is_literal, is_literal_line, paragraphs, parted
from site_gen.markup.prose_parts import Address, BrokenLink, Heading, Larger, Measure, Prose
from site_gen.markup.text_cache import TEXT_CACHE
from site_gen.markup.urls import safe_url
from site_gen.text import squeeze

__all__ = ["TEXT_CACHE", "BrokenLink", "Heading", "Prose", "abstract", "inline", "plain", "prose", "safe_url"]

# More than this is no abstract; the engine would need seconds for a hostile one.
_LONGEST_ABSTRACT = 20_000


def _no_size(_address: str) -> None:
    """Of no picture is the size known."""


def _no_larger(_address: str) -> str:
    """There is no picture for denser screens."""
    return ""


def abstract(text: str) -> Markup:
    """An abstract as blocks of HTML; empty for a text of spaces.

    Paragraphs are parted by a blank line; a single line end is a space. Markdown emphasis, code, lists and
    links are read, and so are mathematics and the TeX commands of running text.
    """
    text = clean(text)
    if len(text) > _LONGEST_ABSTRACT or is_literal(text):
        return Markup(paragraphs(text))
    return Markup(clean(TEXT_CACHE.made("block", text, _engine_blocks)))


def inline(text: str) -> Markup:
    """A title as inline HTML, with emphasis, code, mathematics and TeX commands; no links, no blocks.

    Characters that turn the writing direction are dropped, and what held them is isolated by `<bdi>`.
    """
    html = _inline_html(squeeze(clean(text)))
    shown = clean(html)
    return Markup(f"<bdi>{shown}</bdi>" if turns_direction(text) or turns_direction(html) else shown)


def plain(text: str) -> str:
    """The same text on one line for window titles, descriptions and feeds: "saves 14\\%" → "saves 14%".

    No markup reaches from one paragraph into the next.
    """
    return " ".join(filter(None, map(_plain_line, parted(clean(text)))))


def prose(markdown: str, resolve: Address, measure: Measure = _no_size, larger: Larger = _no_larger) -> Prose:
    """A page of the organisers as HTML below the page's own h1.

    Headings get the level of their depth in the outline: the first is h2, none is skipped. `resolve` turns a
    target without scheme ("call.md", "papers/x") into its address, None where there is none; a link that
    then has no address, or an unsafe one, is shown as its text and listed in `broken`. An image from
    elsewhere becomes a link; of one by its address `measure` tells width and height, where they are known,
    and `larger` the same for denser screens as `srcset` takes it, else "".
    """
    # Late for the same reason as below.
    from site_gen.markup.pages import page_of

    return page_of(clean(markdown), resolve, measure, larger)


def _plain_line(paragraph: str) -> str:
    line = squeeze(paragraph)
    if len(line) > _LONGEST_ABSTRACT or is_literal_line(line):
        return line
    return squeeze(clean(TEXT_CACHE.made("plain", line, _engine_text)))


def _inline_html(line: str) -> str:
    if len(line) > _LONGEST_ABSTRACT or is_literal_line(line):
        return escaped(line)
    return TEXT_CACHE.made("inline", line, _engine_html)


def _engine_blocks(text: str) -> str:
    # 50 ms to import, and a conference without TeX in its abstracts does not need it.
    from site_gen.markup.abstracts import block_html

    return block_html(text)


def _engine_html(line: str) -> str:
    # Late for the same reason as above.
    from site_gen.markup.abstracts import inline_html

    return inline_html(line)


def _engine_text(line: str) -> str:
    # Late for the same reason as above.
    from site_gen.markup.abstracts import inline_text

    return inline_text(line)
