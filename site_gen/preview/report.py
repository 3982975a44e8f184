"""/report/: what is missing or doubtful, with the file and line to mend. In the preview only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from site_gen.content import Content, Plain, paths
from site_gen.locale import ENGLISH
from site_gen.preview.folder import Page
from site_gen.preview.overlay import PATH
from site_gen.preview.places import Shown, place_of
from site_gen.problems import Place, Problem, ProblemLog, printable
from site_gen.values import dataclass

REPORT = "/report/"

_WORDS = ENGLISH.words.preview  # beside the problems, which are English

# The key with which a hand mends what ingest, which knows only sources, calls missing.
_KEYS = {"title": "title", "authors": "authors", "abstract": "abstract", "time": "start"}


@dataclass(frozen=True, slots=True)
class _Item:
    """Something to look at; `places` in the order in which they help, `hint` may be empty."""

    what: str
    places: tuple[Place, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Section:
    """Things of one sort, with what to do about them."""

    title: str
    advice: str
    items: tuple[_Item, ...]


def report_page(problems: Sequence[Problem], shown: Shown) -> Page:
    """The report on the problems of the last build and on what the ingest of each edition left open."""
    sections = [section for section in _sections(problems, Content(shown.project)) if section.items]
    number = sum(len(section.items) for section in sections)
    lead = ENGLISH.counted(_WORDS.things, number) if number else _WORDS.nothing
    html = (
        '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">'
        f"<title>{_WORDS.report}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{PATH}report.css"></head><body><main>'
        f"<h1>{_WORDS.report}</h1>"
        f"<p>{lead} {_WORDS.only_here} <a href='/'>{_WORDS.to_site}</a></p>"
        f"{''.join(_section(section, shown) for section in sections)}</main></body></html>"
    ).encode()
    return Page(200, html, hashlib.sha256(html).hexdigest())


def _section(section: _Section, shown: Shown) -> str:
    items = "".join(_item(item, shown) for item in section.items)
    advice = f"<p>{escape(section.advice)}</p>" if section.advice else ""
    return f"<section><h2>{section.title} ({len(section.items)})</h2>{advice}<ul>{items}</ul></section>"


def _item(item: _Item, shown: Shown) -> str:
    places = "".join(f'<p class="place">{shown.html(place)}</p>' for place in item.places)
    lines = [escape(printable(line)) for line in item.hint.split("\n")]
    hint = f"<p>{'<br>'.join(lines)}</p>" if item.hint else ""
    return f"<li><p><strong>{escape(printable(item.what))}</strong></p>{hint}{places}</li>"


def _sections(problems: Sequence[Problem], content: Content) -> Iterator[_Section]:
    for severity, title in (("error", _WORDS.errors), ("warning", _WORDS.warnings)):
        listed = (problem for problem in problems if problem.severity == severity)
        yield _Section(title, "", tuple(_Item(each.what, (each.place,), each.hint) for each in listed))
    editions = content.editions(ProblemLog())
    found = {each: content.mapping(paths.report(each), ProblemLog()) or {} for each in editions}
    reports = list(found.values())
    documents = [document for report in reports for document in _mappings(report, "documents")]
    yield _Section(_WORDS.missing, _WORDS.missing_advice, _missing(found, content))
    yield _Section(_WORDS.doubtful, _WORDS.doubtful_advice, _doubtful(documents))
    yield _Section(_WORDS.counts, _WORDS.count_advice, _disagreeing(documents))
    yield _Section(_WORDS.cut, _WORDS.cut_advice, _cut(found, content))
    yield _Section(_WORDS.similar, _WORDS.similar_advice, _similar(reports))
    yield _Section(_WORDS.filled, _WORDS.filled_advice, _filled(reports))


_Mapping = dict[str, Plain]


def _missing(reports: Mapping[str, _Mapping], content: Content) -> tuple[_Item, ...]:
    found = []
    for edition, report in reports.items():
        sessions = content.listed(paths.sessions(edition), ProblemLog())
        written = {_text(session, "id"): session for session in sessions}
        entries = (entry for each in _mappings(report, "documents") for entry in _mappings(each, "missing"))
        for entry in entries:
            part, _, entity = _text(entry, "what").partition(" of ")
            held = content.mapping(paths.paper(edition, entity), ProblemLog())
            if _KEYS.get(part) not in (held or written.get(entity, {})):
                place = _written(content, edition, entity)
                found.append(
                    _Item(
                        _WORDS.missing_part.format(part=part, entity=entity), (place, *_places(entry, "at"))
                    )
                )
    return tuple(found)


def _written(content: Content, edition: str, entity: str) -> Place:
    """Where a paper or session is written, which is where a hand mends it."""
    is_paper = (content.project / paths.paper(edition, entity)).is_file()
    return Place(paths.paper(edition, entity), 1) if is_paper else content.locate("sessions", edition, entity)


def _doubtful(documents: Iterable[_Mapping]) -> tuple[_Item, ...]:
    entries = (entry for document in documents for entry in _mappings(document, "doubtful"))
    return tuple(_Item(_text(entry, "why"), _places(entry, "records")) for entry in entries)


def _disagreeing(documents: Iterable[_Mapping]) -> tuple[_Item, ...]:
    counts = ((_text(each, "document"), _text(each, "counts_disagree")) for each in documents)
    return tuple(_Item(what, (Place(document),)) for document, what in counts if what)


def _cut(reports: Mapping[str, _Mapping], content: Content) -> tuple[_Item, ...]:
    return tuple(
        _Item(paper, (content.locate("papers", edition, paper, "abstract"), *_places(entry, "at")))
        for edition, report in reports.items()
        for entry in _mappings(report, "cut_abstracts")
        for paper in _texts(entry, "paper")
    )


def _similar(reports: Iterable[_Mapping]) -> tuple[_Item, ...]:
    entries = (entry for report in reports for entry in _mappings(report, "similar_names"))
    return tuple(_Item(" · ".join(_texts(entry, "names")), _places(entry, "at")) for entry in entries)


def _filled(reports: Iterable[_Mapping]) -> tuple[_Item, ...]:
    entries = (entry for report in reports for entry in _mappings(report, "filled_slots"))
    return tuple(
        _Item(
            _WORDS.filled_slot.format(
                paper=_text(entry, "paper"),
                position=_text(entry, "position"),
                session=_text(entry, "session"),
            ),
            _places(entry, "at"),
            _text(entry, "why"),
        )
        for entry in entries
    )


def _mappings(held: _Mapping, key: str) -> list[_Mapping]:
    """The mappings in a list; none where somebody changed the report into something else."""
    value = held.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _texts(held: _Mapping, key: str) -> list[str]:
    """One text, or a list of them."""
    value = held.get(key)
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _text(held: _Mapping, key: str) -> str:
    return ", ".join(_texts(held, key))


def _places(held: _Mapping, key: str) -> tuple[Place, ...]:
    return tuple(map(place_of, _texts(held, key)))
