"""People beside titles of talks in any programme: "Tutorial: Nests – Ann Lee (ETH)", "Bob Roe: Owls".

What is called a keynote, tutorial or panel names who speaks there. Other titles may end in two words with
capitals: they hold people where most of them part alike, and several names stand beside some, or where the
document names those people elsewhere. What looks like somebody, and is read as a title, is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_gen.conference import Authorship, Participant
from site_gen.ingest.reading.columns.private_values import PrivateValues
from site_gen.ingest.reading.entries.entry_splits import Halves, Split, best_split, fits, is_read, part
from site_gen.ingest.reading.entries.people_first import are_many
from site_gen.ingest.reading.metadata.rooms import names_room
from site_gen.ingest.reading.people.byline_layouts import names_of
from site_gen.ingest.reading.people.institutions import is_institution, without_workplace
from site_gen.ingest.reading.people.names import AND, COMPANY, are_people, is_person, split_people
from site_gen.ingest.reading.people.people import named, participants, speakers_of, with_more, without_title
from site_gen.ingest.reading.titles.award_words import award_before
from site_gen.ingest.reading.titles.ceremony_speakers import is_ceremony
from site_gen.ingest.reading.titles.labelled_speakers import names_speaker
from site_gen.ingest.reading.titles.session_headings import PAUSES, is_bare_kind, is_section, kind_of_words
from site_gen.ingest.reading.titles.speaker_tails import known_names
from site_gen.ingest.records import Fact, PaperRecord, Reading, SessionRecord, SlotRecord
from site_gen.text import fold
from site_gen.values import replace

_OF_PEOPLE = ("invited-talk", "tutorial", "panel", "workshop", "demo")
_FEWEST = 2  # titles that part alike
_SAMPLE, _MOST = 300, 2000  # titles that show how all part; and up to which each is looked at by itself
_SIGN = re.compile(
    r"\s+[–—-]{1,2}\s+|\s*[(（\[]|\s*:\s|[\"”»]?[.?!]\s|[\"”»],?\s|[」』]|[\s　]+[○◯〇]"
    r"|[\s　](?=[\u4e00-\u9fff])|\sby\s(?=[A-Z])|,\s(?=\S+\s(?:Inc|Ltd|GmbH)\b)|,\sby\s"
)
_END = re.compile(r"(?:[(（\[](?P<inside>[^()（）\[\]]+)[)）\]]|\s[–—-]{1,2}\s+(?P<behind>[^–—]+))$")
_WITH = re.compile(  # "\"Cheese\", com Ana Lee", "Cheese, with Ann Lee (ETH)"
    r"(?:[\"”»],?\s(?:com|con|avec|mit|with|par|por|von)\s(?P<quoted>[^,;()]+)(?:\s\([^()]*\))?"
    r"|,\s(?:com|con|avec|mit|with|par|por|von)\s(?P<placed>[^,;()]+)\s\([^()]*\))$"
)
_LAST = re.compile(r"[^\W\d_]{2}\.\s+(?P<name>[^\W\d_][^.?!:;,()]+)$")  # "Nests. Ann Lee"

_HAN_NAME = 3  # signs of a name that nothing parts
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_AND = re.compile(rf",|;|{AND}")
_HAN_END = re.compile(r"\S[\s　]+([\u4e00-\u9fff々]{3,5})(?:（[^（）]+）)?$")


class _People:
    """Tells who stands beside the titles of a reading, by what all of them look like."""

    def __init__(self, reading: Reading) -> None:
        titles = [title for title, _, _ in _untold(reading)]
        self._known = known_names(reading)
        others = [title.value for title in titles if kind_of_words(title.value) == "other"]
        own = [title.value for title in titles if kind_of_words(title.value) in _OF_PEOPLE]
        self._split = _split_of(others[:_SAMPLE])
        self._are_few = len(titles) <= _MOST
        before = [title.value.partition(": ")[0] for title in titles[:_SAMPLE]]
        self._stand_first = any(len(split_people(each)) > 1 and are_people(each) for each in before)
        parted = [self._by_split(title) for title in others] if self._split else []
        self.are_others_sure = bool(parted) and self._are_sure(others, parted)
        self._are_own_sure = self._are_sure(own, [_alone(title) for title in own])
        several = sum(halves is not None and len(_names(halves[1])) > 1 for halves in parted)
        self.are_papers = 2 * several >= max(1, sum(map(bool, parted)))

    def halves(self, title: str, *, is_beside_papers: bool = False) -> Halves | None:
        """A title without its people, and these; None where it surely has none.

        Beside papers with authors, several names are those of another paper, however they are parted.
        """
        if kind_of_words(title) in _OF_PEOPLE:
            halves = _alone(title)
            if halves is None or is_bare_kind(halves[0], "invited-talk"):
                return halves
            return halves if self._are_own_sure or self._is_sure(title, halves) else None
        halves = self._by_split(title)
        if halves and (self.are_others_sure or self._are_known(halves)):
            return halves
        halves = _alone(title) if self._are_few else None
        several = is_beside_papers and halves is not None and len(_names(halves[1])) > 1
        is_sure = halves and (several or self._are_known(halves) or _are_placed(halves[1]))
        return halves if is_sure else None

    def is_doubtful(self, title: str, *, is_talk: bool, is_beside_papers: bool) -> bool:
        """Whether a title ends as if it named somebody, who is not read."""
        if self.halves(title, is_beside_papers=is_beside_papers):
            return False
        match = _END.search(title)
        if (han := _HAN_END.search(title)) and is_person(han[1]):
            return True
        if COMPANY.search(title) and "," in title:  # "Twigs in use Ann Lee, Owl Inc"
            return True
        is_own = kind_of_words(title) in _OF_PEOPLE
        first, colon, _ = title.partition(": ")
        if self._stand_first and colon and " " in first and are_people(first):  # as other people do
            return True
        beside = _WITH.search(title)
        if (
            beside
            and " " in (name := without_title(beside["quoted"] or beside["placed"]))
            and is_person(name)
        ):
            return True
        if match and (match["inside"] or is_own or is_talk):
            return _ends_in_names(title) and not names_room(match[0])
        last = _LAST.search(title)
        if last and is_person(last["name"]) and " " in last["name"]:
            return True
        alone = _alone(title) if self._are_few else None
        is_list = alone is not None and len(_names(alone[1])) > 1
        return is_list or (self._by_split(title) is not None and not is_own)

    def _by_split(self, title: str) -> Halves | None:
        halves = part(self._split, [title]) if self._split else None
        return halves if halves and is_read(halves, [title]) and _is_parted(title, halves) else None

    def _are_sure(self, titles: Sequence[str], parted: Sequence[Halves | None]) -> bool:
        """Whether what parts these titles leaves people: most do, and some of them surely are."""
        found = [(title, halves) for title, halves in zip(titles, parted, strict=True) if halves]
        people = {halves[1] for _, halves in found}
        if len(people) < max(_FEWEST, len(titles) / 2):
            return False
        return any(self._is_sure(title, halves) for title, halves in found) or are_many(titles, parted)

    def _is_sure(self, title: str, halves: Halves) -> bool:
        """Whether more than two words with capitals say that people stand beside a title."""
        names = _names(halves[1])
        has_more = len(names) > 1 or any(each.affiliation for each in names)
        return (has_more and _is_parted(title, halves)) or self._are_known(halves)

    def _are_known(self, halves: Halves) -> bool:
        names = _names(halves[1])
        return bool(names) and all(fold(each.name) in self._known for each in names)


def _ends_in_names(title: str) -> bool:
    """Whether what stands in brackets at the end, or behind a dash before or without them, may be people."""
    for text in (title, _BRACKETS.sub("", title)):
        match = _END.search(text)
        names = _AND.split(match["inside"] or match["behind"])[:2] if match else []
        bare = (without_title(each.strip()) for each in names)
        if any((" " in name or len(name) >= _HAN_NAME) and is_person(name) for name in bare):
            return True
    return False


def with_people_in_titles(reading: Reading) -> Reading:
    """A reading in which those who stand beside the titles of talks speak there, or are the authors."""
    if _is_of_others(reading):
        return reading
    people = _People(reading)

    def session(record: SessionRecord) -> SessionRecord:
        slots = tuple(slot(each, _holds_papers(record)) for each in record.slots)
        halves = people.halves(record.title.value) if record.title and _is_untold(record) else None
        if halves is None or record.title is None:
            return replace(record, slots=slots) if slots != record.slots else record
        title = replace(record.title, value=halves[0])
        if people.are_papers and kind_of_words(record.title.value) == "other":
            paper = SlotRecord(place=title.place, paper=_paper(title, halves[1]))
            return replace(record, title=title, slots=(paper,))
        return replace(record, title=title, people=with_more(record.people, _names(halves[1]), title.place))

    def slot(record: SlotRecord, is_beside_papers: bool) -> SlotRecord:
        if record.title is None or not _is_untold(record):
            return record
        halves = people.halves(record.title.value, is_beside_papers=is_beside_papers)
        if halves is None:
            return record
        title = replace(record.title, value=halves[0])
        if (people.are_papers or is_beside_papers) and kind_of_words(record.title.value) == "other":
            return replace(record, title=None, paper=_paper(title, halves[1]))
        named = replace(record.paper, title=title) if record.paper else None
        return replace(
            record, title=title, paper=named, people=with_more(record.people, _names(halves[1]), title.place)
        )

    changed = tuple(session(each) for each in reading.sessions)
    return replace(reading, sessions=changed) if changed != reading.sessions else reading


def people_maybe_in_titles(reading: Reading, likely: Iterable[Fact[str]]) -> Iterator[Fact[str]]:
    """The titles that end as if they named somebody, as these others may, whom nothing here reads."""
    if _is_of_others(reading):
        yield from likely
        return
    people = _People(reading)
    doubtful = (
        title
        for title, is_talk, is_beside in _untold(reading)
        if people.is_doubtful(title.value, is_talk=is_talk, is_beside_papers=is_beside)
    )
    yield from dict.fromkeys((*(title for title in likely if not people.halves(title.value)), *doubtful))


def _is_of_others(reading: Reading) -> bool:
    """Whether a document has people in elements of their own, or its titles are published ones."""
    own = reading.format
    return not own.is_copied or own.parts_names or not any(_untold(reading))


def _holds_papers(session: SessionRecord) -> bool:
    """Whether papers with authors are at least half of what is in a session."""
    papers = sum(slot.paper is not None and slot.paper.authors is not None for slot in session.slots)
    return 0 < len(session.slots) <= 2 * papers


def _untold(reading: Reading) -> Iterator[tuple[Fact[str], bool, bool]]:
    """The titles beside which nobody is told, with whether each is a talk, and stands beside papers."""
    are_talks = not any(session.slots for session in reading.sessions)
    for session in reading.sessions:
        is_beside_papers = _holds_papers(session)
        if session.title and _is_untold(session):
            yield session.title, are_talks, False
        for slot in session.slots:
            if slot.title and _is_untold(slot):
                yield slot.title, True, is_beside_papers


def _is_untold(record: SessionRecord | SlotRecord) -> bool:
    """Whether a talk or a session of one has no people, and may name them in its title.

    A talk that is a paper of another list is called as there: only brackets or "by" behind it name people.
    """
    title = record.title.value if record.title else ""
    if isinstance(record, SessionRecord):
        is_held = bool(record.slots)
    else:
        is_held = record.paper is not None and not _is_mention_with_people(record.paper, title)
    is_told = is_held or speakers_of(record.people)
    if is_told or not _SIGN.search(title) or is_section(title) or is_ceremony(title):
        return False
    return kind_of_words(title) not in PAUSES and not names_speaker(title)


def _is_mention_with_people(paper: PaperRecord, title: str) -> bool:
    is_mention = paper.is_mention and paper.submission is None
    return is_mention and (_BRACKETS.search(title) is not None or ", by " in title)


def _split_of(titles: Sequence[str]) -> Split | None:
    """How titles and people part, as most of these titles show."""
    entries = [[title] for title in titles]
    split = best_split(entries) if len(entries) >= _FEWEST else None
    parted = sum(fits(split, entry) for entry in entries) if split else 0
    return split if parted >= max(_FEWEST, len(entries) / 2) else None


def _alone(title: str) -> Halves | None:
    """How one title parts by itself."""
    split = best_split([[title]])
    halves = part(split, [title]) if split else None
    return halves if halves and is_read(halves, [title]) and _is_parted(title, halves) else None


def _is_parted(title: str, halves: Halves) -> bool:
    """Whether a dash, a bracket or a colon parts both, and no room stands there; a comma only before a place.

    "Owls, Cy Poe (MIT)" names somebody.
    """
    rest = title.removeprefix(halves[0]) if title.startswith(halves[0]) else title.removeprefix(halves[1])
    is_signed = _SIGN.match(rest) or (rest.startswith(", ") and without_workplace(halves[1])[1])
    return bool(is_signed) and not names_room(halves[1]) and rest != title


def _are_placed(byline: str) -> bool:
    """Whether an institution stands behind each name, as behind no topic."""
    is_one = without_workplace(byline)[1] != ""  # "Cy Poe (MIT)"
    return is_one or all(each.affiliation and is_institution(each.affiliation) for each in _names(byline))


def _names(byline: str) -> tuple[Participant, ...]:
    return tuple(map(named, participants(names_of(byline, 0, PrivateValues(), affiliated=False), "speaker")))


def _paper(title: Fact[str], byline: str) -> PaperRecord:
    authors = tuple(
        Authorship(name=each.name, affiliations=(each.affiliation,) if each.affiliation else ())
        for each in _names(byline)
    )
    award, title = award_before(title, has_authors=True) or (None, title)
    return PaperRecord(place=title.place, title=title, authors=Fact(authors, title.place), award=award)
