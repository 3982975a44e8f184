"""Values of objects as the cells of a table hold them: people with their institutions, lists, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from site_gen.ingest.reading.columns.column_names import FIELDS
from site_gen.ingest.reading.columns.columns import Columns, column_name, columns_of
from site_gen.ingest.reading.objects.placed_json import Json, plain_text

_INSIDE = ("value", "en", "name", "title", "text", "label", "public_name", "full_name", "literal")
_PARTICLE = re.compile(r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu)\s?){1,3}")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")
_OF_NAME = ("first", "last", "authors", "affiliation")
_ID = re.compile(r"(?:^|[a-z_-])(?:id|key|code|guid|uuid|slug|order|position|index|sequence)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?!id\b)[a-z]{2}(?:[-_][A-Za-z]{2,10})?")
_NAME = re.compile(r"[^\W\d_]")
# Between people of two institutions, in a text that should be one of a list: "Ann Lee (MIT), Cy Roe (ETH)".
_BEHIND_PLACE = re.compile(r"(?<=\)),\s+(?:and\s+)?(?=[^\W\d_])")
_WORD = re.compile(r"[A-Z][a-z]+")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*|\d+")


def cell_text(value: Json) -> str:
    """A value as a cell: a list with semicolons, of an object the text that it is all about."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text for each in value if (text := cell_text(each)))
    if isinstance(value, dict):
        found = next((text for key in _INSIDE if key in value and (text := cell_text(value[key]))), "")
        return found or _in_a_language(value)
    return plain_text(value)


def _in_a_language(value: Mapping[str, Json]) -> str:
    """The first text of an object that tells one in other languages than English: {"de": "Saal 1"}."""
    if not all(_LANGUAGE.fullmatch(key) and isinstance(text, str) for key, text in value.items()):
        return ""
    return next(filter(None, map(plain_text, value.values())), "")


def are_ids(values: Iterable[Json]) -> bool:
    """Whether half of what is said of people or more is ids of those who stand elsewhere."""
    texts = [plain_text(each) for value in values for each in (value if isinstance(value, list) else [value])]
    said = [text for text in texts if text]
    return 2 * sum(bool(_SLUG.fullmatch(text)) for text in said) >= len(said)


def people_text(value: Json, may_be_ids: bool = True) -> str:
    """People as a cell: "Ann Lee (MIT); Bob Roe". Ids of people who stand elsewhere are no names: empty."""
    if isinstance(value, list):
        names = [_person(each, may_be_ids) for each in value]
        if any(not name for name in names):
            return ""
        return "".join(f"{name}; " for name in names).strip()
    if isinstance(value, dict):
        return _person(value)
    text = plain_text(value)
    return "" if may_be_ids and _SLUG.fullmatch(text) else text


def _person(value: Json, may_be_id: bool = True) -> str:
    """One person of a list: a text, or an object with a name in one part or in two.

    A text with several institutions is several, each parted from the next.
    """
    if not isinstance(value, dict):
        text = plain_text(value)
        is_id = may_be_id and _SLUG.fullmatch(text)
        return "" if is_id or not _NAME.search(text) else _BEHIND_PLACE.sub("; ", text)
    return _told(_with_name(value))


def _told(value: Mapping[str, Json]) -> str:
    """A person by what their keys say: the name, with institution and ORCID behind it."""
    columns = _columns_of_person(tuple(value))

    def part(field: str) -> str:
        indices = columns.of_field.get(field, ())
        return next((text for index in indices if (text := cell_text(list(value.values())[index]))), "")

    given, family = part("first"), part("last")
    given = given or (plain_text(value.get("name")) if family else "")  # {"name": "Ann", "surname": "Lee"}
    if given and family:
        texts = [cell_text(each).strip() for key, each in value.items() if not _is_middle(key)]
        middle = [cell_text(each).strip() for key, each in value.items() if _is_middle(key)]
        given = " ".join(each for each in (given, *middle) if each)
        # Whatever its key is called, "van" is a particle and "Jr." a suffix.
        family = " ".join([*(each for each in texts if _PARTICLE.fullmatch(each)), family])
        family = ", ".join([family, *(each for each in texts if _SUFFIX.fullmatch(each))])
    rest = [value[key] for key in (list(value)[index] for index in columns.others)]
    if bool(given) != bool(family) and any(isinstance(each, str) and _WORD.fullmatch(each) for each in rest):
        return ""  # the other half of the name stands under a key that is not known
    if given == family:  # a form asked for both
        given = ""
    # "Sanchez Carmona, Vicente Ivan" would be two people where their institution stands behind.
    both = f"{given} {family}" if " " in given and " " in family else f"{family}, {given}"
    name = both if given and family else part("authors") or family or given or _named(value)
    institution = re.sub(r"[()]", " ", part("affiliation")).replace(";", ",")
    orcid = next((cell_text(each) for key, each in value.items() if column_name(key).startswith("orcid")), "")
    behind = " ".join(f"({each})" for each in (" ".join(institution.split()), orcid.strip()) if each)
    return f"{name} {behind}" if name and behind else name


def _with_name(person: Mapping[str, Json]) -> Mapping[str, Json]:
    """A person with the parts of a name that is an object itself: {"name": {"given": "Ann"}}."""
    name = person.get("name")
    return {**name, **{k: v for k, v in person.items() if k != "name"}} if isinstance(name, dict) else person


@lru_cache(maxsize=256)  # most people of a document have the same keys
def _columns_of_person(keys: tuple[str, ...]) -> Columns:
    return columns_of(keys, {}, FIELDS)


def _is_middle(key: str) -> bool:
    """Whether a key is that of what stands between given and family name: "middleName", "mi"."""
    return column_name(key).startswith("middle") or key.lower() == "mi"


def details_of_people(value: Json) -> dict[str, str]:
    """What objects of people say besides their names and institutions, by the names of the keys."""
    people = [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]
    details: dict[str, str] = {}
    for person in map(_with_name, people):
        columns = _columns_of_person(tuple(person))
        named = {index for field in _OF_NAME for index in columns.of_field.get(field, ())}
        for index, (key, held) in enumerate(person.items()):
            text = cell_text(held)
            is_part = _is_middle(key) or _PARTICLE.fullmatch(text) or _SUFFIX.fullmatch(text)
            if text and index not in named and not is_part and key not in _INSIDE and not _ID.search(key):
                details.setdefault(key, text)
    return details


def _named(value: Mapping[str, Json]) -> str:
    return next((text for key in _INSIDE if (text := plain_text(value.get(key)))), "")


def is_scalar_list(value: Json) -> bool:
    """Whether a value is a list of texts."""
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def scalars(values: Sequence[Json]) -> list[str]:
    """The texts of a list."""
    return [text for each in values if (text := plain_text(each).strip())]
