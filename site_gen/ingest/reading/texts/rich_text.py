"""Texts in which a source has HTML or JATS tags → paragraphs in plain Markdown, without any tag."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from site_gen.ingest.reading.texts.mathml import with_tex_formulas

_TAG = re.compile(
    r"</?(?:jats:)?(?:p|br|div|span|a|em|i|b|u|strong|ul|ol|li|h[1-6]|blockquote|pre|code|sub|sup|sc|tt|table"
    r"|tr|td|th|tbody|thead|hr|img|small|font|section|sec|title|italic|bold|list|list-item|figure|iframe"
    r"|inline-formula|ref|script|style)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BLOCKS = frozenset(
    ["p", "div", "ul", "ol", "blockquote", "pre", "table", "section", "sec", "title", "figure", "hr", "list",
     *(f"h{level}" for level in range(1, 7))]
)  # fmt: skip
_EMPHASIS = {
    "em": "*",
    "i": "*",
    "italic": "*",
    "strong": "**",
    "b": "**",
    "bold": "**",
    "code": "`",
    "tt": "`",
}
_UNSHOWN = frozenset(["script", "style", "template"])
_RAISED = re.compile(r"<(su[bp])>(\d{1,9})</\1>", re.IGNORECASE)
_DIGITS = {
    "sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
# A mark of emphasis while the text is written: which of them close in their paragraph is known at its end.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(rf"{_OPEN}(?P<mark>\*{{1,2}}|`)(?P<text>[^{_OPEN}{_CLOSE}]*+){_CLOSE}(?P=mark)")
_UNMATCHED = re.compile(rf"[{_OPEN}{_CLOSE}](?:\*{{1,2}}|`)")
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")


def is_rich(text: str) -> bool:
    """Whether a text holds tags: angle brackets alone are none ("n < m > k")."""
    return "<" in text and _TAG.search(text) is not None


def without_tags(text: str) -> str:
    """A text on one line without tags and entities ("GNNs &amp; <i>trees</i>"); formulas are TeX."""
    text = with_tex_formulas(text)
    if is_rich(text):
        text = _TAG.sub("", _raised(text))
    return unescape(text) if _ENTITY.search(text) else text


def markdown_of(text: str) -> str:
    """A running text without tags: paragraphs, lists, emphasis and links as Markdown writes them."""
    text = with_tex_formulas(text)
    if not is_rich(text):
        return unescape(text) if _ENTITY.search(text) else text
    reader = _Reader()
    reader.feed(_raised(text))
    reader.close()
    return reader.markdown


def raised_number(tag: str, text: str) -> str:
    """A number that stands high or low, in characters of their own: the "2" of "n²"."""
    return text.translate(_DIGITS[tag.lower()]) if text.isdecimal() else text


def _raised(text: str) -> str:
    return _RAISED.sub(lambda match: raised_number(match[1], match[2]), text)


def _emphasised(block: str) -> str:
    """A paragraph with the marks of emphasis that end in it; what goes on in others has none there."""
    while _OPEN in block and (bare := _MARKED.sub(r"\g<mark>\g<text>\g<mark>", block)) != block:
        block = bare
    return _UNMATCHED.sub("", block)


class _Reader(HTMLParser):
    """Writes what it meets as Markdown; what it does not know gives way to its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._links: list[tuple[int, str]] = []  # where each open link began, and its address
        self._is_opened = False  # whether the last part opens an emphasis
        self._unshown = 0

    @property
    def markdown(self) -> str:
        """What was written so far: paragraphs parted by blank lines."""
        blocks = _PARAGRAPHS.split("".join(self._parts).strip())
        bare = (_emphasised(block).strip() for block in blocks)
        return "\n\n".join(block for block in bare if block)

    @property
    def _is_at_item(self) -> bool:
        """Whether an item of a list was begun, and nothing of it is written yet."""
        return "".join(self._parts[-3:]).rstrip(" ").endswith("\n-")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.removeprefix("jats:")
        self._unshown += tag in _UNSHOWN
        if tag in _BLOCKS:
            self._parts.append("" if self._is_at_item else "\n\n")
        elif tag == "br":
            self._parts.append("\n")
        elif tag in ("li", "list-item"):
            self._parts.append("\n\n- ")
        elif tag in _EMPHASIS:
            self._parts.append(f"{_OPEN}{_EMPHASIS[tag]}")
            self._is_opened = True
            return
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag.removeprefix("jats:") not in _EMPHASIS and tag not in _UNSHOWN and tag != "a":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.removeprefix("jats:")
        self._unshown -= tag in _UNSHOWN and self._unshown > 0
        if tag in _BLOCKS:
            self._parts.append("\n\n")
        elif tag in _EMPHASIS:
            self._close_emphasis(_EMPHASIS[tag])
        elif tag == "a" and self._links:
            self._close_link(*self._links.pop())

    def handle_data(self, data: str) -> None:
        if self._unshown:
            return
        text = re.sub(r"\s+", " ", data)
        if self._is_opened and text.startswith(" "):  # a mark stands at its word
            self._parts.insert(-1, " ")
            text = text[1:]
        self._is_opened = False
        self._parts.append(text)

    def _close_emphasis(self, mark: str) -> None:
        """Set the closing mark at the end of the last word; emphasis of nothing is none."""
        if self._parts[-1:] == [f"{_OPEN}{mark}"]:
            self._parts.pop()
            return
        last = self._parts[-1] if self._parts else ""
        bare = last.rstrip()
        self._parts[-1:] = [bare, f"{_CLOSE}{mark}", last[len(bare) :]]

    def _open_link(self, address: str) -> None:
        is_safe = re.fullmatch(r"https?://[^\s<>()\[\]\"'`\\]+", address) is not None
        self._links.append((len(self._parts), address if is_safe else ""))

    def _close_link(self, start: int, address: str) -> None:
        """Finish a link: its text and its address, as calendars and other plain texts can show them too."""
        if not address:
            return
        shown = "".join(self._parts[start:]).strip()
        is_bare = not shown or shown.removesuffix("/") == address.removesuffix("/")
        self._parts[start:] = [address if is_bare else f"{shown} ({address})"]
