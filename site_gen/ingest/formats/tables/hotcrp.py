"""HotCRP: its JSON (a list, or one under "papers"), its CSV ("ID,Title,…") and its authors (one row each)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from site_gen.ingest.reading.columns.column_names import PROGRAMME_FIELDS
from site_gen.ingest.reading.columns.verdicts import Verdict, verdict
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text, read_objects
from site_gen.ingest.reading.people.listed_names import one_name
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.people.orcids import with_orcid_apart
from site_gen.ingest.reading.tables.paper_tables import SURE, TAKEN_AS_ACCEPTED, paper_header, read_papers
from site_gen.ingest.records import Document, PaperRecord, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import squeeze

_PID = re.compile(r'"pid"\s*:\s*(?:\d+\b|"\d+")')
_CONTENT = re.compile(r'"content"\s*:\s*\{')
_HEAD = 60_000
# What is read, and what only says whether a paper is accepted.
_IMPORTED = frozenset(["object", "pid", "id", "title", "authors", "abstract", "topics", "keywords"])
_JUDGED = frozenset(["decision", "status", "withdrawn", "submitted", "draft", "ready"])

# Columns of its lists of papers: what others write too, what only it writes, and what it never does.
_COLUMNS = frozenset(["id", "title", "authors", "abstract", "topics", "decision", "status"])
_MARKS = frozenset(
    ["ove mer", "rev exp", "reviews", "tags", "pc conflicts", "collaborators", "contacts", "review", "score"]
)
_OF_OTHERS = frozenset(
    name
    for field in ("room", "session", "chair", "start", "end", "time", "date", "board", "track", "speaker")
    for name in PROGRAMME_FIELDS[field]
)


def recognise(text: str) -> int:
    """How surely a text is an export of HotCRP."""
    head = text[:_HEAD]
    if head.lstrip()[:1] in ("[", "{"):
        is_export = _PID.search(head) and '"title"' in head and not _CONTENT.search(head)
        return SURE if is_export else 0
    header = paper_header(text)
    if header is None:
        return 0
    is_sheet = header.names >= {"paper", "email"} and header.names & {"first", "given name"}
    is_list = header.layout.named("ID", "Title") and header.names <= _COLUMNS | _MARKS
    has_marks = header.layout.named("ID", "Title") and header.names & _MARKS and not header.names & _OF_OTHERS
    return SURE if is_sheet or is_list or has_marks else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the accepted papers."""
    if document.text.lstrip()[:1] in ("[", "{"):
        return _read_json(document, problems)
    return read_papers(document, HOTCRP, problems)


def _read_json(document: Document, problems: ProblemLog) -> Reading:
    found = read_objects(document, "papers", problems)
    papers = JsonPapers(document, problems)
    papers.private.others_are_private()
    has_decisions = any(key in paper.members for paper in found for key in ("decision", "status"))
    accepted, refused = papers.by_decision(found, lambda paper: _verdict(paper.members, has_decisions))
    if found and not accepted:
        papers.report_none_accepted(len(found))
    return Reading(
        document=document,
        format=HOTCRP,
        papers=tuple(_record(papers, paper) for paper in accepted),
        not_imported=papers.private.counts,
        has_decisions=has_decisions,
        refused=tuple(_record(papers.unreported, paper) for paper in refused),
        remark=TAKEN_AS_ACCEPTED if accepted and not has_decisions else "",
    )


def _verdict(members: Mapping[str, Json], has_decisions: bool) -> Verdict:
    """What decision and status say; the status "submitted" says nothing."""
    if members.get("withdrawn") not in (None, False, "") or members.get("draft") is True:
        return "withdrawn"
    verdicts = [verdict(plain_text(members[key])) for key in ("decision", "status") if key in members]
    order: tuple[Verdict, ...] = ("withdrawn", "rejected", "accepted")
    open_verdict: Verdict = "undecided" if has_decisions else "accepted"
    return next((each for each in order if each in verdicts), open_verdict)


def _record(papers: JsonPapers, paper: JsonObject) -> PaperRecord:
    papers.count_others(paper, _IMPORTED | _JUDGED)
    offsets = paper.offsets

    def place(key: str) -> Place:
        return paper.text.place(offsets[key]) if key in offsets else paper.place

    members = paper.members
    topics = "topics" if members.get("topics") else "keywords"
    return PaperRecord(
        place=paper.place,
        title=papers.line(members.get("title"), place("title")),
        authors=papers.authors(_names(papers, members.get("authors"), place("authors")), place("authors")),
        abstract=papers.paragraphs(members.get("abstract"), place("abstract")),
        keywords=papers.words(members.get(topics), place(topics)),
        submission=papers.line(members.get("pid"), place("pid")),
    )


def _names(papers: JsonPapers, authors: Json | None, place: Place) -> list[PrintedName]:
    """The names of authors, who are objects with their parts, or texts."""
    if not isinstance(authors, list):
        return papers.names(authors, place)
    names = []
    for author in authors:
        if not isinstance(author, dict):
            names += papers.names([author], place)
            continue
        text = {
            key: squeeze(papers.private.without_addresses(plain_text(value))) for key, value in author.items()
        }
        given, family = (
            text.get("first") or text.get("given_name", ""),
            text.get("last") or text.get("family_name", ""),
        )
        affiliations = (text["affiliation"],) if text.get("affiliation") else ()
        if not given and not family:
            given = text.get("name", "")
        _, called = with_orcid_apart(text.get("orcid", ""))
        names.append(replace(one_name(given, family, place.line, affiliations), called=called))
    return names


HOTCRP = SourceFormat(
    name="hotcrp", title="HotCRP", recognise=recognise, read=read, is_ordered=False, is_system=True
)
