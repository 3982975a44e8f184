"""Texts that stand where another sort of text belongs, and how often something is repeated."""

from __future__ import annotations

import random

from tests.fuzz.patterns import nearly_matched

FEW, MANY = 3, 2000

STRANGE = (
    "", " ", "~", "null", "true", "no", "0", "-1", "1e999", "NaN", "9" * 400, "0x1F", "1_000", "٣", "①",
    "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2026-05-18T25:61", "1600-02-29T23:59:60Z",
    "2026-05-18T09:00:00+99:00", "99:99", "24:00", "25:00 - 01:00", "12 am", "00:00 p.m.", "Mon 32 Foo",
    "20260518T090000Z", "TZID=Nowhere/Else", "Etc/GMT+99", "UTC+25:00", "P99999999D", "PT-1H",
    "http://[", "https://x.example:99999999/", "//", "mailto:", "javascript:alert(1)", "../../etc", "CON",
    "a/b", "10.1/", "10.1234/" + "x" * 3000, "0000-0000-0000-000X", "978-3", "a@b@c", '"a b"@c.example',
    "<", "</p>", "<!--", "<![CDATA[", "]]>", "<script>", "&#x110000;", "&#xD800;", "&bomb;", "&" * 3000,
    "{", "}", "{" * 3000, "[" * 3000, "(" * 3000, "$" * 3000, "\\" * 3001, "*" * 3000, "`" * 3001,
    "'" * 3001,
    '"', "\u202e\u2066abc", "\ufeff", "\u200b", "\x00", "\x1b[31m", "\x85\u2028\u2029", "é" * 3,
    "e\u0301" * 500,
    "ﷺ" * 500, "🏳️‍🌈", "ß", "İ", "=1+1", "＝1+1", "@x", "#", "%", "%s", "%(x)s", "{{ x }}", "{% x %}",
    ": ", "- ",
    "<<<<<<< HEAD", "=======", ">>>>>>> theirs", "---", "...", "and", "and " * 800, ", " * 1500, "; " * 1500,
    "et al.", "A and B and others", "-", "–" * 300, "word " * 20_000, "x" * 100_000,
    "1 " * 20_000, "a\n" * 2000,
    "\t" * 300, "1-1000000", "1–999999999", "#" * 300, "Room 1-100000", "von der zu " * 300, "A. B. " * 500,
)  # fmt: skip


def strange(choice: random.Random) -> str:
    """One of the strange texts, or one that a pattern of ours nearly matches."""
    return choice.choice(STRANGE) if choice.random() < 0.8 else nearly_matched(choice)


def times(choice: random.Random) -> int:
    """How often something is repeated: mostly a few times, sometimes very often."""
    return choice.choice((2, FEW, FEW, 40, MANY))
