"""What a file of the site is made of that is of no page: a style sheet, a script, a picture, the manifest."""

from __future__ import annotations

from pathlib import Path

from site_gen.origins.facts import Explanation, Fact
from site_gen.problems import Place
from site_gen.publish import MANIFEST
from site_gen.site import Site

_ALL = "every file of the site with its digest, its size and what it is made of"


def explain_file(site: Site, project: Path, route: str) -> Explanation | None:
    """The manifest, or the static file of an address or of a name in static/; None for anything else."""
    if route == MANIFEST:
        return Explanation(f"file /{MANIFEST}", (Fact("shows", _ALL, remark="derived: made by every build"),))
    for name, path in site.static.items():
        file = f"static/{name}"
        if route in (each.lower() for each in (path, file, name)):
            is_own = (project / file).is_file()
            place, remark = (Place(file), "") if is_own else (None, "built in")
            address = Fact("address", f"/{path}", remark="derived: its name, and the digest of its bytes")
            return Explanation(f"file /{path}", (address, Fact("made of", file, place, remark=remark)))
    return None
