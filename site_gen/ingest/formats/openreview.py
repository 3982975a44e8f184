"""OpenReview: notes as JSON, of API v1 (bare values) and v2 ({"value": …}), a list or one under "notes"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from site_gen.conference import Link
from site_gen.ingest.reading.columns.verdicts import Verdict, verdict
from site_gen.ingest.reading.objects.json_papers import JsonPapers
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, listed, plain_text, read_objects
from site_gen.ingest.reading.people.names import PrintedName
from site_gen.ingest.reading.tables.paper_tables import SURE, TAKEN_AS_ACCEPTED
from site_gen.ingest.records import Document, Fact, PaperRecord, Reading, SourceFormat
from site_gen.problems import Place, ProblemLog
from site_gen.text import fold

_HEAD = 60_000
_CONTENT = re.compile(r'"content"\s*:\s*\{')
# What only a note has: Mini-Conf and others give papers a "forum" and an "id" of their own.
_NOTE = re.compile(
    r'"(?:invitations?|signatures|cdate|tcdate|number|authorids)"\s*:|"title"\s*:\s*\{\s*"value"\s*:'
)
_NOT_ACCEPTED = re.compile(r"submitted|submission|withdr|reject|under review|retract")
_DECISION_KEYS = ("decision", "acceptance decision", "final decision")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_NOTE_ID = re.compile(r"[\w-]{4,40}")
_IMPORTED = frozenset(["title", "authors", "abstract", "keywords", "pdf", "venue", "venueid"])
# What the system keeps beside the paper; it is neither imported nor private.
_PLUMBING = frozenset(["paperhash", "_bibtex", "html", "code_of_ethics"])


def recognise(text: str) -> int:
    """How surely a text is a list of notes."""
    head = text[:_HEAD]
    is_notes = head.lstrip()[:1] in ("[", "{") and _CONTENT.search(head) and _NOTE.search(head)
    return SURE if is_notes else 0


def read(document: Document, problems: ProblemLog) -> Reading:
    """Read the accepted papers; decisions are notes of their own, replies, or told by the venue."""
    notes = list(_notes(read_objects(document, "notes", problems)))
    papers = JsonPapers(document, problems)
    papers.private.others_are_private()
    decisions = _decisions(notes)
    submissions = [note for note in notes if _is_paper(note)]
    has_decisions = bool(decisions) or any(_venues(note) for note in submissions)
    accepted, refused = papers.by_decision(
        submissions, lambda note: _verdict(note, decisions) if has_decisions else "accepted"
    )
    _count_replies(papers, notes)
    if submissions and not accepted:
        papers.report_none_accepted(len(submissions))
    elif not accepted:
        what, hint = "none of these notes is a paper, with a title and authors", "export the submissions too"
        problems.error("none-accepted", what, document.place(1), hint)
    return Reading(
        document=document,
        format=OPENREVIEW,
        papers=tuple(_record(papers, note) for note in accepted),
        edition=_edition(accepted),
        not_imported=papers.private.counts,
        has_decisions=has_decisions,
        refused=tuple(_record(papers.unreported, note) for note in refused),
        remark=TAKEN_AS_ACCEPTED if accepted and not has_decisions else "",
    )


def _notes(items: Iterable[JsonObject]) -> Iterator[JsonObject]:
    """The notes of a list; what a crawler puts around those of a venue is opened."""
    for item in items:
        if "content" in item.members:
            yield item
        else:
            yield from _notes(each for key in item.members for each in item.objects(key))


def _bare(value: Json | None) -> Json | None:
    """The value itself, which API v2 wraps."""
    return value.get("value") if isinstance(value, dict) and "value" in value else value


def _content(note: Mapping[str, Json]) -> Mapping[str, Json | None]:
    content = note.get("content")
    return {key: _bare(value) for key, value in content.items()} if isinstance(content, dict) else {}


def _is_paper(note: JsonObject) -> bool:
    """Whether a note is a submission: it has a title and authors, and replies to nothing."""
    content = _content(note.members)
    is_reply = note.text_of("replyto") not in ("", note.text_of("id"))
    return "title" in content and ("authors" in content or "abstract" in content) and not is_reply


def _decisions(notes: Iterable[JsonObject]) -> dict[str, str]:
    """The decision on each forum: from notes of their own, and from the replies that a note holds."""
    found: dict[str, str] = {}
    for note in notes:
        for reply in [note.members, *_replies(note)]:
            content = {fold(key): value for key, value in _content(reply).items()}
            decision = next((plain_text(content[key]) for key in _DECISION_KEYS if key in content), "")
            if decision:
                forum = plain_text(reply.get("forum")) or note.text_of("id")
                found[forum] = decision
    return found


def _replies(note: JsonObject) -> Iterator[dict[str, Json]]:
    """What answers a note, in its details or, as crawlers keep it, beside its content."""
    details = note.members.get("details")
    for holder in (details if isinstance(details, dict) else {}, note.members):
        for key in ("directReplies", "replies", "notes"):
            yield from (reply for reply in listed(holder.get(key)) if isinstance(reply, dict))


def _venues(note: JsonObject) -> list[str]:
    content = _content(note.members)
    return [text for key in ("venueid", "venue") if (text := plain_text(content.get(key)))]


def _verdict(note: JsonObject, decisions: Mapping[str, str]) -> Verdict:
    """What the decision says, else the venue; a paper that either calls withdrawn is."""
    venues = [fold(venue) for venue in _venues(note)]
    named = " ".join([*venues, *_invitations(note)])
    if "withdr" in named or "retract" in named or note.members.get("ddate"):
        return "withdrawn"
    decision = decisions.get(note.text_of("forum") or note.text_of("id"))
    if decision is not None:
        return verdict(decision)
    if "reject" in named:
        return "rejected"
    if not venues or any(_NOT_ACCEPTED.search(venue) for venue in venues):
        return "undecided"
    return "accepted"


def _invitations(note: JsonObject) -> list[str]:
    named = note.members.get("invitations") or [note.members.get("invitation")]
    return [fold(plain_text(each)) for each in listed(named)]


def _count_replies(papers: JsonPapers, notes: Sequence[JsonObject]) -> None:
    """Count reviews, comments and decisions, whether they stand in the list or in a note."""
    replies = sum(not _is_paper(note) for note in notes) + sum(1 for note in notes for _ in _replies(note))
    papers.private.count("review", replies)


def _record(papers: JsonPapers, note: JsonObject) -> PaperRecord:
    held = note.object("content")
    assert held  # a note without content is no paper
    papers.count_others(held, _IMPORTED | _PLUMBING)
    content, offsets = _content(note.members), held.offsets

    def place(key: str) -> Place:
        return note.text.place(offsets[key]) if key in offsets else note.place

    return PaperRecord(
        place=note.place,
        title=papers.line(content.get("title"), place("title")),
        authors=papers.authors(
            _called(papers.names(content.get("authors"), place("authors")), _profiles(content)),
            place("authors"),
        ),
        abstract=papers.paragraphs(content.get("abstract"), place("abstract")),
        links=_links(note, content, place("pdf")),
        keywords=papers.words(content.get("keywords"), place("keywords")),
        submission=papers.line(note.members.get("number"), note.place),
        source_id=_forum(note),
    )


def _forum(note: JsonObject) -> Fact[str] | None:
    """The id of the forum, by which everything calls the paper."""
    forum = note.text_of("forum") or note.text_of("id")
    return Fact(f"openreview:{forum}", note.place) if _NOTE_ID.fullmatch(forum) else None


def _profiles(content: Mapping[str, Json | None]) -> list[str]:
    """The ids of the profiles of the authors, who may be objects that have them."""
    authors = [each.get("username") for each in listed(content.get("authors")) if isinstance(each, dict)]
    return [plain_text(each) for each in listed(content.get("authorids")) or authors]


def _called(names: Sequence[PrintedName], known: Sequence[str]) -> list[PrintedName]:
    """The names with the ids of their profiles, which tell people apart; a mail address does not."""
    if len(known) != len(names):
        return [*names]
    return [
        replace(name, called=own if own.startswith("~") else "")
        for name, own in zip(names, known, strict=True)
    ]


def _links(
    note: JsonObject, content: Mapping[str, Json | None], place: Place
) -> Fact[tuple[Link, ...]] | None:
    """The PDF and the page of the paper; a PDF that is kept at OpenReview has the paper's id."""
    own = note.text_of("id")
    forum = note.text_of("forum") or own
    pdf = plain_text(content.get("pdf"))
    links = []
    if pdf.startswith("/") and _NOTE_ID.fullmatch(own):
        links.append(Link(rel="pdf", url=f"https://openreview.net/pdf?id={own}"))
    elif re.fullmatch(r"https?://[^\s@\\\x00-\x20]+", pdf):
        links.append(Link(rel="pdf", url=pdf))
    if _NOTE_ID.fullmatch(forum):
        links.append(Link(rel="paper", url=f"https://openreview.net/forum?id={forum}"))
    return Fact(tuple(links), place) if links else None


def _edition(notes: Sequence[JsonObject]) -> Fact[str] | None:
    """The year that every accepted paper's venue names."""
    years = {
        year
        for note in notes
        for year in _YEAR.findall(plain_text(_content(note.members).get("venueid")) + "/")
    }
    return Fact(years.pop(), notes[0].place) if len(years) == 1 else None


OPENREVIEW = SourceFormat(
    name="openreview", title="OpenReview", recognise=recognise, read=read, is_ordered=False, is_system=True
)
