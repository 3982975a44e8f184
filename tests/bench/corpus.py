"""A made-up conference of any size, with the statistics of the real source documents.

Deterministic: the same number of papers gives the same conference.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.text import slug

SOURCES = Path(__file__).parents[2] / "content" / "sources"
AUTHORS_PER_PAPER = 2.2  # how many new people a paper brings
PAPERS_PER_SESSION = 5
STARTS = ("09:00", "10:30", "13:30", "15:00", "16:30")
AWARDS = ("Outstanding Paper Award", "Best Paper Award", "Honorable Mention")


@dataclass(frozen=True)
class MadePaper:
    """A paper; `authors` are ids, `number` counts from 1."""

    id: str
    number: int
    title: str
    authors: tuple[str, ...]
    session: str
    abstract: str
    award: str | None


@dataclass(frozen=True)
class MadeSession:
    """A session of an hour on one of the days."""

    id: str
    title: str
    date: str
    start: str
    end: str
    room: str


@dataclass
class Corpus:
    """The whole conference; `authors` maps ids to names."""

    title: str = "SynthConf 2026"
    days: tuple[str, ...] = ()
    sessions: list[MadeSession] = field(default_factory=list)
    authors: dict[str, str] = field(default_factory=dict)
    papers: list[MadePaper] = field(default_factory=list)


@dataclass
class _Samples:
    """What the real source documents teach: word chains, lengths, sizes of bylines, parts of names.

    `words` are those of the abstracts as they come, so that a frequent word is drawn often.
    """

    chain: dict[tuple[str, str], list[str]]
    starts: list[tuple[str, str]]
    lengths: list[int]
    bylines: list[int]
    given: list[str]
    family: list[str]
    words: list[str]


def make_corpus(papers: int) -> Corpus:
    """The conference with this many papers."""
    chance = random.Random(papers)
    samples = _read_samples()
    corpus = Corpus(days=tuple(f"2026-05-{18 + day}" for day in range(4 if papers < 1000 else 5)))
    corpus.sessions = list(_sessions(papers, corpus.days, samples, chance))
    corpus.authors = _people(round(papers * AUTHORS_PER_PAPER), samples, chance)
    corpus.papers = list(_papers(papers, corpus, samples, chance))
    return corpus


def _read_samples() -> _Samples:
    texts: dict[str, str] = {}
    bylines: list[list[str]] = []
    for path in sorted(SOURCES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if " · " in line or line.startswith("Authors:"):
                names = re.split(r"\s+·\s+|\s*;\s*", line.removeprefix("Authors:").strip())
                bylines.append([name for name in names if len(name.split()) > 1])
            elif len(line) > 300 and not line.endswith("…"):
                texts.setdefault(line[:80], line)
    chain: dict[tuple[str, str], list[str]] = defaultdict(list)
    starts = []
    for text in texts.values():
        words = [word for word in (re.sub(r"[\\$`*_<>\[\]{}|#~]", "", part) for part in text.split()) if word]
        starts.append((words[0], words[1]))
        for first, second, third in zip(words, words[1:], words[2:], strict=False):
            chain[first, second].append(third)
    parts = [name.split() for byline in bylines for name in byline if name.isascii()]
    vocabulary = [word for text in texts.values() for word in re.findall(r"[A-Za-z]{4,}", text)]
    return _Samples(
        chain, starts, sorted(map(len, texts.values())), sorted(map(len, bylines)),
        sorted({part[0].capitalize() for part in parts}), sorted({part[-1].capitalize() for part in parts}),
        vocabulary,
    )  # fmt: skip


def _sessions(
    papers: int, days: Sequence[str], samples: _Samples, chance: random.Random
) -> Iterator[MadeSession]:
    count = max(len(days), round(papers / PAPERS_PER_SESSION))
    for number in range(count):
        start = STARTS[(number * len(STARTS) * len(days) // count) % len(STARTS)]
        topic = " ".join(chance.choice(samples.words).capitalize() for _ in range(3))
        yield MadeSession(
            f"session-{number + 1:04}", f"Session {number + 1}: {topic}", days[number * len(days) // count],
            start, f"{int(start[:2]) + 1:02}{start[2:]}", f"Hall {number % (count // len(days) + 1) + 1}",
        )  # fmt: skip


def _people(count: int, samples: _Samples, chance: random.Random) -> dict[str, str]:
    people: dict[str, str] = {}
    while len(people) < count:
        middle = chance.choice(["", "", "A. ", "J. ", "M. ", chance.choice(samples.given) + " "])
        name = f"{chance.choice(samples.given)} {middle}{chance.choice(samples.family)}"
        people.setdefault(slug(name), name)
    return people


def _papers(count: int, corpus: Corpus, samples: _Samples, chance: random.Random) -> Iterator[MadePaper]:
    fresh = list(corpus.authors)
    chance.shuffle(fresh)
    people, used = list(corpus.authors), set[str]()
    awarded = set(chance.sample(range(count), max(5, count // 100)))
    for number in range(count):
        title = _title(samples, chance)
        paper_id = slug(title)
        while paper_id in used:
            paper_id = slug(f"{chance.choice(samples.words)} {title}")
        used.add(paper_id)
        yield MadePaper(
            paper_id, number + 1, title, _byline(number, count, fresh, people, samples, chance),
            corpus.sessions[number * len(corpus.sessions) // count].id, _abstract(samples, chance),
            chance.choice(AWARDS) if number in awarded else None,
        )  # fmt: skip


def _title(samples: _Samples, chance: random.Random) -> str:
    """Words of the abstracts; a long one ends it, for none ends in "with"."""
    words = [chance.choice(samples.words) for _ in range(chance.randint(4, 11))]
    last = next(word for word in iter(lambda: chance.choice(samples.words), "") if len(word) > 7)
    return " ".join(word.capitalize() for word in [*words, last])


def _byline(
    number: int, count: int, fresh: list[str], people: list[str], samples: _Samples, chance: random.Random
) -> tuple[str, ...]:
    """Some new people, so that everybody appears, then known ones with a long tail."""
    size = max(1, chance.choice(samples.bylines))
    new = min(size, len(fresh), round(len(fresh) / (count - number) * chance.uniform(0.6, 1.4)))
    byline = [fresh.pop() for _ in range(len(fresh) if number == count - 1 else new)]
    while len(byline) < size:
        person = people[int(len(people) * chance.random() ** 2.2)]
        if person not in byline:
            byline.append(person)
    return tuple(byline)


def _abstract(samples: _Samples, chance: random.Random) -> str:
    words = list(chance.choice(samples.starts))
    left = max(250, int(chance.choice(samples.lengths) * chance.uniform(0.92, 1.08)))
    while left > 0:
        following = samples.chain.get((words[-2], words[-1]))
        added = [chance.choice(following)] if following else list(chance.choice(samples.starts))
        left -= sum(map(len, added)) + len(added)
        words += added
    for before, after, share in (("*", "*", 0.3), ("**", "**", 0.1), ("`", "`", 0.12), ("$", "$", 0.15)):
        at = chance.randrange(3, len(words) - 3)
        if chance.random() < share and words[at].isalnum():
            words[at] = before + words[at] + after
    return " ".join(words).rstrip(",;:.") + "."
