"""The organisers' Markdown pages → HTML with anchors, and with every link settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import escape

# 50 ms to import: this module is itself imported late, for the first page.
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.deflist import deflist_plugin

from site_gen.markup.characters import clean
from site_gen.markup.engine import Environment, RendererHTML, Tokens, restrain, text_of
from site_gen.markup.literal import paragraphs
from site_gen.markup.prose_parts import Address, BrokenLink, Heading, Larger, Measure, Prose
from site_gen.markup.urls import has_scheme, safe_url
from site_gen.text import slug

# A page beyond these is shown as it was typed: the engine would need seconds for a hostile one.
_LONGEST = 200_000
_MOST_LINES = 5_000
_MOST_BARS = 5_000

_LANGUAGE = re.compile(r"[A-Za-z0-9+#-]{1,30}")


def page_of(markdown: str, resolve: Address, measure: Measure, larger: Larger) -> Prose:
    """The page that a text in Markdown makes."""
    if len(markdown) > _LONGEST or markdown.count("\n") > _MOST_LINES:
        return Prose(Markup(paragraphs(markdown)), (), ())
    tokens = engine().parse(markdown, {})
    headings = _settle_headings(tokens)
    address = _address(resolve, frozenset(heading.id for heading in headings))
    broken = [link for token in tokens if token.type == "inline" for link in _settle_links(token, address)]
    for token in tokens:
        _settle_block(token)
        _measure_images(token, measure, larger)
    html = engine().renderer.render(tokens, engine().options, {})
    # Lines that are too long scroll, by keyboard too. What an author wrote has no elements of its own.
    html = html.replace("<pre><code", '<pre tabindex="0"><code')
    return Prose(Markup(clean(html).rstrip("\n")), headings, tuple(broken))


@cache
def engine() -> MarkdownIt:
    """The engine for pages: CommonMark without HTML, with tables, definition lists and formulas."""
    made = restrain(MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table"))
    made.disable(("html_block", "html_inline"))
    made.use(deflist_plugin)
    made.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    made.validateLink = _is_any_link  # type: ignore[assignment, method-assign]  # judged later, to be told if it is unsafe
    made.add_render_rule("image", _image)
    return made


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The engine's rule for tables, up to a number of cells that somebody can have typed."""
    return _bars(state.src) <= _MOST_BARS and table(state, start, end, silent)


@lru_cache(maxsize=2)
def _bars(markdown: str) -> int:
    return markdown.count("|")


def _is_any_link(_url: str) -> bool:
    return True


def _settle_headings(tokens: Tokens) -> tuple[Heading, ...]:
    """Give each heading its anchor, and the level that its depth in the outline has below the page's h1."""
    headings: list[Heading] = []
    anchors: dict[str, int] = {}
    above: list[str] = []
    for opening, content, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type != "heading_open":
            continue
        while above and above[-1] >= opening.tag:
            above.pop()
        above.append(opening.tag)
        text = " ".join(clean(text_of(content.children or [])).split())
        heading = Heading(min(len(above) + 1, 6), _unused(slug(text) or "section", anchors), text)
        opening.tag = closing.tag = f"h{heading.level}"
        opening.attrs = {"id": heading.id}
        headings.append(heading)
    return tuple(headings)


def _unused(anchor: str, uses: dict[str, int]) -> str:
    """The anchor, or with the first number that makes it unique; counted in `uses`."""
    candidate = anchor
    while candidate in uses:
        uses[anchor] += 1
        candidate = f"{anchor}-{uses[anchor]}"
    uses[candidate] = 1
    return candidate


def _address(resolve: Address, anchors: frozenset[str]) -> Address:
    def address(target: str) -> str | None:
        if has_scheme(target):
            return safe_url(target)
        if target.startswith("#"):
            return target if target[1:] in anchors else None
        if not target or target.startswith(("//", "\\")):
            return None
        found = resolve(target)
        return None if found is None else safe_url(found)

    return address


def _settle_links(block: Token, address: Address) -> Iterator[BrokenLink]:
    """Put addresses in place of targets; a link without one loses its element and is told."""
    line = block.map[0] + 1 if block.map else 0
    opened: list[Token] = []
    for token in block.children or []:
        if token.type in ("softbreak", "hardbreak"):
            line += 1
        elif token.type == "link_open":
            opened.append(token)
            yield from _settle(token, "href", address, line)
        elif token.type == "link_close":
            token.hidden = opened.pop().hidden
        elif token.type == "image":
            yield from _settle(token, "src", address, line)
            token.meta["linked"] = bool(opened)


def _settle(token: Token, name: str, address: Address, line: int) -> Iterator[BrokenLink]:
    target = str(token.attrs[name])
    found = address(target)
    token.attrs = {name: found or ""}
    token.hidden = found is None
    if found is None:
        yield BrokenLink(target, line)


def _settle_block(token: Token) -> None:
    if token.type in ("th_open", "td_open"):
        alignment = str(token.attrs.get("style", "")).removeprefix("text-align:")
        scope = {"scope": "col"} if token.tag == "th" else {}
        # A class, for no page has styles in its HTML.
        token.attrs = {**scope, **({"class": f"align-{alignment}"} if alignment else {})}
    elif token.type == "fence":
        language = _LANGUAGE.match(token.info.strip())
        token.info = language[0] if language else ""


def _measure_images(block: Token, measure: Measure, larger: Larger) -> None:
    for token in block.children or []:
        if token.type == "image" and (size := measure(str(token.attrs["src"]))):
            dense = larger(str(token.attrs["src"]))
            srcset = f' srcset="{escape(dense)}"' if dense else ""
            token.meta["size"] = f'{srcset} width="{size[0]}" height="{size[1]}"'


def _image(
    _renderer: RendererHTML, tokens: Tokens, index: int, _options: object, _environment: Environment
) -> str:
    """An image of this site; one from elsewhere is a link, for no page loads from other hosts."""
    token = tokens[index]
    source, text = escape(str(token.attrs["src"])), escape(text_of(token.children or []))
    if token.hidden or (token.meta["linked"] and has_scheme(source)):
        return text
    if has_scheme(source):
        return f'<a href="{source}">{text or source}</a>'
    return f'<img src="{source}" alt="{text}"{token.meta.get("size", "")} loading="lazy">'
