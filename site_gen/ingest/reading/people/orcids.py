"""ORCID iDs behind the names of a byline: "Ann Lee (0000-0002-1825-0097)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from site_gen.conference import Authorship
from site_gen.conference.identifiers import Orcid, WrongIdentifier
from site_gen.ingest.record_changes import each_changed, with_changed_records
from site_gen.ingest.records import PaperRecord, Reading, Variant
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

CALLED = "orcid:"
"""What an author is called by its source begins with this where it is an ORCID iD."""

_ORCID = re.compile(
    r"(?<!\s)\s*+[(\[<]?\s*+(?:orcid(?: id)?\s?[:=]?\s*)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?<![\w-])((?:\d{4}-){3}\d{3}[\dX])(?![\w-])/?\s*[)\]>]?",
    re.IGNORECASE,
)


def with_orcid_apart(text: str) -> tuple[str, str]:
    """A name without the iD beside it, and what a source then calls the person; empty where there is none."""
    match = _ORCID.search(text) if "-" in text else None
    if match is None:
        return text, ""
    return f"{text[: match.start()]} {text[match.end() :]}".strip(), CALLED + match[1]


def checked(called: str, place: Place, problems: ProblemLog) -> str:
    """What a source calls a person; nothing, which is told, for an iD that is none."""
    if called.startswith(CALLED):
        try:
            return CALLED + Orcid.read(called.removeprefix(CALLED)).text
        except WrongIdentifier as wrong:
            problems.warning("bad-orcid", str(wrong), place, f"it is left out; {wrong.hint}")
            return ""
    return called


def with_orcids(reading: Reading) -> Reading:
    """A reading whose papers tell the iDs of authors; who has one name with two iDs in it is two people."""
    ids: dict[str, set[str]] = defaultdict(set)
    for record in reading.every_paper():
        for each in record.authors.value if record.authors else ():
            if (each.author or "").startswith(CALLED):
                ids[fold(each.name or "")].add(each.author or "")
    if not ids:
        return reading
    several = {name for name, found in ids.items() if len(found) > 1}
    return with_changed_records(
        reading, paper=lambda each: _paper(each, several), slot=lambda each: each, session=lambda each: each
    )


def _paper(record: PaperRecord, several: Collection[str]) -> PaperRecord:
    byline = record.authors
    found = [
        Variant(
            each.name or "",
            "",
            each.author if fold(each.name or "") in several else "",
            byline.place,
            each.author.removeprefix(CALLED),
        )
        for each in (byline.value if byline else ())
        if byline and each.author and each.author.startswith(CALLED)
    ]
    if byline is None or not found:
        return record
    authors = replace(byline, value=each_changed(lambda each: _author(each, several), byline.value))
    return replace(record, authors=authors, variants=(*record.variants, *found))


def _author(author: Authorship, several: Collection[str]) -> Authorship:
    is_told_apart = fold(author.name or "") in several or not (author.author or "").startswith(CALLED)
    return author if is_told_apart else replace(author, author=None)
