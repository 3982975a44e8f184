"""Identifiers that others gave: DOI, ORCID, ISSN and ISBN, read as people paste them and kept in one form."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Self
from urllib.parse import quote, unquote

from site_gen.conference.scalars import Written
from site_gen.text import squeeze
from site_gen.values import dataclass


class WrongIdentifier(ValueError):
    """A text is not the identifier that it should be; `hint` says what to do about it."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Identifier:
    """A text in the one form of its kind; `read` makes it of what people write.

    Two are equal where they mean the same. The methods with underscores are pydantic's protocol.
    """

    text: str

    @classmethod
    def read(cls, text: str) -> Self:
        """The identifier that a text holds; raises WrongIdentifier where it holds none."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return Written(cls.read).__get_pydantic_core_schema__(source, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, str]:
        return {"type": "string"}

    def __str__(self) -> str:
        return self.text


class Doi(Identifier):
    """The name of a document as "10.1000/182" (ISO 26324), in lower case, for case means nothing in it."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """A DOI alone, behind "doi:", or as an address of its resolver; punctuation behind it is dropped."""
        bare = _LABEL.sub("", _seen(text).lstrip("<\"'“("))
        address = _RESOLVER.match(bare)
        if address:
            bare = unquote(re.split("[?#]", bare[address.end() :])[0])
        bare = _PARTED.sub(r"10.\1/", bare)
        name = _without_punctuation(re.sub(r"\\(?=[_&%#$])", "", bare))
        if not _DOI.fullmatch(name) or not name.isprintable():
            raise WrongIdentifier(f"'{squeeze(text)}' is not a DOI", _doi_hint(name))
        return cls(name.translate(_ASCII_LOWER))

    @property
    def url(self) -> str:
        """The address that leads to the document."""
        return f"https://doi.org/{quote(self.text)}"


class Orcid(Identifier):
    """The number of a person as "0000-0002-1825-0097", with a check digit of ISO 7064 (11-2) at its end."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """An ORCID iD alone or as its address, with or without hyphens."""
        match = _ORCID.fullmatch(_seen(text))
        if not match:
            hint = "write it as 0000-0002-1825-0097, or as https://orcid.org/0000-0002-1825-0097"
            raise WrongIdentifier(f"'{squeeze(text)}' is not an ORCID iD", hint)
        digits = _bare(match[1])
        total = 0
        for digit in digits[:-1]:
            total = (total + int(digit)) * 2
        _check(digits, (12 - total % 11) % 11, text, "ORCID iD")
        return cls("-".join(digits[start : start + 4] for start in range(0, 16, 4)))

    @property
    def url(self) -> str:
        """The address of the person's record."""
        return f"https://orcid.org/{self.text}"


class Issn(Identifier):
    """The number of a series as "2049-3630" (ISO 3297), with its check digit."""

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """An ISSN alone or behind its name, with or without the hyphen."""
        match = _ISSN.fullmatch(_seen(text))
        if not match:
            raise WrongIdentifier(f"'{squeeze(text)}' is not an ISSN", "write it as 2049-3630")
        digits = _bare(match[1])
        total = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits, strict=False))
        _check(digits, -total % 11, text, "ISSN")
        return cls(f"{digits[:4]}-{digits[4:]}")


class Isbn(Identifier):
    """The number of a book as "9781861972712" or "1861972717" (ISO 2108), with its check digit.

    It is kept without hyphens: where they belong only a table of all publishers tells, and so two
    sources that part it differently say the same. One of ten digits is not turned into one of thirteen.
    """

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """An ISBN of ten or thirteen digits, alone or behind its name, hyphens and spaces as one likes."""
        match = _ISBN.fullmatch(_seen(text))
        digits = _bare(match[1]) if match else ""
        if not re.fullmatch(r"97[89]\d{10}|\d{9}[\dX]", digits):
            hint = "write one ISBN, of 10 or 13 digits, as 978-1-86197-271-2"
            raise WrongIdentifier(f"'{squeeze(text)}' is not an ISBN", hint)
        if len(digits) == 13:
            total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits[:-1]))
            _check(digits, -total % 10, text, "ISBN")
        else:
            total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False))
            _check(digits, -total % 11, text, "ISBN")
        return cls(digits)


_LABEL = re.compile(r"(?:(?:info:|urn:)?doi(?:[\s:/]+|(?=10\.)))?", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:https?://)?(?:(?:www|dx)\.)?doi\.org/+(?:doi:\s*)?", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_PARTED = re.compile(r"^10\. ?([0-9][0-9.]*) ?/ ?")  # as a line broke it
_ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_HYPHEN = "[-\u00ad\u2010-\u2015\u2212 ]?"
_ORCID = re.compile(
    r"[(\[]?(?:orcid(?: id)?[: ]+)?<?(?:(?:https?://)?(?:www\.)?orcid\.org/)?"
    rf"((?:[0-9]{{4}}{_HYPHEN}){{3}}[0-9]{{3}}[0-9X])[/>.)\]]*(?:[?#]\S*)?",
    re.IGNORECASE,
)
_FORM = r"(?: ?\([a-z -]+\))?"  # what follows a number: "(online)"
_ISSN = re.compile(
    rf"(?:[ep]-?)?(?:issn(?:-l)?[: ]*)?([0-9]{{4}}{_HYPHEN}[0-9]{{3}}[0-9X])\.?{_FORM}", re.IGNORECASE
)
_ISBN = re.compile(
    rf"(?:(?:urn:)?isbn(?:[- ]?1[03](?=[: ]))?[: ]*)?"
    rf"([0-9](?:{_HYPHEN}[0-9]){{8,11}}{_HYPHEN}[0-9X])\.?{_FORM}",
    re.IGNORECASE,
)


def _seen(text: str) -> str:
    """A text on one line without what nobody sees of it, as pages put it where a line may break."""
    if not text.isascii():
        text = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return squeeze(text)


def _bare(number: str) -> str:
    return re.sub("[^0-9X]", "", number.upper())


def _check(digits: str, wanted: int, text: str, kind: str) -> None:
    """Raise where the last digit is not the one that follows from the others; 10 is written X."""
    if digits[-1] != ("X" if wanted == 10 else str(wanted)):
        what = f"'{squeeze(text)}' is not an {kind}: its last digit does not fit the others"
        raise WrongIdentifier(what, "one of its digits is wrong; copy it again from where it stands")


def _without_punctuation(name: str) -> str:
    """A DOI without what a sentence puts behind it: marks, and brackets that it does not open."""
    while name:
        opening = _BRACKETS.get(name[-1])
        if name[-1] not in _MARKS and (opening is None or name.count(opening) >= name.count(name[-1])):
            break
        name = name[:-1]
    return name


_MARKS = ".,;:!\"'”’ "
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


def _doi_hint(text: str) -> str:
    within = _DOI.search(text)
    if within:
        return f"is it {_without_punctuation(re.split('[?#]', within[0])[0])}?"
    return "write it as 10.1000/182, or as https://doi.org/10.1000/182"
