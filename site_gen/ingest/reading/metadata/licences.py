"""Licences as documents tell them: ids of SPDX, addresses, and the long names of Creative Commons."""

from __future__ import annotations

import re

from site_gen.conference.scalars import read_licence
from site_gen.text import squeeze

# A word alone tells a licence only where it looks like an id: "acmcopyright" and "IEEE" do not.
_ID = re.compile(r"(?=.*\d)[A-Z][A-Z0-9.]*(?:-[A-Z0-9.]+)+|MIT|https?://\S+", re.IGNORECASE)
_END = (
    r"(?: (?:International|Unported|Generic|Universal))?(?: (?:Public )?Licen[cs]e)?(?: \([A-Z0-9 .-]*\))?\.?"
)
_ZERO = re.compile(rf"(?:CC0|(?:CC|Creative Commons) Zero)(?:[ -]v?1\.0)?{_END}", re.IGNORECASE)
_OF_CREATIVE_COMMONS = re.compile(
    rf"(?:CC|Creative Commons)(?P<terms>[A-Z -]*?)(?: \([A-Z -]*\))?[ -]v?(?P<version>\d\.\d){_END}",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?P<BY>BY|Attribution)|(?P<NC>NC|Non[ -]?Commercial)|(?P<SA>SA|Share[ -]?Alike)"
    r"|(?P<ND>ND|No[ -]?Deriv(?:ative)?s)|(?P<other>[A-Z]+)",
    re.IGNORECASE,
)


def licence_of(text: str) -> str | None:
    """The licence that a text names; None where it says something else of the copyright."""
    name = squeeze(text)
    try:
        return read_licence(name) if _ID.fullmatch(name) else _creative_commons(name)
    except ValueError:
        return _creative_commons(name)


def _creative_commons(name: str) -> str | None:
    """ "Creative Commons Attribution 4.0 International" and "CC BY 4.0" as CC-BY-4.0."""
    if _ZERO.fullmatch(name):
        return "CC0-1.0"
    found = _OF_CREATIVE_COMMONS.fullmatch(name)
    terms = [term.lastgroup or "" for term in _TERMS.finditer(found["terms"])] if found else []
    if found is None or not terms or "other" in terms:
        return None
    try:
        return read_licence("-".join(["CC", *terms, found["version"]]))
    except ValueError:
        return None
