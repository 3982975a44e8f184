"""`search/*.json`: what the search of the site looks into.

`index.json` has every title and name; a page of results needs no more. `words.json` lists the words of
abstracts and other texts in order, and `texts-<n>.json` tells for a run of them which entries have each:
a browser asks only for the runs that hold what is typed. All of them carry the version of the whole, so
that a reader never joins files of two builds; their form may change with every release.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from site_gen.exports.search.entries import Entries
from site_gen.exports.search.found import find_all, places_of_texts, words_at
from site_gen.exports.search.words import rising
from site_gen.graph.queries import fragment, query, table
from site_gen.markup.characters import without_marks
from site_gen.site import Edition, Export, Naming, Site, Subject
from site_gen.site.subjects import PartOf, SeriesHome
from site_gen.text.json_text import Json

# So many characters of text fill a file of about 30 kB, compressed; and so many has a text on average.
_TEXT_OF_A_FILE = 400_000
_TEXT = 1_200
# A word that more texts have tells none from another; it is looked for in titles and names only.
_MOST_TEXTS = 600


def _files(site: Site) -> Iterator[Naming]:
    yield SeriesHome(), "search/index.json"
    yield PartOf(SeriesHome(), "words"), "search/words.json"
    for run in range(_runs(site)):
        yield PartOf(SeriesHome(), f"texts-{run}"), f"search/texts-{run}.json"


@query
def _runs(site: Site) -> int:
    """How many files the words are cut into. They are named before any view is made, so this is guessed from
    how many texts content has, not from what they say: where the guess is wrong the files are larger or
    smaller, and hold the same."""
    editions = [*site.catalogue.editions.values()]
    pages = [site.catalogue.series.pages, *(each.conference.pages for each in editions)]
    prose = sum(len(page.markdown) for group in pages for page in group)
    return 1 + (prose + _TEXT * sum(map(_texts_of, editions))) // _TEXT_OF_A_FILE


def _texts_of(edition: Edition) -> int:
    """How many papers and sessions say something of themselves."""
    papers = sum(bool(paper.abstract) for paper in edition.papers.values())
    return papers + sum(bool(session.description) for session in edition.sessions.values())


def _body(site: Site, subject: Subject) -> bytes:
    return _index(site)[subject]


@table
def _index(site: Site) -> Mapping[Subject, bytes]:
    """The bodies of all files."""
    postings = _postings(site)
    runs = _cut(list(postings.values()), _runs(site))
    words = _written({"words": " ".join(postings), "runs": [len(run) for run in runs]})
    entries, written_runs = _entries(site), [_written(run) for run in runs]
    version = sha256(f"[{','.join([entries, words, *written_runs])}]".encode()).hexdigest()[:16]
    documents: dict[Subject, str] = {
        SeriesHome(): entries,
        PartOf(SeriesHome(), "words"): words,
        **{
            PartOf(SeriesHome(), f"texts-{place}"): f'{{"texts":{run}}}'
            for place, run in enumerate(written_runs)
        },
    }
    return {of: f'{{"version":"{version}",{text[1:]}'.encode() for of, text in documents.items()}


@fragment
def _entries(site: Site) -> str:
    """Everything that can be found, as it is written, without what texts say."""
    return _written(Entries(find_all(site)).document())


def _postings(site: Site) -> dict[str, str]:
    """The entries that have each word in their text but not in their title; of a common word none."""
    having: dict[str, list[int]] = defaultdict(list)
    for entry, text in enumerate(places_of_texts(site)):
        if text:
            for word in words_at(site, text):
                having[word].append(entry)
    ordered = sorted(having, key=_order)
    return {word: rising(having[word]) if len(having[word]) <= _MOST_TEXTS else "" for word in ordered}


def _order(word: str) -> bytes:
    """Orders words as a script compares them, by units of UTF-16."""
    return word.encode("utf-16-be")


def _cut(postings: Sequence[str], runs: int) -> list[list[Json]]:
    """The postings in as many runs, of about one size."""
    whole = sum(map(len, postings)) + 1
    cut: list[list[Json]] = [[] for _ in range(runs)]
    before = 0
    for each in postings:
        cut[before * runs // whole].append(each)
        before += len(each)
    return cut


def _written(value: Json) -> str:
    return without_marks(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


SEARCH_INDEX = Export(
    name="search-index",
    files=_files,
    body=_body,
    media_type="application/json",
    is_alternate=False,
    pack="papers",
)
