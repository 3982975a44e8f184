"""`search/*.json`: what the search of the site looks into.

`index.json` has every title and name; a page of results needs no more. `words.json` lists the words of
abstracts and other texts in order, and `texts-<n>.json` tells for a run of them which entries have each:
a browser asks only for the runs that hold what is typed. All of them carry the version of the whole, so
that a reader never joins files of two builds; their form may change with every release.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from site_gen.exports.search.entries import Found, find_all
from site_gen.exports.search.words import rising
from site_gen.graph.queries import table
from site_gen.markup.characters import without_marks
from site_gen.site import Catalogue, Edition, Export, Naming, Site, Subject
from site_gen.site.subjects import PartOf, SeriesHome
from site_gen.text.json_text import Json

# So many characters of text fill a file of about 30 kB, compressed.
_TEXT_OF_A_FILE = 400_000
# A word that more texts have tells none from another; it is looked for in titles and names only.
_MOST_TEXTS = 600


def _files(site: Site) -> Iterator[Naming]:
    yield SeriesHome(), "search/index.json"
    yield PartOf(SeriesHome(), "words"), "search/words.json"
    for run in range(_runs(site.catalogue)):
        yield PartOf(SeriesHome(), f"texts-{run}"), f"search/texts-{run}.json"


def _runs(contents: Catalogue) -> int:
    """How many files the words are cut into. They are named before any view is made, so this is guessed from
    what content weighs: where the guess is wrong the files are larger or smaller, and hold the same."""
    pages = sum(len(page.markdown) for page in contents.series.pages)
    editions = sum(_text_length(edition) for edition in contents.editions.values())
    return 1 + (pages + editions) // _TEXT_OF_A_FILE


def _text_length(edition: Edition) -> int:
    abstracts = sum(len(paper.abstract or "") for paper in edition.papers.values())
    sessions = sum(len(session.description or "") for session in edition.sessions.values())
    return abstracts + sessions + sum(len(page.markdown) for page in edition.conference.pages)


def _body(site: Site, subject: Subject) -> bytes:
    return _index(site)[subject]


@table
def _index(site: Site) -> Mapping[Subject, bytes]:
    """The bodies of all files."""
    found = find_all(site)
    entries = _entries(found)
    postings = _postings(found.words)
    runs = _cut(list(postings.values()), _runs(site.catalogue))
    words: dict[str, Json] = {"words": " ".join(postings), "runs": [len(run) for run in runs]}
    version = sha256(_written([entries, words, *runs])).hexdigest()[:16]
    documents: dict[Subject, dict[str, Json]] = {
        SeriesHome(): entries,
        PartOf(SeriesHome(), "words"): words,
        **{PartOf(SeriesHome(), f"texts-{place}"): {"texts": [*run]} for place, run in enumerate(runs)},
    }
    return {of: _written({"version": version, **each}) for of, each in documents.items()}


def _entries(found: Found) -> dict[str, Json]:
    groups = found.documents()
    return {
        "kinds": [[kind, *names] for kind, names in found.kinds.items()],
        "editions": found.editions.values,
        "days": found.days.values,
        "rooms": found.rooms.values,
        "tracks": found.tracks.values,
        "awards": found.awards.values,
        "labels": found.labels.values,
        "synonyms": [found.synonyms.get(str(label), "") for label in found.labels.values],
        "stops": found.stop_words,
        "groups": groups,
        "people": found.names.table(),
    }


def _postings(words: Iterable[Sequence[str]]) -> dict[str, str]:
    """The entries that have each word in their text but not in their title; of a common word none."""
    having: dict[str, list[int]] = defaultdict(list)
    for entry, found in enumerate(words):
        for word in found:
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


def _written(value: Json) -> bytes:
    return without_marks(json.dumps(value, ensure_ascii=False, separators=(",", ":"))).encode()


SEARCH_INDEX = Export(
    name="search-index",
    files=_files,
    body=_body,
    media_type="application/json",
    is_alternate=False,
    pack="papers",
)
