"""Formulas that a source writes as MathML, or as MathML beside TeX → TeX between dollar signs."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

_MATH = re.compile(r"<(?P<prefix>(?:\w{1,8}:)?)math\b[^<>]*>.{0,4000}?</(?P=prefix)math\s*>", re.S)
_BOTH = re.compile(  # as JATS gives a formula twice
    r"<(?P<prefix>(?:jats:)?)alternatives>.{0,6000}?<(?P=prefix)tex-math[^<>]*>(?P<tex>.{0,4000}?)"
    r"</(?P=prefix)tex-math>.{0,6000}?</(?P=prefix)alternatives>",
    re.S,
)
_BODY = re.compile(r"\\begin\{document\}(.*?)\\end\{document\}", re.S)
_PREFIX = re.compile(r"(</?)\w{1,8}:")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]{2,30};")  # XML has none of HTML's others
_TAG = re.compile(r"<[^<>]*>")
_SCRIPTS = {"msub": "_", "msup": "^", "msubsup": "_^", "munder": "_", "mover": "^", "munderover": "_^"}


def with_tex_formulas(text: str) -> str:
    """A text whose formulas are TeX: "$n^{2}$"; one that is broken gives way to its characters."""
    if "math" not in text or "<" not in text:
        return text
    text = _BOTH.sub(lambda match: _between_dollars(match["tex"]), text)
    return _MATH.sub(_tex, text)


def _between_dollars(tex: str) -> str:
    body = _BODY.search(tex)
    return f"${(body[1] if body else tex).strip().strip('$').strip()}$"


def _tex(match: re.Match[str]) -> str:
    bare = _PREFIX.sub(r"\1", re.sub(r"\sxmlns(?::\w+)?=\"[^\"]*\"", "", match[0]))
    bare = _NAMED.sub(lambda entity: unescape(entity[0]), bare)
    try:
        return f"${_written(ElementTree.fromstring(bare)).strip()}$"
    except (ElementTree.ParseError, RecursionError):
        return " ".join(_TAG.sub("", match[0]).split())


def _written(node: ElementTree.Element) -> str:
    """What an element is in TeX; one that is not known gives way to what stands in it."""
    if node.tag == "annotation":
        return ""
    inside = [_written(child) for child in node]
    if (signs := _SCRIPTS.get(node.tag)) and len(inside) == len(signs) + 1:
        return inside[0] + "".join(f"{sign}{{{each}}}" for sign, each in zip(signs, inside[1:], strict=True))
    if node.tag == "mfrac" and len(inside) == 2:
        return rf"\frac{{{inside[0]}}}{{{inside[1]}}}"
    if node.tag == "msqrt":
        return rf"\sqrt{{{''.join(inside)}}}"
    return (node.text or "").strip() + "".join(inside)
