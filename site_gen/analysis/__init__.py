"""What texts have in common, by counting their words: related texts, and of what they speak.

It knows texts and numbers, nothing of conferences. Whole numbers throughout: the same texts give the same
answers on every machine.
"""

from site_gen.analysis.clusters import Cluster, clusters
from site_gen.analysis.corpus import (
    Corpus,
    Counted,
    Profile,
    Words,
    compare,
    count,
    forms_of,
    read,
    words_of,
)
from site_gen.analysis.discs import DOT, Disc, Point, arranged
from site_gen.analysis.forms import shown_by
from site_gen.analysis.reading import Text, topics
from site_gen.analysis.relations import Held, Holders, Relation, likeness, relations
from site_gen.analysis.subjects import mentions, subjects

__all__ = [
    "DOT", "Cluster", "Corpus", "Counted", "Disc", "Held", "Holders", "Point", "Profile", "Relation", "Text",
    "Words",
    "arranged", "clusters", "compare", "count", "forms_of", "likeness", "mentions",
    "read", "relations", "shown_by", "subjects", "topics", "words_of",
]  # fmt: skip
