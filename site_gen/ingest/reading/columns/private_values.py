"""What is not for the public: told by the name of its column, counted by kind, never kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from site_gen.conference.scalars import read_paragraphs
from site_gen.ingest.reading.columns.translated_words import PRIVATE
from site_gen.ingest.reading.texts.recurring import recurring
from site_gen.ingest.records import OTHER_COLUMNS, Fact
from site_gen.problems import Place
from site_gen.text import squeeze

EMAIL = "email"
ADDRESS_TAKEN_OUT = "[email address]"  # stands in running text where one was
_LONGEST_NAME = 40  # characters of the name of a column as it is told

REMARK = "remark"
_KINDS: tuple[tuple[str, str], ...] = (
    (r"e ?mails?|mail|courriel|correo", EMAIL),
    (r"phones?|telephone|mobile|fax|telefon\w*|tel|handy|movil|celular", "phone"),
    (
        r"conflicts?|conflicttype|coi|collaborators|domains|interessenkonflikte?|confli[tc]t?[oi]?s?",
        "conflict",
    ),
    (
        r"scores?|ratings?|overall merit|ove ?mer|rev ?exp|merit|confidence|average|avg|mean|median|variance"
        r"|points|rank|ranking|expertise|novelty|grade|priority|bewertung\w*|punkte|punktzahl|mittelwert|durchschnitt"
        r"|moyenne|puntuacion|puntaje|promedio|punteggio|pontuacao|nota|notas",
        "score",
    ),
    (
        r"reviews?|reviewers?|reviewed|metareviews?|meta|rebuttal|responses?|discussion|bids?|assigned"
        r"|recommendation|justification|shepherd|lead|manager|completed|gutachten|gutachter\w*"
        r"|evaluat\w*|evaluacion\w*|avis|relecteurs?|revisor\w*",
        "review",
    ),
    (
        r"remarks?|notes?|comments?|kommentare?|bemerkung\w*|anmerkung\w*|notiz\w*|interne?s?|commentaires?"
        r"|remarques?|comentarios?|observac\w*|osservazioni|commenti?",
        REMARK,
    ),
    (r"decisions?|status|outcome|notified|accepted|acceptance|deleted|withdrawn|withdrawal", "decision"),
    (r"country|countries|region|nationality|land|pays|pais|paese", "country"),
    (
        r"contacts?|corresponding|iscontact|person|account|username|user|authorids?|submitter|kontakt\w*|ansprechpartner\w*|contacto|contatto|contato",
        "contact",
    ),
    (r"tags?", "tag"),
    (
        r"gender|birth|address|street|city|zip|passport|visa|dietary|diet|age|student|pronouns"
        r"|geschlecht|adresse|anschrift|strasse|plz|direccion|indirizzo|endereco|sexe|sexo|genero|edad|alter|dieta",
        "personal detail",
    ),
)
_KIND = re.compile(
    "|".join(
        rf"(?P<k{index}>\b(?:{words})\b|{PRIVATE.get(kind, '(?!)')})"
        for index, (words, kind) in enumerate(_KINDS)
    )
)
# Each run of letters is tried once, from its beginning: the time grows with the length of the text.
_ADDRESS = re.compile(
    r"(?:mailto:)?(?:\{[^{}@\n]{1,300}\}|\"[^\"@\n]{1,64}\"|(?<![\w.+'%-])[\w.+'%-]+)"
    r"\s?[@＠]\s?(?P<host>(?:[\w-]{1,63}\.)+)(?P<end>[^\W\d_]{2,63}|xn--[\w-]{1,63})",
    re.IGNORECASE,
)
_BEFORE_HOST = re.compile(r"[@＠]\s?[\w-]{1,63}\.")
GAP = "\x00"  # stands where an address was, until the text is split into names
_AROUND = re.compile(r"[<(\[]\s*(\x00?)\s*[>)\]]")  # brackets that held nothing else


@recurring
def kind_of_column(name: str) -> str:
    """The kind of private value that a column of this name holds; OTHER_COLUMNS where none is known."""
    match = _KIND.search(name)
    return _KINDS[int(str(match.lastgroup)[1:])][1] if match and match.lastgroup else OTHER_COLUMNS


class PrivateValues:
    """Counts what is left out of one document, by kind."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self._are_others_private = False

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each kind was met, the kinds in alphabetical order, rows last."""
        return dict(
            sorted(
                ((kind, number) for kind, number in self._counts.items() if number),
                key=lambda item: (item[0].endswith(" rows"), item[0]),
            )
        )

    @property
    def not_taken(self) -> Mapping[str, int]:
        """How often each column or field was filled that is public but has no place here, by its own name."""
        return {name: number for name, number in self._left.items() if number > 0}

    def others_are_private(self) -> None:
        """From now on a column of an unknown kind is private: organisers ask authors for anything there."""
        self._are_others_private = True

    def count(self, kind: str, number: int = 1) -> None:
        """Note that values of this kind are left out."""
        self._counts[kind] += number

    def leave(self, name: str, number: int = 1) -> None:
        """Note that values of a column or field are left out which is of no known kind."""
        shown = squeeze(name) or "a column without a name"
        shown = shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME - 1].rstrip()}…"
        (self._counts if self._are_others_private else self._left)[shown] += number

    def pass_over(self, name: str, number: int) -> None:
        """Note that rows or the like are left out which hold nothing private, whoever exported them."""
        self._left[name] += number

    def cell(self, kind: str, name: str, text: str) -> None:
        """Note that a cell of a column is left out: as what it holds, and the addresses in it."""
        addresses = count_addresses(text)
        self.count(EMAIL, addresses)
        if not text.strip() or (addresses and kind in (EMAIL, OTHER_COLUMNS, "contact")):
            return
        if kind == OTHER_COLUMNS:
            self.leave(self.without_addresses(name))
        else:
            self.count(kind)

    def without_addresses(self, text: str, instead: str = "") -> str:
        """A text without the email addresses in it, which are counted."""
        found = count_addresses(text)
        if not found:
            return text
        self.count(EMAIL, found)
        return _AROUND.sub(lambda match: match[1] or "", without_addresses(text, instead))

    def line(self, text: str, place: Place) -> Fact[str] | None:
        """A text on one line; None where there is none."""
        line = squeeze(self.without_addresses(text, ADDRESS_TAKEN_OUT))
        return Fact(line, place) if line else None

    def paragraphs(self, text: str, place: Place) -> Fact[str] | None:
        """A running text; None where there is none."""
        running = read_paragraphs(self.without_addresses(text, ADDRESS_TAKEN_OUT))
        return Fact(running, place) if running else None


def without_addresses(text: str, instead: str = ADDRESS_TAKEN_OUT) -> str:
    """A text with something else in place of its email addresses."""
    if not _may_hold_address(text):
        return text
    return _ADDRESS.sub(lambda match: instead if _is_address(match) else match[0], text)


def count_addresses(text: str) -> int:
    """How many email addresses a text holds."""
    if not _may_hold_address(text):
        return 0
    return sum(_is_address(match) for match in _ADDRESS.finditer(text))


def _may_hold_address(text: str) -> bool:
    """Whether any sign in a text stands before a host: in BibTeX there are many, and most before entries."""
    return ("@" in text or "＠" in text) and _BEFORE_HOST.search(text) is not None


def _is_address(match: re.Match[str]) -> bool:
    """Whether it is an address, not the end of one sentence before the next ("P@k.We find")."""
    host, end = match["host"][:-1], match["end"]
    has_letter = any(character.isalpha() for character in host)
    return has_letter and not (len(host) == 1 and end.istitle())
