"""What pages say, in Markdown: the texts of the twins and of llms-full.txt.

`up` is the way from the file to the root of the site; links lead to other twins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.cards.cards import cards, doi_link, links_of, open_aliases, orcid_link
from site_gen.cards.licences import licence_link
from site_gen.cards.organisers import organisers
from site_gen.cards.parts import NamePart, OutLink, PaperCard, Person, SessionCard, SlotCard
from site_gen.cards.prose_pages import in_order
from site_gen.cards.times import day_moment
from site_gen.conference import Session
from site_gen.graph.queries import query
from site_gen.locale import Words
from site_gen.site import Site, Subject
from site_gen.site.subjects import AwardsOf, ChangesOf, CommitteesOf, ProseOf, ScheduleOf
from site_gen.text import sort_key
from site_gen.writers.markdown import facts, line, link, quotation

Lines = list[str]


def paper_text(site: Site, up: str, edition_id: str, paper_id: str) -> Lines:
    """The facts of a paper and its abstract as a quotation; without its title."""
    edition = site.catalogue.editions[edition_id]
    paper, card = edition.papers[paper_id], cards(site).paper(edition_id, paper_id)
    known = [
        (site.locale.words.edition, edition_link(site, up, edition_id)),
        (site.locale.words.authors, _names(up, card.byline)),
        ("Status", card.status),
        (site.locale.words.note, line(paper.note or "")),
        (site.locale.words.erratum, line(paper.erratum or "")),
        *((site.locale.words.award, line(award.name)) for award in edition.awards.get(paper_id, ())),
        *((site.locale.words.in_the_programme, text) for text in _places(site, up, edition_id, paper_id)),
        (site.locale.words.pages, line(str(paper.pages or ""))),
        (site.locale.words.doi, _out_links([doi_link(paper.doi)]) if paper.doi else ""),
        (site.locale.words.licence, _licence(paper.licence or edition.conference.licence)),
        (site.locale.words.keywords, ", ".join(line(word) for word in paper.keywords)),
        (site.locale.words.links, _out_links(links_of(site.locale, paper.links))),
        (site.locale.words.bibtex, link(f"{paper_id}.bib", f"{up}{card.route}{paper_id}.bib")),
    ]
    if not paper.abstract:
        return [*facts(known), "", site.locale.words.no_abstract]
    cut = [] if paper.abstract_complete else ["", site.locale.words.cut_abstract]
    return [*facts(known), "", f"{site.locale.words.abstract}:", "", *quotation(paper.abstract), *cut]


def session_text(site: Site, up: str, edition_id: str, session: Session) -> Lines:
    """The facts of a session, its description as a quotation, and its slots; without its title."""
    card = cards(site).session(edition_id, session.id)
    whole = site.catalogue.editions[edition_id].sessions.get(session.part_of or "")
    known = [
        (site.locale.words.edition, edition_link(site, up, edition_id)),
        ("Kind", card.kind_name),
        *_session_facts(site.locale.words, card),
        (site.locale.words.part_of, _session_link(site, up, edition_id, whole) if whole else ""),
        *((person.role, person_line(up, person)) for person in card.people),
        (site.locale.words.links, _out_links(links_of(site.locale, session.links))),
    ]
    described = ["", *quotation(session.description)] if session.description else []
    slots = cards(site).slots(edition_id, session)
    return [*facts(known), *described, *([""] if slots else []), *_slot_lines(up, slots)]


def day_text(site: Site, up: str, edition_id: str, day: str) -> Lines:
    """The sessions of a day with their slots."""
    edition = site.catalogue.editions[edition_id]
    found = [session for each in edition.days if each.isoformat() == day for session in edition.on_day[each]]
    lines = [edition_link(site, up, edition_id), ""]
    for session in found:
        lines.append(f"- {session_item(site, up, edition_id, session)}")
        slots = cards(site).slots(edition_id, session)
        lines += [f"    {text}" for text in _slot_lines(up, slots)]
    return lines


def author_text(site: Site, up: str, author_id: str) -> Lines:
    """What is known of a person, and their papers by edition."""
    people = site.catalogue.people
    author = people.authors[author_id]
    known = [
        (site.locale.words.also_printed_as, ", ".join(line(alias) for alias in open_aliases(people, author))),
        (site.locale.words.orcid, _out_links([orcid_link(author.orcid)]) if author.orcid else ""),
    ]
    lines = facts(known)
    for edition, papers in _by_edition(site, author_id).items():
        lines += ["", f"## {edition_link(site, up, edition)}", "", *paper_items(site, up, edition, papers)]
    return lines


def awards_text(site: Site, up: str, edition_id: str) -> Lines:
    """The awards of an edition with their papers."""
    lines = [edition_link(site, up, edition_id)]
    for award in site.catalogue.editions[edition_id].conference.awards:
        lines += ["", f"## {line(award.name)}", "", *paper_items(site, up, edition_id, award.papers)]
    return lines


def papers_text(site: Site, up: str, edition_id: str) -> Lines:
    """All papers of an edition."""
    papers = site.catalogue.editions[edition_id].papers
    return [edition_link(site, up, edition_id), "", *paper_items(site, up, edition_id, papers)]


def authors_text(site: Site, up: str) -> Lines:
    """Everybody who has a page, by name."""
    authors = sorted(site.catalogue.people.authors.values(), key=lambda author: sort_key(author.name))
    return [f"- {link(line(author.name), f'{up}authors/{author.id}/index.md')}" for author in authors]


def edition_text(site: Site, up: str, edition_id: str) -> Lines:
    """When and where an edition was, and the ways into it."""
    edition = site.catalogue.editions[edition_id]
    conference = edition.conference
    known = [
        ("Dates", site.locale.span(conference.first_day, conference.last_day)),
        (site.locale.words.place, line(conference.place)),
        (site.locale.words.proceedings, line(conference.proceedings or "")),
        (site.locale.words.volume, line(conference.volume or "")),
        (site.locale.words.publisher, line(conference.publisher or "")),
        (site.locale.words.issn, line(str(conference.issn or ""))),
        (site.locale.words.isbn, line(str(conference.isbn or ""))),
        (
            site.locale.words.editors,
            ", ".join(person_line(up, each) for each in organisers(site, conference.editors)),
        ),
        (site.locale.words.licence, _licence(conference.licence)),
        (site.locale.words.links, _out_links(links_of(site.locale, conference.links))),
        (site.locale.words.sponsors, ", ".join(line(each.name) for each in conference.sponsors)),
    ]
    described = ["", *quotation(conference.description)] if conference.description else []
    return [*facts(known), *described, "", *(f"- {way}" for way in _ways(site, up, edition_id))]


def home_text(site: Site, up: str) -> Lines:
    """The editions of the series."""
    series = site.catalogue.series
    described = [*quotation(series.description), ""] if series.description else []
    return [*described, *(f"- {edition_item(site, up, each)}" for each in site.catalogue.editions)]


def edition_item(site: Site, up: str, edition_id: str) -> str:
    """An edition with what it holds, on one line."""
    edition = site.catalogue.editions[edition_id]
    dates = site.locale.span(edition.conference.first_day, edition.conference.last_day)
    held = (
        site.locale.count("paper", len(edition.papers)),
        site.locale.count("session", len(edition.sessions)),
    )
    parts = [dates, *(text for text in held if not text.startswith("0 "))]
    return ": ".join(
        part for part in (edition_link(site, up, edition_id), ", ".join(p for p in parts if p)) if part
    )


def edition_link(site: Site, up: str, edition_id: str) -> str:
    """A link to the twin of an edition."""
    title = site.catalogue.editions[edition_id].conference.title
    return link(line(title), f"{up}{edition_id}/index.md")


def paper_items(site: Site, up: str, edition: str, papers: Iterable[str]) -> Lines:
    """Papers with their authors, an item each."""
    return [f"- {_paper_item(site, up, edition, paper)}" for paper in papers]


def _paper_item(site: Site, up: str, edition: str, paper: str) -> str:
    made = _labels(site)
    if (edition, paper) not in made:
        made[edition, paper] = _label(cards(site).paper(edition, paper))
    title, route, names = made[edition, paper]
    return f"[{title}]({up}{route}index.md){names}"


@query
def _labels(_site: Site) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Title, route and names of papers made so far: a paper stands in some six lists."""
    return {}


