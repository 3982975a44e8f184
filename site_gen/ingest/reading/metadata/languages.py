"""Languages as documents tell them: tags as "de", and the names that babel and biblatex have for them."""

from __future__ import annotations

from site_gen.conference.scalars import read_language
from site_gen.ingest.records import Fact
from site_gen.text import squeeze

_NAMES = {
    "american": "en", "brazilian": "pt-BR", "british": "en", "chinese": "zh", "dutch": "nl", "english": "en",
    "french": "fr", "german": "de", "italian": "it", "japanese": "ja", "korean": "ko", "ngerman": "de",
    "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "ukenglish": "en",
    "usenglish": "en",
}  # fmt: skip


# The three letters of ISO 639-3, where the tag has two.
_THREE_LETTERS = {
    "ara": "ar", "cat": "ca", "ces": "cs", "cmn": "zh", "dan": "da", "deu": "de", "ell": "el", "eng": "en",
    "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hun": "hu",
    "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl",
    "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slv": "sl", "spa": "es", "swe": "sv",
    "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip


def language_fact(fact: Fact[str] | None) -> Fact[str] | None:
    """The tag of a language; None where nothing tells one."""
    name = squeeze(fact.value) if fact else ""
    try:
        tag = _NAMES.get(name.lower()) or _THREE_LETTERS.get(name.lower()) or read_language(name)
    except ValueError:
        return None
    return Fact(tag, fact.place) if fact else None
