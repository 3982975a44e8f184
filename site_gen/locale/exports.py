"""The words for the files for programs: what each holds, and the name of its specification."""

from __future__ import annotations

from collections.abc import Mapping

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What is said of an export, and the name of its specification; empty where it has none."""

    title: str
    description: str = ""
    specification: str = ""


EXPORTS: Mapping[str, ExportWords] = {
    "archive": ExportWords(
        "Archive",
        "The data of an edition in one zip file, with SHA-256 sums and CITATION.cff.",
    ),
    "atom": ExportWords(
        "Atom feeds",
        "News for feed readers: of the series, and of the papers and awards of each edition.",
        "RFC 4287",
    ),
    "authors-json": ExportWords(
        "People as JSON",
        "Everybody who has a page, with their papers over all editions. Its JSON Schema is "
        "data/authors.schema.json.",
        "JSON, RFC 8259",
    ),
    "bibtex": ExportWords(
        "BibTeX",
        "Papers for LaTeX and reference managers: of each paper, an edition and the whole series. "
        "That of a session and a person is made on its page. The keys never change.",
        "BibTeX",
    ),
    "calendar": ExportWords(
        "Calendars",
        "The programme for calendar apps: of editions, days, sessions, rooms, tracks and people "
        "with a role in it.",
        "iCalendar, RFC 5545 and RFC 7986",
    ),
    "changes-feed": ExportWords(
        "Changes of the programme",
        "What changed in the programme of an edition since it was published, as an Atom feed.",
        "RFC 4287",
    ),
    "citation-file": ExportWords(
        "CITATION.cff",
        "How to cite the data of an edition, for GitHub, Zenodo and reference managers.",
        "Citation File Format",
    ),
    "conference-json": ExportWords(
        "Conference as JSON",
        "Everything about an edition: papers, sessions with their slots, awards, dates, rooms, "
        "people, sponsors, deadlines, announcements and changes. Its JSON Schema is "
        "data/conference.schema.json.",
        "JSON, RFC 8259",
    ),
    "crossref": ExportWords(
        "Crossref deposit",
        "What a publisher deposits at Crossref to register the DOIs of an edition's papers.",
        "Crossref’s deposit schema",
    ),
    "csl-json": ExportWords(
        "CSL-JSON",
        "Papers for citeproc, pandoc and Zotero: of an edition and the whole series. "
        "That of a paper, a session and a person is made on its page.",
        "CSL-JSON",
    ),
    "csv": ExportWords(
        "CSV",
        "Tables of papers, sessions and authors for spreadsheets. A cell that a spreadsheet would "
        "run has a ' before it.",
        "CSV, RFC 4180",
    ),
    "host-files": ExportWords(
        "Headers and redirects",
        "What hosts that read `_headers` and `_redirects` do: security, caching, moved addresses.",
    ),
    "llms": ExportWords(
        "llms.txt",
        "The ways into the site for language models (llmstxt.org).",
        "llms.txt",
    ),
    "llms-full": ExportWords(
        "llms-full.txt",
        "Every session and every paper with its abstract in one Markdown file.",
        "llms.txt",
    ),
    "markdown": ExportWords(
        "Markdown",
        "Beside a page its Markdown version: add index.md to its address. "
        "Who wrote one paper and did nothing else is in authors/index.md.",
        "CommonMark",
    ),
    "now-json": ExportWords(
        "What is on",
        "When and where each session of an edition takes place, in short.",
    ),
    "opensearch": ExportWords(
        "OpenSearch",
        "The search of this site for the address bar of a browser.",
        "OpenSearch 1.1",
    ),
    "programme": ExportWords(
        "Programme in brief",
        "Sessions, talks and papers of an edition with times, rooms and names: what the page of a "
        "reader’s own programme loads.",
        "JSON, RFC 8259",
    ),
    "ris": ExportWords(
        "RIS",
        "Papers for EndNote, Zotero and Mendeley: of an edition and the whole series. "
        "That of a paper, a session and a person is made on its page.",
        "RIS",
    ),
    "robots": ExportWords(
        "robots.txt",
        "Everybody may read everything.",
        "RFC 9309",
    ),
    "schedule-json": ExportWords(
        "Schedule as JSON",
        "The programme of an edition for conference apps, in the format of frab.",
        "The schema of voc/schedule",
    ),
    "schedule-xml": ExportWords(
        "Schedule as XML",
        "The programme of an edition for conference apps, in the format of frab.",
        "The schema of voc/schedule",
    ),
    "schema": ExportWords(
        "JSON Schemas",
        "What stands in conference.json and authors.json, for validators and code generators.",
        "JSON Schema 2020-12",
    ),
    "search-index": ExportWords(
        "Search index",
        "What the search of this site looks into. Its form may change with every release.",
    ),
    "share-card": ExportWords(
        "Cards",
        "The picture of a page for those who share it, 1200 by 630 pixels.",
        "The Open Graph protocol",
    ),
    "single-file": ExportWords(
        "Single file",
        "A whole edition in one HTML file, for an e-mail, a USB stick or an archive.",
    ),
    "sitemap": ExportWords(
        "Sitemap",
        "The addresses of all pages, for search engines.",
        "Sitemaps",
    ),
    "web-manifest": ExportWords(
        "Web app manifest",
        "Name, colours and icons of the site for those who put it on the first screen of a phone.",
        "Web Application Manifest",
    ),
}


@dataclass(frozen=True, slots=True)
class ProgramWords:
    """What `llms.txt` says of each file that it leads to."""

    as_json: str = "{title} as JSON"
    as_json_holds: str = "papers, sessions, awards"
    all_papers: str = "All papers as BibTeX"
    everything: str = "Everything in one file"
    everything_holds: str = "every session and every abstract"
    people: str = "People as JSON"
    people_hold: str = "everybody with their papers"
    authors_hold: str = "everybody who has a page"
