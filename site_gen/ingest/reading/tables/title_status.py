"""Sessions and talks whose titles say that they are called off: "Owls (cancelled)", "ENTFÄLLT: Owls"."""

from __future__ import annotations

import re
from dataclasses import replace

from site_gen.conference import Status
from site_gen.ingest.reading.tables.programme_status import status_in, without_status
from site_gen.ingest.record_changes import with_changed_records
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import squeeze

_BEFORE_NAME = re.compile(r"[(\[](?P<status>[^()\[\]]{3,20})[)\]][\s.,:;–—-]*(?=\w)")


def with_title_status(reading: Reading) -> Reading:
    """A reading in which what its title calls off is marked so, and called as it was.

    The paper of such a slot is known from elsewhere, or not at all.
    """
    return with_changed_records(reading, paper=_paper, slot=_slot, session=_session)


def _paper(paper: PaperRecord) -> PaperRecord:
    """A paper of a list that is marked as withdrawn: behind its title, or before or behind its authors."""
    found = _parted(paper.title) if paper.status is None else None
    if found and found[1].value == "withdrawn":
        return replace(paper, title=found[0], status=Fact("withdrawn", found[0].place))
    byline = paper.authors
    if byline is None or paper.status:
        return paper
    first, *others = byline.value
    last = byline.value[-1]
    before = _BEFORE_NAME.match(first.name or "")
    if before and status_in(before["status"]) == "withdrawn":
        bare = (replace(first, name=(first.name or "")[before.end() :]), *others)
    elif status_in(" ".join(last.affiliations)) == "withdrawn" and len(last.affiliations) == 1:
        bare = (*byline.value[:-1], replace(last, affiliations=()))
    else:
        return paper
    authors = replace(byline, value=bare)
    return replace(paper, authors=authors, status=Fact("withdrawn", byline.place))


def _session(session: SessionRecord) -> SessionRecord:
    found = _parted(session.title)
    return replace(session, title=found[0], status=found[1]) if found and not session.status else session


def _slot(slot: SlotRecord) -> SlotRecord:
    paper = slot.paper
    found = _parted(slot.title or (paper.title if paper else None)) if slot.status is None else None
    if found is None:
        return slot
    title, status = found
    if paper:
        paper = PaperRecord(place=paper.place, title=title, submission=paper.submission, is_mention=True)
    return replace(slot, title=title if slot.title else None, paper=paper, status=status)


def _parted(title: Fact[str] | None) -> tuple[Fact[str], Fact[Status]] | None:
    """A title without the word that calls it off, and what that says; None where it has none."""
    bare, status = without_status(title.value) if title else ("", None)
    if title is None or status is None or not bare.strip():
        return None
    return replace(title, value=squeeze(bare)), Fact(status, title.place)
