"""What an ingest did, and what it says of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from site_gen.conference import Conference, Series
from site_gen.content import Content
from site_gen.ingest.added import Counts, summary_of
from site_gen.ingest.assemble import Report
from site_gen.ingest.documents import Source, placed_again
from site_gen.ingest.merge import Change, Limits
from site_gen.ingest.report import column_lines, document_line, refused_lines
from site_gen.problems import Place, Problem
from site_gen.text import counted

MOST_NEWS = 10  # changes of one sort that are told one by one


@dataclass(slots=True)
class Ingested:
    """What an ingest did: the documents it read, what changed, and each edition's report.

    `is_written` holds unless a problem forbids it; `limits` say which documents were not read, or not whole.
    `refused` are the places where a source does not accept any more what content held until now.
    `again` is what the same ingest says when it runs once more on what it wrote; None where only a run tells.
    `news` are problems that are told once, with what is new.
    """

    sources: Sequence[Source] = ()
    changes: list[Change] = field(default_factory=list)
    refused: list[Place] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    again: Ingested | None = field(default=None, compare=False, repr=False)
    counts: Counts = field(default_factory=Counts)
    is_written: bool = False
    limits: Limits = field(default_factory=Limits)
    news: Sequence[Problem] = ()

    @property
    def lines(self) -> list[str]:
        """What became of each document, then what changed; many changes of one sort are one line."""
        summaries = {source.reading.document.path: source.summary for source in self.sources}
        documents = [document for report in self.reports.values() for document in report.documents]
        unknown = {source.reading.document.path: column_lines(source) for source in self.sources}
        lines = [
            line
            for document in documents
            for line in (
                document_line(document, summaries[document.document]),
                *unknown[document.document],
            )
        ]
        lines += refused_lines(self.refused)
        lines += self._left_out()
        alike: dict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in self.changes:
            alike[change.kind, change.entity].append(change)
        for (kind, entity), found in alike.items():
            if len(found) > MOST_NEWS:
                note = "; kept until you delete them" if kind == "dropped" else ""
                lines.append(f"{kind}: {len(found)} {entity}s{note}")
        shown = [each for each in self.changes if len(alike[each.kind, each.entity]) <= MOST_NEWS]
        return lines + [str(change) for change in shown]

    def _left_out(self) -> Iterator[str]:
        for file in sorted(self.limits.unread):
            yield f"{file}: not read; what content has of it stays"
        for file in sorted(self.limits.partial):
            yield f"{file}: what is wrong in it is left out; what content has of it stays"

    @property
    def summary(self) -> str:
        """What was read and how much of content changed, in one line."""
        documents = counted(len(self.sources), "source document")
        gone = f", {counted(len(self.refused), 'paper')} taken away" if self.refused else ""
        return f"Read {documents}: {summary_of(self.changes, self.counts)}{gone}"

    @property
    def closing(self) -> str:
        """The last line; empty where no document was read."""
        return f"{self.summary} → content/" if self.sources else ""


def ingested_again(ingested: Ingested, content: Content, series: Series, *, settled: bool) -> Ingested | None:
    """What the same ingest says of the documents on what it has just written; None where that is not certain.

    `settled` holds where all problems were found in the documents, so that they are found there again.
    """
    if not ingested.written:
        return ingested
    added = ingested.reports.keys() - {each.id for each in series.conferences}
    has_years = all(edition.isdigit() and len(edition) == 4 for edition in added)
    if not settled or ingested.refused or not has_years:
        return None
    editions = [Conference(id=edition, title=edition, year=int(edition)) for edition in sorted(added)]
    known = replace(series, conferences=(*series.conferences, *editions))
    placed = placed_again(content, known, ingested.sources)
    if placed is None:
        return None
    reports = {
        edition: replace(report, documents=tuple(replace(each, unknown=0) for each in report.documents))
        for edition, report in ingested.reports.items()
    }
    return Ingested(placed, reports=reports)
