"""A page of the site as a part of one large page: ids of its own, links as fragments, pictures as data."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from html import escape
from html.parser import HTMLParser
from urllib.parse import quote, unquote

from site_gen.values import dataclass

# What needs a script or a server, and what a page says to programs.
_OF_THE_SITE = ("site-menu", "my-link", "menu-button")
_DROPPED = frozenset(
    ["button", "fieldset", "form", "iframe", "input", "label", "noscript", "script", "select", "style",
     "template", "textarea"]
)  # fmt: skip
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_REFERENCES = frozenset(
    ["aria-controls", "aria-describedby", "aria-details", "aria-labelledby", "aria-owns", "for", "headers"]
)
_PICTURES = frozenset(["src", "srcset"])
_LINKS = frozenset(["href", "xlink:href"])
_LEFT_OUT = frozenset(["data-star", "download", "style"])
_HEADING = re.compile(r"h[1-5]")
_LANDMARKS = frozenset(["aside", "nav"])
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ID_IN_ATTRIBUTE = re.compile(r"url\(#([^)]+)\)")

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page is put into: the anchor of every page that is there too, by its route; the pictures
    as data, by their path; and where the site lives, for links that lead out of the file."""

    anchors: Mapping[str, str]
    picture: Callable[[str], str | None]
    base_url: str | None


@dataclass(slots=True)
class Parts:
    """What was found on a page. `main` is the content of that element; what is missing is empty."""

    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    classes: str = ""
    skip_link: list[str] = field(default_factory=list)
    masthead: list[str] = field(default_factory=list)
    main: list[str] = field(default_factory=list)


def parts_of(html: str, route: str, surroundings: Surroundings, *, is_first: bool) -> Parts:
    """Take a page apart. On all but the first one headings are a level lower, and nothing is a landmark."""
    reader = _Reader(route, surroundings, is_first)
    reader.feed(html)
    reader.close()
    return reader.parts


class _Reader(HTMLParser):
    """Copies what is kept of a page, tag by tag; what needs no change stays as it is written."""

    def __init__(self, route: str, surroundings: Surroundings, is_first: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.parts = Parts()
        self._route, self._into, self._is_first = route, surroundings, is_first
        self._anchor = surroundings.anchors[route]
        self._sink: list[str] | None = None
        self._end = ""
        self._in_title = False
        self._dropped: list[str] = []
        self._open: list[str] = []  # the names here of the elements that are being copied

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._dropped or self._is_dropped(tag, dict(attrs)):
            if tag not in _VOID:
                self._dropped.append(tag)
        elif self._sink is not None:
            self._sink.append(self._tag(tag, attrs, ">"))
        else:
            self._outside(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if self._sink is not None and not self._dropped and not self._is_dropped(tag, dict(attrs)):
            self._sink.append(self._tag(tag, attrs, "/>"))

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
        elif self._in_title:
            self._in_title = False
        elif self._sink is not None and self._open:
            self._sink.append(f"</{self._open.pop()}>")
        elif self._sink is not None and tag == self._end:
            self._sink.append("" if tag == "main" else f"</{tag}>")
            self._sink = None

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def _text(self, text: str) -> None:
        if self._dropped:
            return
        if self._in_title:
            self.parts.title += text
        elif self._sink is not None:
            self._sink.append(text)

    def _is_dropped(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        if self._sink is None:
            return False
        return tag in _DROPPED or "hidden" in attributes or attributes.get("class") in _OF_THE_SITE

    def _outside(self, tag: str, attrs: Attributes) -> None:
        """A tag where nothing is being copied: it may be the begin of what is."""
        attributes = {name: value or "" for name, value in attrs}
        classes = attributes.get("class", "")
        if tag == "html":
            self.parts.language = attributes.get("lang", "")
        elif tag == "title" and not self.parts.title:
            self._in_title = True
        elif tag == "meta" and attributes.get("name") == "description":
            self.parts.description = attributes.get("content", "")
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.parts.canonical = attributes.get("href", "")
        elif tag == "a" and classes == "skip-link":
            self._begin(tag, self.parts.skip_link, f'<a class="skip-link" href="{attributes["href"]}">')
        elif tag == "header" and classes == "masthead":
            self._begin(tag, self.parts.masthead, '<header class="masthead">')
        elif tag == "main":
            self.parts.classes = classes
            self._begin(tag, self.parts.main, "")

    def _begin(self, tag: str, sink: list[str], start: str) -> None:
        self._sink, self._end = sink, tag
        sink.append(start)

    def _tag(self, tag: str, attrs: Attributes, end: str) -> str:
        """A start tag as it is here."""
        name = self._name(tag)
        if tag not in _VOID and end == ">":
            self._open.append(name)
        changed = list(self._attributes(tag, attrs))
        if name == tag and changed == attrs:
            return self.get_starttag_text() or ""
        if name != tag and tag in _LANDMARKS:
            changed.append(("role", "group"))
        written = "".join(
            f" {key}" if value is None else f' {key}="{escape(value)}"' for key, value in changed
        )
        return f"<{name}{written}{end}"

    def _name(self, tag: str) -> str:
        """What an element is called here."""
        if self._is_first or self._sink is not self.parts.main:
            return tag
        if _HEADING.fullmatch(tag):
            return f"h{int(tag[1]) + 1}"
        return "div" if tag in _LANDMARKS else tag

    def _attributes(self, tag: str, attrs: Attributes) -> Iterator[tuple[str, str | None]]:
        for name, value in attrs:
            is_region = tag == "section" and name == "aria-labelledby"
            if name in _LEFT_OUT or (is_region and not self._is_first):
                continue
            written = self._value(name, value) if value else value
            if written or not value:
                yield name, written

    def _value(self, name: str, value: str) -> str:
        """The value of an attribute here; empty where it must go."""
        if name == "id":
            return self._id(value)
        if name in _REFERENCES:
            return " ".join(self._id(each) for each in value.split())
        if name in _PICTURES:
            return self._picture(value)
        if name in _LINKS:
            return self._link(value)
        return _ID_IN_ATTRIBUTE.sub(lambda found: f"url(#{self._id(found[1])})", value)

    def _id(self, value: str) -> str:
        return f"{self._anchor}:{value}"

    def _picture(self, value: str) -> str:
        """A picture as data, of several ones the first; what is not there is left out."""
        path = posixpath.normpath(posixpath.join(self._route, value.split()[0]))
        return self._into.picture(path) or "data:,"

    def _link(self, value: str) -> str:
        """Where a link leads from inside the file; empty where nowhere."""
        if _SCHEME.match(value):
            return value
        path, _, fragment = value.partition("#")
        path = path.partition("?")[0]  # in the file there is nothing to ask
        if not path:
            return f"#{quote(self._id(unquote(fragment)), safe='/:')}" if fragment else f"#{self._anchor}"
        route = posixpath.normpath(posixpath.join(self._route, path)).removeprefix(".")
        if path.endswith("/") and route:
            route += "/"
        anchor = self._into.anchors.get(route)
        if anchor:
            anchor += f":{unquote(fragment)}" if fragment else ""
            return f"#{quote(anchor, safe='/:')}"
        return f"{self._into.base_url}{route}{value[len(path) :]}" if self._into.base_url else ""
