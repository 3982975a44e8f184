"""A formula in TeX → MathML, built from an allow-list; what cannot be shown so is shown as its source."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from site_gen.markup.characters import clean
from site_gen.markup.formulas import escaped_once

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1000
_DEEPEST = 20

_ANY = -1
# Every element that may be published, with the number of its children.
ELEMENTS = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext", "mspace"), 0),
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
    **dict.fromkeys(("mrow", "msqrt", "mstyle", "mpadded", "mphantom", "mtable", "mtr", "mtd"), _ANY),
}
_TOKENS = frozenset(["mi", "mn", "mo", "mtext"])
_FLAG = re.compile("true|false")
_LENGTH = re.compile(r"[+-]?(?:\d|\d?\.\d{1,4})(?:em|ex|px|pt)")
_ATTRIBUTES = {
    **dict.fromkeys(("stretchy", "fence", "separator", "largeop", "movablelimits", "displaystyle"), _FLAG),
    **dict.fromkeys(
        ("width", "height", "depth", "lspace", "rspace", "minsize", "maxsize", "voffset"), _LENGTH
    ),
    "form": re.compile("prefix|infix|postfix"),
    "scriptlevel": re.compile("[0-2]"),
    "linethickness": re.compile("0"),
}
_ATTRIBUTES_OF = {
    "mo": frozenset(
        (
            *("stretchy", "fence", "separator", "largeop", "movablelimits", "form"),
            *("lspace", "rspace", "minsize", "maxsize"),
        )
    ),
    "mspace": frozenset(["width", "height", "depth"]),
    "mpadded": frozenset(["width", "height", "depth", "lspace", "voffset"]),
    "mstyle": frozenset(["displaystyle", "scriptlevel"]),
    "mtable": frozenset(["displaystyle"]),
    "mfrac": frozenset(["linethickness"]),
}
# A text inside a formula keeps its style by the HTML element that browsers have for it.
_TEXT_STYLES = {"italic": "em", "bold": "strong", "monospace": "code"}

_REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
# Macros can double themselves a hundred times over.
_MACROS = re.compile(
    r"\\(?:def|let|newcommand|renewcommand|providecommand|DeclareMathOperator|require)(?![A-Za-z])"
)
# They set spaces around their argument, which the converter cannot keep.
_CLASSES = re.compile(r"\\(?:math(?:op|bin|rel|ord|open|close|inner)|boxed|ensuremath)(?=\{)")


class _NotShown(Exception):
    """The formula holds something that is not on the lists."""


@lru_cache(maxsize=4096)
def formula_html(tex: str, display: bool) -> str:
    """The formula as MathML with its source as annotation, or its source alone as `<code class="tex">`."""
    return _mathml(tex, display) or source_html(tex)


def source_html(tex: str) -> str:
    """The TeX source of a formula, to be read as it is."""
    return f'<code class="tex">{escape(tex)}</code>'


def _mathml(tex: str, display: bool) -> str:
    if len(tex) > _LONGEST or _depth(tex) > _DEEPEST or _MACROS.search(tex):
        return ""
    # 50 ms to import, and most builds have no new formula.
    from latex2mathml.converter import convert_to_element

    try:
        converted = convert_to_element(_repaired(tex), display="block" if display else "inline")
        math = Element("math", {"display": "block"} if display else {})
        semantics = SubElement(math, "semantics")
        semantics.append(_allowed(converted[0]))
        SubElement(semantics, "annotation", {"encoding": "application/x-tex"}).text = tex
        return tostring(math, encoding="unicode", short_empty_elements=False)
    except Exception:
        # The converter meets bad TeX with a dozen kinds of error; whatever it was, the source is shown.
        return ""


def _repaired(tex: str) -> str:
    """What authors type and TeX, or the converter, would misread."""
    tex = tex.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    tex = re.sub(r"\\(?:begin|end)\{equation\*?\}", "", tex)
    # Without the star the converter would number the lines, and begin again with every formula.
    tex = re.sub(r"(\\(?:begin|end))\{(?:align|gather|multline|eqnarray)\*?\}", r"\1{align*}", tex)
    tex = _CLASSES.sub("", escaped_once(tex)).replace("\\textsc", "\\text")
    tex = re.sub(r"(?<!\\)%", r"\\%", tex)  # a percentage; nobody comments an abstract
    return re.sub(r"\\text[a-z]*\{\s*(\\(?:text[a-z]*|emph)\{[^{}]*\})\s*\}", r"\1", tex)


def _depth(tex: str) -> int:
    deepest = depth = 0
    for sign in re.findall(r"\\.|[{}]", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    return deepest


def _allowed(element: Element) -> Element:
    """A copy with listed elements, listed attributes and readable text; _NotShown for anything else."""
    count = ELEMENTS.get(element.tag)
    if count is None or count not in (_ANY, len(element)):
        raise _NotShown(element.tag)
    copy = Element(element.tag, dict(_attributes(element)))
    if element.tag in _TOKENS:
        _set_text(copy, _text(element), element.get("mathvariant", ""))
    elif element.text:
        raise _NotShown(element.text)
    copy.extend([_allowed(child) for child in element])
    return copy


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    listed = _ATTRIBUTES_OF.get(element.tag, frozenset())
    for name, value in element.items():
        if name in listed and _ATTRIBUTES[name].fullmatch(value):
            yield name, value
    if element.tag == "mi" and element.get("mathvariant") == "normal":
        yield "mathvariant", "normal"


def _text(element: Element) -> str:
    text = _REFERENCE.sub(lambda match: chr(int(match[1], 16)), element.text or "")
    if element.tag == "mtext":
        text = re.sub(r"\\([%&#$_{} ])", r"\1", text)
    if "\\" in text and text != "\\":
        raise _NotShown(text)  # a command that the converter did not know
    if clean(text) != text:
        raise _NotShown(text)
    return "‾" if text == "―" else text


def _set_text(element: Element, text: str, variant: str) -> None:
    if element.tag == "mtext" and variant in _TEXT_STYLES:
        SubElement(element, _TEXT_STYLES[variant]).text = text
    elif variant in ("", "normal", "italic"):
        element.text = text
    else:
        element.text = "".join(_styled(character, variant.replace("-", " ").upper()) for character in text)


@cache
def _styled(character: str, style: str) -> str:
    """The letter of a mathematical alphabet, as browsers no longer make it from an attribute."""
    style = style.replace("DOUBLE STRUCK", "DOUBLE-STRUCK").replace("SANS SERIF", "SANS-SERIF")
    name = (
        unicodedata.name(character, "").replace(" LETTER", "").removeprefix("LATIN ").removeprefix("GREEK ")
    )
    black_letter = style.replace("FRAKTUR", "BLACK-LETTER")
    for candidate in (f"MATHEMATICAL {style} {name}", f"{style} {name}", f"{black_letter} {name}"):
        try:
            return unicodedata.lookup(candidate)
        except KeyError:
            continue
    return character
