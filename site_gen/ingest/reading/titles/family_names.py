"""Family names alone beside titles of talks: "Nests (Lee, Roe)", "Nests – Lee et al.", "Lee and Roe: Nests".

One such title says nothing, for a place or a topic may stand there; what nearly all titles of a programme
say likewise is who wrote them, where several names stand beside some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_gen.conference import Authorship
from site_gen.ingest.reading.people.names import AND, is_family_name
from site_gen.ingest.reading.titles.session_headings import kind_of_words
from site_gen.ingest.reading.titles.title_types import is_type
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SlotRecord
from site_gen.text import fold
from site_gen.values import dataclass

_LAYOUTS = (
    re.compile(r"(?P<title>\S.*\S)\s*\((?P<names>[^()]+)\)"),
    re.compile(r"(?P<title>\S.*\S)\s+[–—-]\s+(?P<names>[^–—:]+)"),
    re.compile(r"(?P<names>[^:()–—]+):\s+(?P<title>\S.*)"),
    re.compile(r"(?P<names>[^,;:()–—]+),\s+(?P<title>\S.*)"),
)
_ET_AL = re.compile(r",?\s+(?:et\.? al\b\.?|and others|u\. ?a\.)$", re.IGNORECASE)
_BETWEEN = re.compile(rf"\s*(?:,\s*(?:and|&)\s|[,;/]|{AND}|\b[ey]\b)\s*")
_FEWEST, _NEARLY_ALL = 3, 0.8  # titles of such a programme, and of those without people
_OTHERS = 0.7  # of the names beside them are other ones: an institution recurs
_SEVERAL = 3  # names that no place is written as: "Graz, Austria"


@dataclass(frozen=True, slots=True)
class Families:
    """A title, and the family names beside it; `is_open` where others wrote it too."""

    title: str
    names: tuple[str, ...]
    is_open: bool

    @property
    def is_list(self) -> bool:
        """Whether these are surely people: "et al." stands behind them, or they are many."""
        return self.is_open or len(self.names) >= _SEVERAL


def untold_families(reading: Reading) -> Sequence[Fact[str]]:
    """The titles beside which family names may stand, where nothing shows that they do."""
    layout = _layout(reading)
    told = [title for title in _titles(reading) if layout and _parted(title.value, layout)]
    return [] if layout is None or _are_sure(reading, layout) else told


def with_family_names(reading: Reading) -> Reading:
    """A reading whose papers are by those whose family names alone stand beside nearly all titles."""
    layout = _layout(reading)
    if layout is None or not _are_sure(reading, layout):
        return reading

    def slot(record: SlotRecord) -> SlotRecord:
        found = _parted(record.title.value, layout) if record.title and _is_untold(record) else None
        if found is None or record.title is None:
            return record
        title = replace(record.title, value=found.title)
        others = (Authorship(missing="others"),) if found.is_open else ()
        authors = Fact((*(Authorship(name=each) for each in found.names), *others), title.place)
        paper = PaperRecord(place=title.place, title=title, authors=authors)
        return replace(record, title=None, paper=paper)

    return with_changed_records(reading, slot=slot)


def _titles(reading: Reading) -> Iterator[Fact[str]]:
    """The titles of talks of which nobody is told to have written or to give them."""
    if not reading.format.is_copied:
        return
    yield from (slot.title for slot in reading.every_slot() if slot.title and _is_untold(slot))


def _is_untold(slot: SlotRecord) -> bool:
    is_talk = slot.title is not None and kind_of_words(slot.title.value) == "other"
    return is_talk and not slot.people and (slot.paper is None or slot.paper.is_mention)


def _layout(reading: Reading) -> re.Pattern[str] | None:
    """The layout of nearly all titles, beside each other names."""
    titles = [title.value for title in _titles(reading)]
    for layout in _LAYOUTS:
        found = [each for title in titles if (each := _parted(title, layout))]
        others = {tuple(map(fold, each.names)) for each in found}
        if len(found) >= max(_FEWEST, _NEARLY_ALL * len(titles)) and len(others) >= _OTHERS * len(found):
            return layout
    return None


def _are_sure(reading: Reading, layout: re.Pattern[str]) -> bool:
    found = [each for title in _titles(reading) if (each := _parted(title.value, layout))]
    return any(each.is_list for each in found)


def _parted(title: str, layout: re.Pattern[str]) -> Families | None:
    match = layout.fullmatch(title)
    if match is None or is_type(match["names"]):
        return None
    bare = _ET_AL.sub("", match["names"])
    names = tuple(each for each in _BETWEEN.split(bare) if each)
    if not names or not all(map(is_family_name, names)):
        return None
    return Families(match["title"], names, bare != match["names"])