def _label(card: PaperCard) -> tuple[str, str, str]:
    names = ", ".join(line(part.name or part.missing) for part in card.byline)
    status = f" ({card.status})" if card.status else ""
    return line(card.title.plain), card.route, f"{status}: {names}" if names else status


def _by_edition(site: Site, author: str) -> dict[str, Lines]:
    editions: dict[str, Lines] = {}
    found = site.catalogue.people.papers.get(author, ())
    order = {edition: place for place, edition in enumerate(site.catalogue.editions)}
    for each in sorted(found, key=lambda paper_of: order[paper_of.edition]):
        editions.setdefault(each.edition, []).append(each.paper.id)
    return editions


def _ways(site: Site, up: str, edition_id: str) -> Iterator[str]:
    """The twins of an edition's other pages, and its data."""
    edition = site.catalogue.editions[edition_id]
    yield link(site.locale.words.papers, f"{up}{edition_id}/papers/index.md")
    for day in edition.days:
        yield link(day_moment(site.locale, day).text, f"{up}{edition_id}/schedule/{day.isoformat()}/index.md")
    words = site.locale.words
    others: dict[Subject, str] = {
        ScheduleOf(edition_id): words.schedule,
        AwardsOf(edition_id): words.awards,
        ChangesOf(edition_id): words.changes,
        CommitteesOf(edition_id): words.committees,
    }
    for page, label in others.items():
        route = site.find_file("markdown", page)
        if route:
            yield link(label, f"{up}{route}")
    for prose in in_order(edition.conference.pages):
        yield link(line(prose.title), f"{up}{site.file_address('markdown', ProseOf(edition_id, prose.id))}")
    yield link("Everything as JSON", f"{up}{edition_id}/conference.json")


