"""Names of languages, and their three letters of ISO 639-3, each with its tag."""

from __future__ import annotations

LANGUAGE_NAMES = {
    "american": "en", "brazilian": "pt-BR", "british": "en", "chinese": "zh", "dutch": "nl", "english": "en",
    "french": "fr", "german": "de", "italian": "it", "japanese": "ja", "korean": "ko", "ngerman": "de",
    "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "ukenglish": "en",
    "usenglish": "en",
}  # fmt: skip

# The three letters of ISO 639-3, where the tag has two.
THREE_LETTERS = {
    "ara": "ar", "cat": "ca", "ces": "cs", "cmn": "zh", "dan": "da", "deu": "de", "ell": "el", "eng": "en",
    "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hun": "hu",
    "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl",
    "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "slv": "sl", "spa": "es", "swe": "sv",
    "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip
