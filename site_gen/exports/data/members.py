"""Members of a JSON document that are fields of the model: their values, and what a schema says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date, time
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from site_gen.conference import Link
from site_gen.conference.identifiers import Doi, Isbn, Issn, Orcid
from site_gen.conference.page_ranges import PageRange
from site_gen.conference.scalars import Language, Licence, Url
from site_gen.exports.data.schema_parts import (
    CLOCK,
    DAY,
    LINKS,
    NUMBER,
    TEXT,
    form,
    list_of,
    object_of,
    one_of,
    or_null,
    text,
)
from site_gen.markup import safe_url
from site_gen.text.json_text import Json
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class Members:
    """What a document says of an entity: its `names` in their order.

    They are fields of the entity, and their schemas those of the fields' types. `own` has the schemas of
    those that are no fields, or of which more is to be said; one of other entities is made when it is asked
    for. `maybe` are those that are only there if given.
    """

    about: str
    entity: type
    names: Sequence[str]
    own: Mapping[str, Json | Callable[[], Json]] = field(default_factory=dict)
    maybe: Sequence[str] = ()

    def of(self, entity: object, **own: Json) -> dict[str, Json]:
        """The members of an entity, in their order; what is not known is null."""
        found: dict[str, Json] = {}
        for name in self.names:
            if name in own:
                found[name] = own[name]
            elif name not in self.maybe:
                value = getattr(entity, name)
                found[name] = None if value is None else _form_of(self.entity, name).value(value)
        return found

    @property
    def schemas(self) -> dict[str, Json]:
        """The schema of each member."""
        found: dict[str, Json] = {}
        for name in self.names:
            own = self.own.get(name) or _form_of(self.entity, name).schema
            found[name] = own() if callable(own) else own
        return found

    @property
    def schema(self) -> dict[str, Json]:
        """The schema of such an object."""
        schemas = self.schemas
        maybe = {name: schemas.pop(name) for name in self.maybe}
        return object_of(self.about, schemas, maybe)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the values of a type stand in JSON."""

    schema: dict[str, Json]
    value: Callable[[Any], Json]


def _as_it_is(value: Any) -> Json:
    same: Json = value
    return same


def _links(links: Iterable[Link]) -> Json:
    """Those that are safe to follow."""
    safe = ((link, safe_url(link.url)) for link in links)
    return [{"rel": link.rel, "url": url, "title": link.title} for link, url in safe if url]


_FORMS: Mapping[Any, _Form] = {
    str: _Form(TEXT, _as_it_is),
    int: _Form(NUMBER, _as_it_is),
    date: _Form(DAY, date.isoformat),
    time: _Form(CLOCK, lambda clock: f"{clock:%H:%M}"),
    Url: _Form(TEXT, safe_url),
    tuple[Link, ...]: _Form(LINKS, _links),
    Licence: _Form(text("an id of SPDX, or the address of its text"), _as_it_is),
    Language: _Form(text("a tag of BCP 47; null where it is the site's"), _as_it_is),
    Doi: _Form(form(r"^10\.[^A-Z]+/[^A-Z]+$", "a DOI without an address before it, in lower case"), str),
    Orcid: _Form(form(r"^(\d{4}-){3}\d{3}[\dX]$", "an ORCID iD without an address before it"), str),
    Issn: _Form(form(r"^\d{4}-\d{3}[\dX]$", "an ISSN"), str),
    Isbn: _Form(form(r"^(97[89]\d{10}|\d{9}[\dX])$", "an ISBN without hyphens"), str),
    PageRange: _Form(form(r"^\S", "as 12–34 with an en dash, one page, or the number of an article"), str),
}


@cache
def _form_of(entity: type, name: str) -> _Form:
    """The form of a field of an entity."""
    return _form(_types(entity)[name])


@cache
def _types(entity: type) -> Mapping[str, Any]:
    return get_type_hints(entity, include_extras=True)


def _form(kind: Any) -> _Form:
    if kind in _FORMS:
        return _FORMS[kind]
    parts = get_args(kind)
    if NoneType in parts:
        known = _form(next(each for each in parts if each is not NoneType))
        return _Form(or_null(known.schema), known.value)
    if get_origin(kind) is Literal:
        return _Form(one_of(parts), _as_it_is)
    if get_origin(kind) is tuple:
        each = _form(parts[0])
        return _Form(list_of(each.schema), lambda values: [each.value(value) for value in values])
    if get_origin(kind) is Annotated:
        return _form(parts[0])
    raise TypeError(f"a {kind} is no value of JSON")
