"""What a programme says became of an entry: it takes place, is moved, is called off, or is no public one."""

from __future__ import annotations

import re

from site_gen.conference import Status
from site_gen.conference.programme import CALLED_OFF
from site_gen.ingest.reading.columns.private_values import REMARK
from site_gen.ingest.reading.columns.verdicts import verdict
from site_gen.ingest.reading.tables.paper_rows import PaperRows
from site_gen.ingest.reading.tables.table import Row
from site_gen.ingest.records import Fact
from site_gen.text import fold, squeeze

_WORDS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (
        re.compile(r"cancel|called off|abgesagt|entfall|fallt aus|ausgefallen|annul|anulad|suspended|sospes"),
        "cancelled",
    ),
    (re.compile(r"withdr|retract|zuruckgezogen|retire|retirad|ritirat"), "withdrawn"),
    (
        re.compile(
            r"\bmoved\b|reschedul|postpon|verschoben|verlegt|deplace|reporte|aplazad|trasladad|spostat"
            r"|rinviat|\badiad|postergad|remarcad"
        ),
        "moved",
    ),
    (re.compile(r"\blate\b|delayed|verspatet|retard|ritardo|atrasad"), "late"),
)
NOT_PUBLIC = re.compile(
    r"draft|submitted|pending|undecided|under review|tentativ|proposed|hidden|private|entwurf"
)
_REASON = re.compile(
    r"(?P<status>(?:[^()\[\]:;,–—]|(?<=\d):(?=\d))+?)\s*"
    r"(?:[(\[](?P<bracketed>.+)[)\]]|(?:[;,–—]|:(?!(?<=\d:)\d)|(?<=\s)-)\s*(?P<behind>\S.*))"
)
_MOST_OF_STATUS = 2  # words: "called off", "was moved"
_AS_PLANNED = re.compile(
    r"schedul|plan|on time|held|\bok|\bfinal|fix|done|confirm|bestatigt|findet statt|stattfind|programm|prevu"
    r"|maintenu|previst|conferm|ready|fertig|publi|active|aktiv|\bnew\b|\bneu\b|\bopen\b|\blive\b|changed|\btb[adc]\b"
)
_DECIDED = frozenset(["accepted", "rejected"])


_WORD = r"[^\W\d_]+"
_AROUND_TITLE = (
    re.compile(rf"\A(?:(?=[\[(])|(?=\w+\s*[:–—-]))[\[(]?(?P<status>{_WORD})[\])]?\s*[:–—-]?\s+(?=\S)"),
    re.compile(rf"\s*[\[(](?P<status>{_WORD})[\])]\s*\Z"),
)
_BEHIND_TITLE = re.compile(rf"(?:\s*[\[(]|\s+[–—-]\s*)(?P<status>{_WORD}(?: {_WORD}){{0,3}})[\])]?\s*\Z")
# What a title could end in is no status unless it says nothing else: "Vacuum (suspended particles)".
_PHRASE = re.compile(
    r"(?:(?:is|was|has been|talk|ist|wurde|wird|fallt|est|a ete|fue|ha sido|e stat[oa]|foi|leider) )*"
    r"(?:cancell?ed|called off|withdrawn|abgesagt|entfallt|entfallen|(?<=[tr] )aus|ausgefallen|zuruckgezogen"
    r"|annulee?|cancelad[oa]|anulad[oa]|annullat[oa]|retirad[oa]|ritirat[oa])"
)


def without_status(title: str) -> tuple[str, Status | None]:
    """A title without the word that calls it off: "CANCELLED: Owls", "Owls (cancelled)"."""
    behind = _BEHIND_TITLE.search(title)
    found = [(match, status_in(match["status"])) for each in _AROUND_TITLE if (match := each.search(title))]
    if behind and _PHRASE.fullmatch(fold(behind["status"])):
        found.append((behind, status_in(behind["status"]) or "cancelled"))
    for match, status in found:
        if status in CALLED_OFF:
            return title[: match.start()] + title[match.end() :], status
    return title, None


