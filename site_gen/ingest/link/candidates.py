"""What two units have in common becomes a candidate: its rank, its score, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter

from site_gen.ingest.link.blocking import Pair, mention_pairs
from site_gen.ingest.link.evidence import OTHER_TEXT, SOME_AUTHORS, Likeness, are_strangers, compare
from site_gen.ingest.link.matching import Candidate, Papers, Rank
from site_gen.ingest.link.title_words import Mention, Vocabulary
from site_gen.ingest.link.traits import Unit

RETITLED = 0.6  # between a title and its last version; those of two papers stay below it
UNKNOWN = 0.5  # what a kind of evidence counts that one of two units does not have


def candidates(units: list[Unit], pairs: Iterable[Pair], vocabulary: Vocabulary) -> list[Candidate]:
    """The candidates among pairs of units, in the order of the units."""
    found: list[Candidate] = []
    same_authors: list[tuple[Pair, Likeness]] = []  # nothing is kept of the many others

    def weigh(pair: Pair, likeness: Likeness, *, has_rival: bool) -> None:
        left, right = units[pair[0]], units[pair[1]]
        weigh = _weigh_edited if left.edited or right.edited else _weigh
        rank, score, why, is_enough = weigh(likeness, partial(_mention, left, right, vocabulary), has_rival)
        if rank is not None:
            found.append(Candidate(*pair, rank, score, why, is_enough))

    for pair in pairs:
        left, right = units[pair[0]], units[pair[1]]
        if are_strangers(left, right):
            continue
        likeness = compare(left, right)
        if likeness.same_authors:
            same_authors.append((pair, likeness))
        else:
            weigh(pair, likeness, has_rival=False)
    crowded = _crowded(units, [pair for pair, _ in same_authors])
    for (one, other), likeness in same_authors:
        has_rival = (one, units[other].document) in crowded or (other, units[one].document) in crowded
        weigh((one, other), likeness, has_rival=has_rival)
    return sorted(found, key=attrgetter("left", "right"))


# Costly, and asked only where nothing surer is known.
MentionOf = Callable[[], Mention | None]
Weight = tuple[Rank | None, float, str, bool]
NOTHING: Weight = (None, 0.0, "", False)


def _crowded(units: list[Unit], same_authors: Iterable[Pair]) -> set[tuple[int, str]]:
    """Units that have the same authors as several units of one document."""
    seen: set[tuple[int, str]] = set()
    crowded: set[tuple[int, str]] = set()
    for left, right in same_authors:
        for own, other in ((left, right), (right, left)):
            key = (own, units[other].document)
            (crowded if key in seen else seen).add(key)
    return crowded


def _weigh(likeness: Likeness, mention: MentionOf, has_rival: bool) -> Weight:
    """The strongest evidence that two units of sources are one paper."""
    text = UNKNOWN if likeness.text is None else likeness.text
    authors = UNKNOWN if likeness.authors is None else likeness.authors
    if likeness.same_number and not likeness.contradicts:
        title = UNKNOWN if likeness.title is None else likeness.title
        return Rank.NUMBER, 2 * title + text + authors, "several papers have this number", True
    if likeness.same_title:
        other_text = likeness.text is not None and likeness.text < OTHER_TEXT
        are_others = likeness.contradicts or (other_text and not likeness.same_authors)
        why = "the titles are equal, but not the " + ("texts" if other_text else "authors")
        if not are_others:  # it stays open where papers that are not one have the title
            why = "the titles are equal, but so is another paper's"
        return Rank.TITLE, (likeness.title or 0) + 2 * text + 2 * authors, why, not are_others
    if likeness.same_text:
        is_enough = not likeness.contradicts and authors >= UNKNOWN
        why = "the texts begin the same, but not the " + (
            "titles" if likeness.title is not None else "authors"
        )
        return Rank.TEXT, text + authors / 2, why, is_enough
    if likeness.contradicts:
        return _weigh_contradiction(likeness)
    return _weigh_authors(likeness, mention, has_rival)


def _weigh_contradiction(likeness: Likeness) -> Weight:
    """Nothing is joined here, but what comes near is worth telling."""
    title = likeness.title or 0.0
    is_retitled = title >= RETITLED and likeness.authors == 1 and likeness.shared_names > 1
    if is_retitled or (title >= 0.85 and likeness.same_authors):
        return Rank.TITLE, title, "the authors are equal and the titles nearly so", False
    if likeness.text is not None and likeness.text >= OTHER_TEXT and likeness.title is None:
        return Rank.TEXT, likeness.text, "the texts begin nearly the same", False
    return NOTHING


def _weigh_authors(likeness: Likeness, mention_of: MentionOf, has_rival: bool) -> Weight:
    """Equal authors join; where several papers have them, or only most are equal, words must agree."""
    if likeness.authors is None or likeness.authors < SOME_AUTHORS:
        return NOTHING
    mention = mention_of()
    score = 2 * likeness.authors + (min(mention.strength, 8) / 5 if mention else 0)
    words = mention.words if mention else 0.0
    convincing = mention is not None and mention.is_convincing
    if not likeness.same_authors:
        why = "most authors are equal"
        return Rank.AUTHORS, score, why, convincing or words >= 0.5
    if has_rival:
        return (
            Rank.AUTHORS,
            score,
            "the authors are equal, but so are another paper's",
            convincing or words >= 0.3,
        )
    why = "the one author is equal, but no word of the title is in the text"
    return Rank.AUTHORS, score, why, likeness.shared_names > 1 or mention is None or convincing or words > 0


def _weigh_edited(likeness: Likeness, mention: MentionOf, has_rival: bool) -> Weight:
    """The strongest evidence that records are a paper of content, though people may have edited it."""
    text = UNKNOWN if likeness.text is None else likeness.text
    authors = UNKNOWN if likeness.authors is None else likeness.authors
    title = UNKNOWN if likeness.title is None else likeness.title
    if likeness.same_title or title == 1:
        return (
            Rank.TITLE,
            title + 2 * text + 2 * authors,
            "",
            text >= OTHER_TEXT or authors >= SOME_AUTHORS or (likeness.text is None),
        )
    if likeness.same_text:
        return Rank.TEXT, text + authors / 2 + title / 4, "", True
    if likeness.text is not None:
        return NOTHING
    rank, score, why, is_enough = _weigh_authors(likeness, mention, has_rival)
    renamed = likeness.title is not None
    return rank, score + title, why, is_enough and (not renamed or title >= 0.5 or likeness.shared_names > 2)


def _mention(left: Unit, right: Unit, vocabulary: Vocabulary) -> Mention | None:
    """What the text of one says of the title of the other; None where there is no such pair."""
    mentions = [
        vocabulary.mention(titled, with_text)
        for titled, with_text in ((left, right), (right, left))
        if titled.title and with_text.text and not titled.text
    ]
    return max(mentions, key=lambda mention: mention.strength, default=None)


def mention_candidates(papers: Papers, vocabulary: Vocabulary, of_content: bool) -> Iterator[Candidate]:
    """Candidates by title and text alone, among papers that have only one of the two.

    With `of_content` one of the two is a paper that ingest once made, otherwise none is.
    """
    titled, texts = _halves(papers)
    titled_units = [papers.units[position] for position in titled]
    text_units = [papers.units[position] for position in texts]
    for (left, right), only_here in mention_pairs(titled_units, text_units, vocabulary).items():
        one, other = titled_units[left], text_units[right]
        if one.document == other.document or of_content is not (one.edited or other.edited):
            continue
        mention = vocabulary.mention(one, other)
        is_enough = mention.is_convincing and (mention.count > 0 or only_here > 1)
        if mention.is_convincing or (mention.count and mention.words >= 0.25) or mention.words >= 0.5:
            yield Candidate(
                titled[left], texts[right], Rank.MENTION, mention.strength,
                "words of the title are in the text", is_enough,
            )  # fmt: skip


def _halves(papers: Papers) -> tuple[list[int], list[int]]:
    """Positions of units with a title whose paper has no text, and with a text whose paper has no title."""
    has_title = {papers.paper(position) for position, unit in enumerate(papers.units) if unit.title}
    has_text = {papers.paper(position) for position, unit in enumerate(papers.units) if unit.text}
    titled = [p for p, unit in enumerate(papers.units) if unit.title and papers.paper(p) not in has_text]
    texts = [p for p, unit in enumerate(papers.units) if unit.text and papers.paper(p) not in has_title]
    return titled, texts
