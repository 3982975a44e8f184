"""Fields of JSON objects as facts, without addresses: what the readers of JSON exports share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from site_gen.conference import Authorship
from site_gen.ingest.reading.columns.columns import column_name
from site_gen.ingest.reading.columns.private_values import (
    EMAIL,
    PrivateValues,
    count_addresses,
    kind_of_column,
)
from site_gen.ingest.reading.columns.verdicts import Verdict
from site_gen.ingest.reading.objects.item_texts import people_text
from site_gen.ingest.reading.objects.placed_json import Json, JsonObject, plain_text, texts_in
from site_gen.ingest.reading.people.author_lists import split_authors
from site_gen.ingest.reading.people.names import PrintedName, authors_fact
from site_gen.ingest.records import OTHER_COLUMNS, Document, Fact
from site_gen.problems import Place, ProblemLog
from site_gen.text import counted, squeeze


@dataclass(slots=True)
class JsonPapers:
    """Reads objects that are papers; counts what it leaves out."""

    document: Document
    problems: ProblemLog
    private: PrivateValues = field(default_factory=PrivateValues)

    @property
    def unreported(self) -> JsonPapers:
        """A reader of papers that are not accepted: what is wrong with them is nobody's problem."""
        return JsonPapers(self.document, ProblemLog())

    def by_decision(
        self, papers: Iterable[JsonObject], verdict_of: Callable[[JsonObject], Verdict]
    ) -> tuple[list[JsonObject], list[JsonObject]]:
        """The papers that are accepted and those that are not, which are counted."""
        accepted: list[JsonObject] = []
        refused: list[JsonObject] = []
        for paper in papers:
            verdict = verdict_of(paper)
            self.private.count(f"{verdict} rows", verdict != "accepted")
            (accepted if verdict == "accepted" else refused).append(paper)
        return accepted, refused

    def report_none_accepted(self, number: int) -> None:
        """Report an export of which no paper is accepted."""
        what, hint = f"none of {counted(number, 'paper')} is accepted", "export it when decisions are made"
        self.problems.error("none-accepted", what, self.document.place(1), hint)

    def line(self, value: Json | None, place: Place) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        return self.private.line(plain_text(value), place)

    def paragraphs(self, value: Json | None, place: Place) -> Fact[str] | None:
        """A running text; None where there is none."""
        return self.private.paragraphs(plain_text(value), place)

    def words(self, value: Json | None, place: Place) -> Fact[tuple[str, ...]] | None:
        """A list of words: as a list, as the keys of what holds, or as a text with separators."""
        if isinstance(value, dict):
            value = [key for key, holds in value.items() if holds not in (False, None)]
        if isinstance(value, str):
            value = list(value.replace(";", ",").split(","))
        texts = [plain_text(each) for each in value] if isinstance(value, list) else []
        listed = (squeeze(self.private.without_addresses(text)) for text in texts)
        keywords = tuple(dict.fromkeys(word for word in listed if word))
        return Fact(keywords, place) if keywords else None

    def names(self, value: Json | None, place: Place) -> list[PrintedName]:
        """Names as a list of texts or of objects with their parts, or as one text with separators."""
        if isinstance(value, str):
            return split_authors(plain_text(value), place.line, self.private)
        listed = value if isinstance(value, list) else []
        texts = [people_text(each) if isinstance(each, dict) else plain_text(each) for each in listed]
        return [self._name(text, place) for text in texts]

    def _name(self, text: str, place: Place) -> PrintedName:
        """The one name that a text is, commas in it or not."""
        found = split_authors(text, place.line, self.private)
        return (
            found[0] if len(found) == 1 else PrintedName(", ".join(name.name for name in found), place.line)
        )

    def authors(self, names: Sequence[PrintedName], place: Place) -> Fact[tuple[Authorship, ...]] | None:
        """The byline of these names."""
        fact = authors_fact(self.document, names, self.problems) if names else None
        return Fact(fact.value, place) if fact else None

    def count_others(self, paper: JsonObject, imported: Collection[str]) -> None:
        """Count the fields that are not imported, by kind, and the addresses in them."""
        for key, value in paper.members.items():
            if key in imported or value in (None, False, "", [], {}):
                continue
            addresses = sum(count_addresses(text) for text in texts_in(value))
            self.private.count(EMAIL, addresses)
            kind = kind_of_column(column_name(key))
            if kind == OTHER_COLUMNS:
                self.private.leave(key)
            elif not (addresses and kind in (EMAIL, "contact")):
                self.private.count(kind)