def is_decided(rows: PaperRows) -> bool:
    """Whether the column of a programme says which entries are accepted, and not what became of them."""
    cells = (cell.text for row in rows.table.rows for cell in rows.table.fields(row, "decision"))
    return any(
        verdict(text) in _DECIDED and fold(text) not in ("confirmed", "yes", "")
        for text in cells
        if not status_in(text)
    )


def says_break(rows: PaperRows, row: Row) -> bool:
    """Whether a column says that the row is a break."""
    return any(verdict(cell.text) == "accepted" for cell in rows.table.fields(row, "break"))


def is_service(rows: PaperRows, row: Row) -> bool:
    """Whether a column says that the row is no talk, as a break or the registration."""
    says_so = any(verdict(cell.text) == "accepted" for cell in rows.table.fields(row, "service"))
    return says_break(rows, row) or says_so


def report_unknown(rows: PaperRows) -> None:
    """Warn of each word in a column of what became of entries that says nothing that is known."""
    reported: set[str] = set()
    for cell in (cell for row in rows.table.rows for cell in rows.table.fields(row, "decision")):
        words = fold(squeeze(cell.text))
        is_known = status_in(cell.text) or NOT_PUBLIC.search(words) or _AS_PLANNED.search(words)
        if (
            words in reported
            or is_known
            or verdict(cell.text) != "undecided"
            or not re.search(r"[^\W\d_]", words)
        ):
            continue
        reported.add(words)
        what = f"'{rows.private.without_addresses(squeeze(cell.text), '…')}' says nothing that is known here"
        hint = "the entry is shown as planned; write cancelled, moved, late or withdrawn where it is that"
        rows.problems.warning("unknown-status", what, rows.table.place(cell.line), hint)


def status_of(rows: PaperRows, row: Row, *, decided: bool) -> Status | None:
    """What became of an entry; None for one that is not for the public."""
    cells = [cell.text for cell in rows.table.fields(row, "decision")]
    found = next((status for text in cells if (status := status_in(text))), None)
    if found and (found in CALLED_OFF or not decided) and not rows.is_hidden(row):
        return found
    if decided or rows.verdict(row) in ("withdrawn", "rejected"):
        of_row = rows.verdict(row)
        return "scheduled" if of_row == "accepted" else "withdrawn" if of_row == "withdrawn" else None
    return None if any(NOT_PUBLIC.search(fold(text)) for text in cells) else "scheduled"


def reason_of(rows: PaperRows, row: Row, status: Status) -> Fact[str] | None:
    """What the cell of a status says besides: "CANCELLED (speaker ill)", "moved to Hall B".

    Why something was withdrawn is private: it is counted.
    """
    for cell in rows.table.fields(row, "decision"):
        text = squeeze(cell.text)
        found, words = _REASON.fullmatch(text), text.split()
        is_bare = found is not None and len(found["status"].split()) <= _MOST_OF_STATUS
        if found and is_bare and status_in(found["status"]) == status:
            reason = found["bracketed"] or found["behind"]
        elif len(words) > _MOST_OF_STATUS and status_in(" ".join(words[:_MOST_OF_STATUS])) == status:
            reason = text
        else:
            continue
        if status != "withdrawn":
            return rows.private.line(reason, rows.table.place(cell.line))
        rows.private.count(REMARK)
    return None


def remark_of(rows: PaperRows, row: Row) -> Fact[str] | None:
    """A remark that begins with what became of an entry: "moved from Hall B"; others are private."""
    remarks = (index for index, kind in rows.table.layout.columns.others.items() if kind == REMARK)
    cells = (row.cell(index) for index in remarks)
    return next(
        (
            rows.private.line(cell.text, rows.table.place(cell.line))
            for cell in cells
            if status_in(" ".join(cell.text.split()[:_MOST_OF_STATUS])) not in (None, "late")
        ),
        None,
    )


def status_in(text: str) -> Status | None:
    """What the words of a cell say became of an entry; None where they say nothing of that."""
    words = fold(text)
    return next((status for pattern, status in _WORDS if pattern.search(words)), None)
