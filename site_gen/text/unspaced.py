"""Names in scripts that put the family name first and part nothing by spaces: 王小明, 高橋三郎, 김민지."""

from __future__ import annotations

import re

_UNSPACED = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\\s]+")


def is_unspaced(text: str) -> bool:
    """Whether all of a text, but for spaces, is of Han, Kana or Hangul; not of an empty one."""
    return not text.isascii() and _UNSPACED.fullmatch(text) is not None


def whole_name(given: str, family: str) -> str:
    """A name of two parts as it is printed: "Ann Lee", 王小明."""
    both = f"{given} {family}"
    return f"{family}{given}" if given and family and is_unspaced(both) else both
