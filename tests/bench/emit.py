"""A corpus as the sources of a generator: ours, and Hugo's in the form that suits it best."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from site_gen.content import Plain, paths, write_files, write_list, write_mapping
from tests.bench.corpus import Corpus, MadePaper, MadeSession

EDITION = "2026"

_Card = dict[str, str | None]
_Page = dict[str, object]


def emit_plenary(corpus: Corpus, project: Path, **series: Plain) -> None:
    """content/ of a project, one file a paper; `series` are further keys of its site.yaml."""
    files: dict[str, str | None] = {
        paths.SITE: write_mapping({"title": "SynthConf", "time_zone": "Europe/Vienna", **series}),
        paths.conference(EDITION): write_mapping({"title": corpus.title}),
        paths.sessions(EDITION): sessions_file(corpus),
        paths.awards(EDITION): _awards(corpus),
    }
    for paper in corpus.papers:
        files[paths.paper(EDITION, paper.id)] = paper_file(paper, corpus)
    write_files(project, files)


def paper_file(paper: MadePaper, corpus: Corpus) -> str:
    """The content file of a paper."""
    authors: list[Plain] = [corpus.authors[author] for author in paper.authors]
    return write_mapping({"title": paper.title, "authors": authors, "abstract": paper.abstract})


def sessions_file(corpus: Corpus) -> str:
    """The content file of all sessions, with their papers as slots."""
    slots: dict[str, list[Plain]] = defaultdict(list)
    for paper in corpus.papers:
        slots[paper.session].append({"paper": paper.id})
    return write_list([_session(each, slots[each.id]) for each in corpus.sessions])


def _session(session: MadeSession, slots: list[Plain]) -> dict[str, Plain]:
    keys: dict[str, Plain] = {"id": session.id, "title": session.title, "kind": "oral"}
    keys |= {"date": session.date, "start": session.start, "end": session.end, "room": session.room}
    return keys | {"slots": slots}


def _awards(corpus: Corpus) -> str:
    papers: dict[str, list[Plain]] = defaultdict(list)
    for paper in corpus.papers:
        if paper.award:
            papers[paper.award].append(paper.id)
    return write_list(
        [
            {"id": name.lower().replace(" ", "-"), "name": name, "papers": listed}
            for name, listed in sorted(papers.items())
        ]
    )


def emit_hugo(corpus: Corpus, folder: Path) -> None:
    """A Hugo site of the same pages, in the form that suits it best: no taxonomies, every relation
    worked out beforehand, all pages from content adapters over JSON."""
    write_files(folder, {**_HUGO_FILES, **_hugo_data(corpus)})


_LINE = (
    '<li><a href="/papers/{{ .id }}/">{{ .title }}</a>{{ with .award }} <span class="award">{{ . }}</span>'
    "{{ end }}<br>{{ .line }}</li>"
)
_LIST = "<ul>{{ range .Params.papers }}" + _LINE + "{{ end }}</ul>"
_HUGO_FILES: dict[str, str | None] = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "SynthConf 2026"\n'
    'disableKinds = ["rss","sitemap","taxonomy","term","404","section"]\n',
    "static/site.css": "body{font:16px/1.5 sans-serif}\n",
    "layouts/_default/baseof.html": '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{{ .Title }}</title>'
    '<meta name="description" content="{{ .Title }}"><link rel="stylesheet" href="/site.css"></head>\n'
    '<body><header><nav><a href="/">This edition</a> <a href="/days/">Schedule</a> '
    '<a href="/papers/">Papers</a> <a href="/awards/all/">Awards</a></nav></header>\n<main>\n'
    '{{ block "main" . }}{{ end }}\n</main><footer>SynthConf 2026</footer></body></html>\n',
    "layouts/papers/single.html": '{{ define "main" }}<article><h1>{{ .Title }}</h1>\n<p class="authors">'
    '{{ range $i, $a := .Params.authors }}{{ if $i }}, {{ end }}<a href="/authors/{{ .id }}/">{{ .name }}</a>'
    '{{ end }}</p>\n<p class="session"><a href="/sessions/{{ .Params.session.id }}/">'
    '{{ .Params.session.title }}</a></p>\n{{ with .Params.award }}<p class="award">{{ . }}</p>{{ end }}\n'
    '<div class="abstract">{{ .Content }}</div>\n<nav>{{ with .Params.prev }}<a rel="prev" '
    'href="/papers/{{ .id }}/">{{ .title }}</a>{{ end }} {{ with .Params.next }}<a rel="next" '
    'href="/papers/{{ .id }}/">{{ .title }}</a>{{ end }}</nav></article>{{ end }}',
    "layouts/authors/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>' + _LIST + "{{ end }}",
    "layouts/awards/single.html": '{{ define "main" }}<h1>Awards</h1>{{ range .Params.awards }}'
    "<h2>{{ .name }}</h2><ul>{{ range .papers }}" + _LINE + "{{ end }}</ul>{{ end }}{{ end }}",
    "layouts/sessions/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1><p><a href="/days/'
    '{{ .Params.date }}/">{{ .Params.day }}</a> {{ .Params.start }}-{{ .Params.end }}, '
    "{{ .Params.room }}</p>" + _LIST + "{{ end }}",
    "layouts/days/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Params.sessions }}<h2>'
    '{{ .start }} <a href="/sessions/{{ .id }}/">{{ .title }}</a></h2><ul>{{ range .papers }}'
    + _LINE
    + "{{ end }}</ul>{{ end }}{{ end }}",
    "layouts/_default/home.html": '{{ define "main" }}<h1>Papers</h1><ul>'
    '{{ range (resources.Get "home.json" | transform.Unmarshal) }}' + _LINE + "{{ end }}</ul>{{ end }}",
}
_ADAPTER = (
    '{{{{ range (resources.Get "{0}.json" | transform.Unmarshal) }}}}{{{{ $.AddPage (dict "path" .path '
    '"title" .title "kind" "page" "params" .params "content" (dict "mediaType" "text/markdown" "value" '
    ".text)) }}}}{{{{ end }}}}"
)


def _hugo_data(corpus: Corpus) -> dict[str, str | None]:
    cards = {paper.id: _card(paper, corpus) for paper in corpus.papers}
    by_author, by_session = defaultdict(list), defaultdict(list)
    for paper in corpus.papers:
        by_session[paper.session].append(cards[paper.id])
    for paper in sorted(corpus.papers, key=_by_title):
        for author in paper.authors:
            by_author[author].append(cards[paper.id])
    pages = {
        "papers": [*_hugo_papers(corpus, cards)],
        "authors": [
            _hugo_page(author, name, papers=by_author[author]) for author, name in corpus.authors.items()
        ],
        "sessions": [
            _hugo_page(each.id, each.title, **vars(each), day=_day(each.date), papers=by_session[each.id])
            for each in corpus.sessions
        ],
        "days": [_hugo_day(day, corpus, by_session) for day in corpus.days],
        "awards": [_hugo_page("all", "Awards", awards=_hugo_awards(cards))],
    }
    files: dict[str, str | None] = {"assets/home.json": json.dumps(_listed(corpus, cards))}
    for section, listed in pages.items():
        files[f"assets/{section}.json"] = json.dumps(listed)
        files[f"content/{section}/_content.gotmpl"] = _ADAPTER.format(section)
    return files


def _hugo_papers(corpus: Corpus, cards: Mapping[str, _Card]) -> Iterator[_Page]:
    titles = {session.id: session.title for session in corpus.sessions}
    around = [None, *_listed(corpus, cards), None]
    for number, paper in enumerate(sorted(corpus.papers, key=_by_title), 1):
        yield _hugo_page(
            paper.id,
            paper.title,
            paper.abstract,
            authors=[{"id": author, "name": corpus.authors[author]} for author in paper.authors],
            session={"id": paper.session, "title": titles[paper.session]},
            award=paper.award,
            prev=around[number - 1],
            next=around[number + 1],
        )


def _hugo_day(day: str, corpus: Corpus, by_session: Mapping[str, list[_Card]]) -> _Page:
    sessions = [vars(each) | {"papers": by_session[each.id]} for each in corpus.sessions if each.date == day]
    return _hugo_page(day, _day(day), sessions=sessions)


def _hugo_awards(cards: Mapping[str, _Card]) -> list[dict[str, object]]:
    awards: dict[str, list[_Card]] = defaultdict(list)
    for card in cards.values():
        if card["award"]:
            awards[card["award"]].append(card)
    return [{"name": name, "papers": papers} for name, papers in sorted(awards.items())]


def _listed(corpus: Corpus, cards: Mapping[str, _Card]) -> list[_Card]:
    """All papers as the list of an edition has them: by title."""
    return [cards[paper.id] for paper in sorted(corpus.papers, key=_by_title)]


def _by_title(paper: MadePaper) -> str:
    return paper.title.casefold()


def _card(paper: MadePaper, corpus: Corpus) -> _Card:
    line = ", ".join(corpus.authors[author] for author in paper.authors)
    return {"id": paper.id, "title": paper.title, "award": paper.award, "line": line}


def _day(written: str) -> str:
    """A day as a page prints it: Monday, 18 May 2026."""
    day = date.fromisoformat(written)
    return f"{day:%A}, {day.day} {day:%B %Y}"


def _hugo_page(path: str, page_title: str, text: str = "", **params: object) -> _Page:
    return {"path": path, "title": page_title, "text": text, "params": params}
