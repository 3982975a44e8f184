"""Pages of a static site generator as they lie in its folder: front matter above the text, tags of Liquid."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.ingest.records import Document

_FENCE = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 400_000  # characters of a front matter
_KEYED = re.compile(r"[\w\"' .-]{1,60}:(?:\s|$)|\s|[-#]|$")
_KEY = re.compile(r"\s*(?:-\s+)?[a-z][\w-]{0,40}:(?:\s|$)")
_TAGS = re.compile(r"^[ \t]*(?:\{%(?:[^%\n]|%(?!\}))*+%\}[ \t]*+)+$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^(#{1,6}[ \t][^{}\n]{1,300})\{[:#.][^{}\n]{0,100}\}[ \t]*$", re.MULTILINE)
_EXPRESSION = re.compile(r"(?<=\]\() ?[^()\s]{0,200}\{[{%<][^{}()\n]{0,200}\}[^()\s]{0,500}(?=\))")
_JSON = re.compile(r'\s*(?:\[\s*\{|\{)\s*"')
_ASSIGNED = re.compile(
    r"\s*(?:/\*(?:[^*]|\*(?!/))*\*/\s*)?(?:export\s+default\s+"
    r"|(?:(?:export\s+)?(?:var|let|const)\s+[\w$]+|(?:window|module|exports)\.[\w$]+)\s*=\s*)"
)
_FURTHER = re.compile(r"^(?:export\s+)?(?:var|let|const)\s+[\w$]+\s*=\s*(?=[\[{])", re.MULTILINE)
_LIST_OF_OBJECTS = re.compile(r"^[ \t]*-[ \t]+[\w\"' -]{1,40}:(?:\s|$)", re.MULTILINE)


def without_front_matter(document: Document) -> Document:
    """The text of such a page with its front matter as blank lines, so that every line keeps its number.

    Where the page has no text of its own, or the front matter lists objects, that is the document.
    """
    found = _FENCE.match(document.text[:_LONGEST])
    if found is None or not all(_KEYED.match(line) for line in found["yaml"].split("\n")):
        return document
    body = _TAGS.sub("", document.text[found.end() :])
    begin, end = found.span("yaml")
    if not body.strip() or _LIST_OF_OBJECTS.search(found["yaml"]):
        return replace(document, text=_blank(document.text[:begin]) + document.text[begin:end])
    return replace(document, text=_blank(document.text[: found.end()]) + body)


def without_attributes(document: Document) -> Document:
    """The text with headings without their attributes: "#### Wednesday, July 12 {#wed}"."""
    has_marks = any(mark in document.text for mark in ("{#", "{:", "{."))
    return replace(document, text=_ATTRIBUTES.sub(r"\1", document.text)) if has_marks else document


def without_assignment(document: Document) -> Document:
    """The JSON of a script that a page loads: "var schedule = [ … ];", each line with its number."""
    found = _ASSIGNED.match(document.text[:_LONGEST])
    if found is None or not _JSON.match(document.text[found.end() : found.end() + 200]):
        return document
    data = document.text[found.end() :].rstrip().removesuffix(";")
    return replace(document, text=_spaces(found) + _FURTHER.sub(_spaces, data))


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def with_whole_addresses(document: Document) -> Document:
    """The text with no blank in the address of a link: "[Owls]({{ site.baseurl }}/owls.pdf)"."""
    if "]({" not in document.text and "]( {" not in document.text:
        return document
    whole = _EXPRESSION.sub(lambda match: match[0].strip().replace(" ", "_"), document.text)
    return replace(document, text=whole)


def without_comments(document: Document) -> Document:
    """Markdown without its comments, "<!-- Zoom -->", each line with its number."""
    text = document.text
    if "<!--" not in text or text.lstrip()[:1] in ("<", "{", "[", "@"):
        return document
    kept: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += [text[at:begin], _blank(text[begin:end])]
        at = end + 3
    return replace(document, text="".join((*kept, text[at:])))


def has_objects(text: str) -> bool:
    """Whether a text is objects: of JSON, or of YAML, lines of keys and items of a list that begin so."""
    if _JSON.match(text):
        return True
    lines = [line for line in text[:_LONGEST].split("\n") if line.strip()]
    keyed = sum(_KEY.match(line) is not None for line in lines)
    return 2 * keyed > len(lines) and len(_LIST_OF_OBJECTS.findall(text[:_LONGEST])) > 1


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
