"""The volumes of an edition's proceedings, where there are several: long papers, short ones, a workshop's."""

from __future__ import annotations

from site_gen.conference.identifiers import Doi, Isbn
from site_gen.conference.organisation import Editor
from site_gen.conference.scalars import Id, Line, Url
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One of several volumes of the proceedings; its papers say that they are in it."""

    id: Id
    """Its name in addresses, as long or findings; it never changes."""
    title: Line
    """Its title, as citations of its papers name it."""
    number: Line | None = None
    """Its number, as "1"; without it that of the edition's proceedings."""
    editors: tuple[Editor, ...] = ()
    """Its editors in printed order; without any those of the edition. A name may stand without its key."""
    isbn: Isbn | None = None
    """Its own ISBN, of 10 or 13 digits, shown without hyphens; its check digit is tested."""
    doi: Doi | None = None
    """The DOI of the volume itself, as 10.1000/182; the address of one is taken too."""
    publisher: Line | None = None
    """Who publishes it; without it the publisher of the edition's proceedings."""
    front_matter: Url | None = None
    """Where its front matter is: the title page, the preface, the contents."""
