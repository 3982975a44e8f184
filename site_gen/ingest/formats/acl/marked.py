"""Texts of the anthology's XML, and where it keeps its files."""

from __future__ import annotations

import re

from site_gen.ingest.reading.objects.placed_xml import XmlElement
from site_gen.text import squeeze

_DOLLARS = re.compile(r"\$([^$]+)\$")  # some have them inside the element too
ANTHOLOGY = "https://aclanthology.org"


def markdown(element: XmlElement) -> str:
    """The text of an element and all in it: formulas between dollars, the rest as it stands."""
    written = "".join(part if isinstance(part, str) else markdown(part) for part in element.parts)
    if element.name != "tex-math" or not written.strip():
        return written
    inside = _DOLLARS.fullmatch(written.strip())
    return f"${inside[1].strip() if inside else written.strip()}$"


def text_of(element: XmlElement, name: str) -> str:
    """The text of an element inside another one; empty where there is none."""
    found = element.first(name)
    return squeeze(markdown(found)) if found else ""


def called(author: XmlElement) -> str:
    """The id that tells a person apart; empty where the anthology does not."""
    return author.attributes.get("id", "").strip()


def in_own_script(variant: XmlElement) -> str:
    """A name in its own script: Han and Hangul put the family name first, without a space."""
    first, last = text_of(variant, "first"), text_of(variant, "last")
    if variant.attributes.get("script") in ("hani", "hans", "hant", "kore", "hang", "jpan"):
        return f"{last}{first}"
    return f"{first} {last}".strip()


def file_address(name: str) -> str:
    """Where a file is: what is no address is its name in the anthology."""
    return name if "://" in name else f"{ANTHOLOGY}/{name}.pdf"
