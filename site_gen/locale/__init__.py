"""Every word of the interface, and how its language counts, lists and writes days.

The words are a tree of frozen dataclasses whose defaults are the English ones: so the type checker knows
every word that Python asks for, StrictUndefined every one that a template asks for, and a word that
nobody uses any more is found by its name. Another language is one file, `de.po`: a catalogue of gettext that
gives for the path of a word ("search.field", "nouns.paper") its text, and `translated` makes the tree of it.
In the same way a project overrides single words. Plural rules, names of days and months and lists come from
CLDR.
"""

from site_gen.locale.catalogues import languages
from site_gen.locale.language import ENGLISH, Locale, locale_of
from site_gen.locale.plurals import Forms, Noun
from site_gen.locale.translation import Catalogue, translated
from site_gen.locale.words import Words

__all__ = [
    "ENGLISH", "Catalogue", "Forms", "Locale", "Noun", "Words", "languages", "locale_of", "translated",
]  # fmt: skip
