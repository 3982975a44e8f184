"""What keeps the place of a value that is not known yet, or of none: "TBA", "to be confirmed", "n/a", "–"."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(
    r"\(?(?:"
    r"t\.?\s?b\.?\s?[acdn]\.?|n\.?\s?/\s?a\.?|n\.\s?a\.|k\.\s?a\."
    r"|(?:still |yet )?to be (?:announced|confirmed|decided|determined|defined|assigned|scheduled)\b.{0,40}"
    r"|not (?:available|applicable|assigned|yet (?:known|assigned|announced))"
    r"|[aà] (?:confirmer|d[ée]finir|d[ée]terminer|pr[ée]ciser|annoncer|venir)"
    r"|(?:a|por) (?:confirmar|definir|anunciar|determinar)|da (?:definire|confermare|stabilire|annunciare)"
    r"|(?:wird|werden|steht) (?:noch )?(?:bekannt ?gegeben|mitgeteilt|ergänzt|nicht fest)"
    r"|noch (?:offen|unklar|nicht bekannt)|nog (?:te bepalen|niet bekend)"
    r"|未定|待定|待[确確]定|追って(?:通知|連絡)|추후 ?(?:공지|결정)"
    r"|[\s?–—.-]+"
    r")\)?",
    re.IGNORECASE,
)
_LONGEST = 80  # characters


def is_placeholder(text: str) -> bool:
    """Whether a text says only that there is nothing to say, or not yet."""
    return len(text) < _LONGEST and _PLACEHOLDER.fullmatch(text.strip()) is not None