def _places(site: Site, up: str, edition_id: str, paper_id: str) -> Iterator[str]:
    for appearance in site.catalogue.editions[edition_id].appearances.get(paper_id, ()):
        yield session_item(site, up, edition_id, appearance.session)


def session_item(site: Site, up: str, edition: str, session: Session) -> str:
    """A session with its kind, time and room, on one line."""
    card = cards(site).session(edition, session.id)
    told = ", ".join(
        [card.kind_name, *(value for _, value in _session_facts(site.locale.words, card) if value)]
    )
    return f"{_session_link(site, up, edition, session)}: {told}"


def _session_link(site: Site, up: str, edition: str, session: Session) -> str:
    card = cards(site).session(edition, session.id)
    return link(line(card.title.plain), f"{up}{card.route}index.md")


def _session_facts(words: Words, card: SessionCard) -> list[tuple[str, str]]:
    times = "–".join(moment.text for moment in (card.start, card.end) if moment)
    return [
        ("Status", card.status),
        (words.note, line(card.note)),
        ("Day", card.day.text if card.day else ""),
        (words.time, times),
        (words.room, line(card.room.name) if card.room else ""),
    ]


def _slot_lines(up: str, slots: Iterable[SlotCard]) -> Lines:
    return [f"{slot.position}. {_slot(up, slot)}" for slot in slots]


def _slot(up: str, slot: SlotCard) -> str:
    title = line(slot.title.plain)
    shown = link(title, f"{up}{slot.route}index.md") if slot.route else title
    names = ", ".join(line(part.name or part.missing) for part in slot.byline)
    people = ", ".join(f"{person.role} {line(person.name)}" for person in slot.people)
    start = f"{slot.start.text} " if slot.start else ""
    told = [slot.status, line(slot.note), names, people, line(slot.room.name) if slot.room else ""]
    known = "; ".join(part for part in told if part)
    return f"{start}{shown}: {known}" if known else f"{start}{shown}"


def _names(up: str, byline: Iterable[NamePart]) -> str:
    return ", ".join(
        link(line(part.name), f"{up}{part.route}index.md") if part.route else line(part.name or part.missing)
        for part in byline
    )


def person_line(up: str, person: Person) -> str:
    name = line(person.name)
    shown = link(name, f"{up}{person.route}index.md") if person.route else name
    return f"{shown} ({line(person.affiliation)})" if person.affiliation else shown


def _licence(licence: str | None) -> str:
    return _out_links([licence_link(licence)]) if licence else ""


def _out_links(links: Iterable[OutLink]) -> str:
    return ", ".join(link(line(each.label), each.url) for each in links)
