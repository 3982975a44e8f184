"""Where a paper stands in its volume: pages from … to, as printed, in one form."""

from __future__ import annotations

import re
from typing import Self

from site_gen.conference.identifiers import Identifier, WrongIdentifier
from site_gen.text import squeeze


class PageRange(Identifier):
    """Pages as "12–34", "xii–xv", "123:1–123:20", "7, 41–43", or the number of an article: "e1234".

    An en dash without spaces stands between first and last; a single page stands alone.
    """

    __slots__ = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """Pages with any dash between them, maybe "pp." before; an end that was cut short is whole.

        A "vol. 2" behind them is said elsewhere too.
        """
        bare = _VOLUME.sub("", _LABEL.sub("", squeeze(text))).rstrip(".;, ")
        article = _ARTICLE.fullmatch(bare)
        if article:
            return cls(f"Article {article[1]}")
        return cls(", ".join(_range(part, text) for part in re.split(r"\s*[,;]\s*", bare)))

    @property
    def first(self) -> str:
        """The first page."""
        return re.split("–|, ", self.text)[0]

    @property
    def last(self) -> str:
        """The last page; of a single one it is the first."""
        return re.split("–|, ", self.text)[-1]

    @property
    def is_article(self) -> bool:
        """Whether it is the number of an article in words, not pages."""
        return self.text.startswith("Article ")

    def joined(self, dash: str) -> str:
        """The pages with another dash, as a format has it."""
        return self.text.replace("–", dash)


_LABEL = re.compile(r"^(?:pp?(?:[.:]\s*|\s+)|pp(?=\d)|pages?(?:[.:]\s*|\s+))", re.IGNORECASE)
_VOLUME = re.compile(r"(?<=\d)[,;\s]\s*vol(?:ume|\.)?\s*\d+$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:article|art\.?)\s*(?:no\.?|number|id|#)?[\s:]*([^\W_]*\d[^\W_]*)", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:-{2,}|[‐-―−~])[-‐-―−]*\s*|\s+-\s+")
_LONGEST = 100  # characters of pages from … to
_PAGE = re.compile(r"(?=.*\d)[^\W_]+(?:[.:/-][^\W_]+)*\+?|[ivxlcdm]+|[IVXLCDM]+")


def _range(part: str, text: str) -> str:
    ends = _ends(part)
    if len(ends) > 2 or len(part) > _LONGEST or not all(map(_PAGE.fullmatch, ends)):
        hint = "write pages as 12–34, or one page as 12; where they are not known take the key away"
        raise WrongIdentifier(f"'{squeeze(text)}' are not pages", hint)
    first, last = ends[0], ends[-1]
    if first.isdecimal() and last.isdecimal() and int(last) < int(first):
        last = first[: max(0, len(first) - len(last))] + last  # "1201–9" is a way to write 1201–1209
        if int(last) <= int(first):
            what = f"the pages '{squeeze(text)}' end before they begin"
            raise WrongIdentifier(what, "write the first page first")
    return first if first == last else f"{first}–{last}"


def _ends(part: str) -> list[str]:
    """The first and the last page; a hyphen parts them too, unless it belongs to their numbers ("A-12")."""
    ends = _DASH.split(part)
    hyphened = part.split("-")
    if len(ends) > 1 or len(hyphened) not in (2, 4):
        return ends
    middle = len(hyphened) // 2
    halves = ["-".join(hyphened[:middle]), "-".join(hyphened[middle:])]
    is_prefix = halves[0].isupper() and not halves[1].isupper()
    return halves if all(map(_PAGE.fullmatch, halves)) and not is_prefix else ends
