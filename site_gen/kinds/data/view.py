"""`/data/`: every file for programs, with its address, its format, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from site_gen.cards.links_if_present import links_if_present
from site_gen.cards.parts import Named, OutLink
from site_gen.locale import Forms as Plural
from site_gen.locale.exports import ExportWords
from site_gen.site import About, Export, File, Forms, PostBuildExport, PostBuildFile, Site
from site_gen.site.exports import words_of
from site_gen.site.subjects import ChairsOf, DataPage, LabelsOf
from site_gen.values import dataclass

_ALONE = Plural("{number}")  # of a kind without a noun


@dataclass(frozen=True, slots=True)
class Beside:
    """Files that lie beside pages of one kind: how many, and the form of their addresses."""

    count: str
    form: str


@dataclass(frozen=True, slots=True)
class Format:
    """An export. What it does not say of itself is empty; `files` are those that stand alone."""

    id: str
    title: str
    description: str
    media_type: str
    specification: OutLink | None
    files: tuple[Named, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """All exports of the site, in the order of their register; `labels` are pages of poster labels."""

    about: About
    formats: tuple[Format, ...]
    has_paper_files: bool
    labels: tuple[Named, ...]
    chairs: tuple[Named, ...]


def _view(site: Site, _subject: DataPage) -> DataView:
    files: dict[str, list[File | PostBuildFile]] = {}
    post_build = (file for file in site.post_build_files if file.export.is_listed)
    listed: tuple[File | PostBuildFile, ...] = (*site.files, *post_build)
    for file in listed:
        files.setdefault(file.export.name, []).append(file)
    titles = {id_: each.conference.title for id_, each in site.catalogue.editions.items()}
    return DataView(
        about=About(
            site.locale.words.data,
            site.locale.words.phrases.data_of.format(title=site.catalogue.series.title),
        ),
        formats=tuple(_format(site, found[0].export, found) for found in files.values()),
        has_paper_files=bool(site.paper_files),
        labels=links_if_present(site, {LabelsOf(id_): title for id_, title in titles.items()}),
        chairs=links_if_present(site, {ChairsOf(id_): title for id_, title in titles.items()}),
    )


def _format(site: Site, export: Export | PostBuildExport, files: Sequence[File | PostBuildFile]) -> Format:
    words = words_of(export, site.locale)
    return Format(
        id=export.name,
        title=words.title,
        description=words.description,
        media_type=export.media_type,
        specification=_specification(export, words),
        files=tuple(Named(file.route, file.route) for file in files if not _is_beside(site, file)),
        beside=tuple(_beside(site, files)),
    )


def _specification(export: Export | PostBuildExport, words: ExportWords) -> OutLink | None:
    if not export.specification:
        return None
    return OutLink("website", words.specification or export.specification, export.specification)


def _is_beside(site: Site, file: File | PostBuildFile) -> bool:
    return file.subject in site.routes and site.kind_of(file.subject).is_one_of_many


def _beside(site: Site, files: Sequence[File | PostBuildFile]) -> Iterator[Beside]:
    """Those of each kind of page, in the order in which the export names them."""
    kinds: dict[str, list[File | PostBuildFile]] = {}
    for file in files:
        if _is_beside(site, file):
            kinds.setdefault(site.kind_of(file.subject).name, []).append(file)
    for kind, found in kinds.items():
        count = site.locale.counted(site.locale.words.nouns.get(kind, _ALONE), len(found))
        yield Beside(count, _form(kind, found[0]))


def _form(kind: str, file: File | PostBuildFile) -> str:
    """The address of a file with words for its edition and entity: "<edition>/papers/<paper>/…"."""
    *edition, entity = (str(getattr(file.subject, field.name)) for field in fields(file.subject))
    words = {entity: f"<{kind}>"} | dict.fromkeys(edition, "<edition>")
    *folders, name = file.route.split("/")
    stem, dot, ending = name.partition(".")
    return "/".join(
        [*(words.get(folder, folder) for folder in folders), words.get(stem, stem) + dot + ending]
    )


FORMS = Forms(_view)
