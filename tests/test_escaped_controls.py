"""Control characters that a document holds as escapes: none enters content, whatever the format."""

from __future__ import annotations

import pytest

from site_gen.ingest.reading.texts.controls import without_escaped_controls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"title": "Owls\\u009f and \\u0007 Mice"}', '{"title": "Owls\\u0020 and \\u0020 Mice"}'),
        (r'{"path": "C:\\u0007", "e": "\u00e9\u0085"}', r'{"path": "C:\\u0007", "e": "\u00e9\u0085"}'),
        ("<title>Owls&#146; Mice&#x90;</title>", "<title>Owls’ Mice </title>"),
        ("<p>&#233; &#8217; &#160; &#x9Fa;</p>", "<p>&#233; &#8217; &#160; &#x9Fa;</p>"),
    ],
)
def test_escapes_are_what_a_reader_can_show(text: str, expected: str) -> None:
    assert without_escaped_controls(text) == expected
