"""Licences as links: what people call them, and where their text is."""

from __future__ import annotations

import re

from site_gen.cards.parts import OutLink

_ADDRESS_OF_CC = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/(?P<terms>[a-z-]+)|publicdomain/zero)/(?P<version>[0-9.]+)"
    r"(?:/.*)?"
)
_ID_OF_CC = re.compile(r"CC(?P<zero>0)?-(?:(?P<terms>[A-Z-]+)-)?(?P<version>[0-9.]+)(?:-(?P<port>[A-Z-]+))?")


def licence_link(licence: str) -> OutLink:
    """A licence, which is an id of SPDX or an address, as a link: "CC BY 4.0"."""
    if "://" in licence:
        return OutLink("licence", _name_of_address(licence), licence)
    found = _ID_OF_CC.fullmatch(licence)
    if found is None:
        return OutLink("licence", licence, f"https://spdx.org/licenses/{licence}.html")
    zero, terms, version, port = found.group("zero", "terms", "version", "port")
    path = "publicdomain/zero" if zero else f"licenses/{terms.lower()}"
    ending = f"{port.lower()}/" if port else ""
    name = " ".join(part for part in (_name(terms), version, port) if part)
    return OutLink("licence", name, f"https://creativecommons.org/{path}/{version}/{ending}")


def _name_of_address(address: str) -> str:
    found = _ADDRESS_OF_CC.fullmatch(address)
    if found is None:
        return address.partition("://")[2].rstrip("/")
    return f"{_name((found['terms'] or '').upper())} {found['version']}"


def _name(terms: str | None) -> str:
    """The name of a licence of Creative Commons by its terms; without any it is CC0."""
    return f"CC {terms}" if terms else "CC0"
