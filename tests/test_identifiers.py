"""Identifiers: every form that people paste is one value; a wrong one is told with a way out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.conference.identifiers import Doi, Identifier, Isbn, Issn, Orcid, WrongIdentifier
from site_gen.conference.page_ranges import PageRange

DOIS = {
    "10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "https://doi.org/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "http://dx.doi.org/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "HTTPS://WWW.DOI.ORG/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "doi.org/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "doi:10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "DOI 10.1145/3292500.3330701.": "10.1145/3292500.3330701",
    "DOI:https://doi.org/10.1145/3292500.3330701;": "10.1145/3292500.3330701",
    "<https://doi.org/10.1145/3292500.3330701>,": "10.1145/3292500.3330701",
    "(doi: 10.1145/3292500.3330701)": "10.1145/3292500.3330701",
    "info:doi/10.1145/3292500.3330701": "10.1145/3292500.3330701",
    "https://doi.org/10.1145%2F3292500.3330701?ref=x#top": "10.1145/3292500.3330701",
    " 10.18653/V1/2024.Owls-1.1\n": "10.18653/v1/2024.owls-1.1",
    "10.1016/S0140-6736(05)67889-6": "10.1016/s0140-6736(05)67889-6",
    "10.1007/978-3-030-58452-8\\_13": "10.1007/978-3-030-58452-8_13",
    "10.1000/x(1)": "10.1000/x(1)",
    "10. 1000 / 182": "10.1000/182",
    "https://doi.org/10.1000/ 182": "10.1000/182",
    "10.1000\u200b/18\u00ad2": "10.1000/182",
    "10.1000.10/123": "10.1000.10/123",
    "10.1000/tr\u00e4um\u00c4": "10.1000/tr\u00e4um\u00c4",
}
ORCIDS = {
    "0000-0002-1825-0097": "0000-0002-1825-0097",
    "https://orcid.org/0000-0002-1825-0097": "0000-0002-1825-0097",
    "http://www.orcid.org/0000-0002-1825-0097/": "0000-0002-1825-0097",
    "orcid.org/0000-0002-1825-0097": "0000-0002-1825-0097",
    "ORCID: 0000-0002-1825-0097": "0000-0002-1825-0097",
    "ORCID iD https://orcid.org/0000-0002-1825-0097": "0000-0002-1825-0097",
    "0000000218250097": "0000-0002-1825-0097",
    "0000 0002 1825 0097": "0000-0002-1825-0097",
    "0000\u20100002\u20101825\u20100097": "0000-0002-1825-0097",
    "0000-0002-1694-233x": "0000-0002-1694-233X",
    "https://orcid.org/0000-0002-1825-0097?lang=en": "0000-0002-1825-0097",
    "(0000-0002-1825-0097)": "0000-0002-1825-0097",
    "0000-0002-1825-\u200b0097": "0000-0002-1825-0097",
}
ISSNS = {
    "2049-3630": "2049-3630",
    "20493630": "2049-3630",
    "ISSN 2049-3630": "2049-3630",
    "e-ISSN: 2434-561x.": "2434-561X",
    "ISSN-L 2049 3630": "2049-3630",
    "ISSN: 2049-3630 (online)": "2049-3630",
}
ISBNS = {
    "978-1-86197-271-2": "9781861972712",
    "978 1 86197 271 2": "9781861972712",
    "9781861972712": "9781861972712",
    "ISBN-13: 978-1-86197-271-2": "9781861972712",
    "ISBN 978-1861972712.": "9781861972712",
    "urn:isbn:9781861972712": "9781861972712",
    "978-1-86197-271-2 (print)": "9781861972712",
    "979-10-90636-07-1": "9791090636071",
    "1-86197-271-7": "1861972717",
    "ISBN-10 0-8044-2957-x": "080442957X",
}
PAGES = {
    "12–34": "12–34",
    "12-34": "12–34",
    "12--34": "12–34",
    "2107-2113 vol.3": "2107–2113",
    "12, Vol. 2": "12",
    "12 – 34": "12–34",
    "12 - 34": "12–34",
    "12—34": "12–34",
    "pp. 12–34": "12–34",
    "pp.12-34.": "12–34",
    "pages 12-34": "12–34",
    "Pages: 12-34": "12–34",
    "p. 7": "7",
    "7": "7",
    "7–7": "7",
    "p7–p9": "p7–p9",
    "1201–9": "1201–1209",
    "123:1–123:20": "123:1–123:20",
    "123:1-123:20": "123:1–123:20",
    "1-1--1-20": "1-1–1-20",
    "1-1-1-20": "1-1–1-20",
    "A-12": "A-12",
    "C-12": "C-12",
    "A-12–A-20": "A-12–A-20",
    "e1234": "e1234",
    "S12-S34": "S12–S34",
    "xii--xv": "xii–xv",
    "iv-12": "iv–12",
    "XII": "XII",
    "7,41--43": "7, 41–43",
    "43+": "43+",
    "Article 45": "Article 45",
    "art. no. e45": "Article e45",
}
ACCEPTED = [
    (kind, text, form)
    for kind, forms in ((Doi, DOIS), (Orcid, ORCIDS), (Issn, ISSNS), (Isbn, ISBNS), (PageRange, PAGES))
    for text, form in forms.items()
]
_DOI_HINT = "write it as 10.1000/182, or as https://doi.org/10.1000/182"
_ORCID_HINT = "write it as 0000-0002-1825-0097, or as https://orcid.org/0000-0002-1825-0097"
_ISBN_HINT = "write one ISBN, of 10 or 13 digits, as 978-1-86197-271-2"
_PAGES_HINT = "write pages as 12–34, or one page as 12; where they are not known take the key away"
_DIGIT = "one of its digits is wrong; copy it again from where it stands"


@pytest.mark.parametrize(("kind", "text", "form"), ACCEPTED)
def test_a_form_that_people_paste_is_kept_in_one_form(kind: type[Identifier], text: str, form: str) -> None:
    assert kind.read(text) == kind(form)
    assert kind.read(form) == kind(form)


@pytest.mark.parametrize(
    ("kind", "text", "what", "hint"),
    [
        (Doi, "", "'' is not a DOI", _DOI_HINT),
        (Doi, "soon", "'soon' is not a DOI", _DOI_HINT),
        (Doi, "10.1000/", "'10.1000/' is not a DOI", _DOI_HINT),
        (Doi, "11.1000/182", "'11.1000/182' is not a DOI", _DOI_HINT),
        (Doi, "10.1000/1 82", "'10.1000/1 82' is not a DOI", "is it 10.1000/1?"),
        (
            Doi,
            "https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true",
            "'https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?download=true' is not a DOI",
            "is it 10.1145/3292500.3330701?",
        ),
        (Orcid, "Ada Bee", "'Ada Bee' is not an ORCID iD", _ORCID_HINT),
        (Orcid, "0000-0002-1825", "'0000-0002-1825' is not an ORCID iD", _ORCID_HINT),
        (
            Orcid,
            "0000-0002-1825-0079",
            "'0000-0002-1825-0079' is not an ORCID iD: its last digit does not fit the others",
            _DIGIT,
        ),
        (Issn, "none yet", "'none yet' is not an ISSN", "write it as 2049-3630"),
        (Issn, "2049-3631", "'2049-3631' is not an ISSN: its last digit does not fit the others", _DIGIT),
        (Isbn, "soon", "'soon' is not an ISBN", _ISBN_HINT),
        (Isbn, "97818619727", "'97818619727' is not an ISBN", _ISBN_HINT),
        (
            Isbn,
            "978-1-86197-271-2, 1-86197-271-7",
            "'978-1-86197-271-2, 1-86197-271-7' is not an ISBN",
            _ISBN_HINT,
        ),
        (Isbn, "9771861972712", "'9771861972712' is not an ISBN", _ISBN_HINT),
        (
            Isbn,
            "978-1-86197-271-3",
            "'978-1-86197-271-3' is not an ISBN: its last digit does not fit the others",
            _DIGIT,
        ),
        (
            Isbn,
            "1-86197-271-8",
            "'1-86197-271-8' is not an ISBN: its last digit does not fit the others",
            _DIGIT,
        ),
        (PageRange, "to appear", "'to appear' are not pages", _PAGES_HINT),
        (PageRange, "12–", "'12–' are not pages", _PAGES_HINT),
        (PageRange, "1–2–3", "'1–2–3' are not pages", _PAGES_HINT),
        (PageRange, "20 pages", "'20 pages' are not pages", _PAGES_HINT),
        (PageRange, "<b>12</b>", "'<b>12</b>' are not pages", _PAGES_HINT),
        (
            PageRange,
            "1,201–1,209",
            "the pages '1,201–1,209' end before they begin",
            "write the first page first",
        ),
        (PageRange, "34–12", "the pages '34–12' end before they begin", "write the first page first"),
    ],
)
def test_what_is_no_identifier_is_refused_with_a_hint(
    kind: type[Identifier], text: str, what: str, hint: str
) -> None:
    with pytest.raises(WrongIdentifier) as refused:
        kind.read(text)
    assert (str(refused.value), refused.value.hint) == (what, hint)


@given(
    st.sampled_from([Doi, Orcid, Issn, Isbn, PageRange]),
    st.sampled_from(["", "10.1000/", "doi:10.1000/", "https://doi.org/10.1000/", "pp. ", "art. ", "ISBN "]),
    st.text("0123456789xXivcAe-–—:., ()<>/\\_+İ²٣%?#\u200b", max_size=24),
)
def test_whatever_is_read_is_read_again_as_it_is(kind: type[Identifier], before: str, text: str) -> None:
    try:
        found = kind.read(before + text)
    except WrongIdentifier as refused:
        assert refused.hint
    else:
        assert kind.read(found.text) == found


def test_identifiers_of_two_kinds_are_never_equal() -> None:
    both: list[Identifier] = [Issn("2049-3630"), PageRange("2049-3630")]
    assert len(set(both)) == 2


def test_the_addresses_of_identifiers() -> None:
    assert Doi.read("10.1000/x(1)").url == "https://doi.org/10.1000/x%281%29"
    assert Orcid.read("0000000218250097").url == "https://orcid.org/0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("12–34", ("12", "34")),
        ("7", ("7", "7")),
        ("7, 41–43", ("7", "43")),
        ("Article 45", ("Article 45", "Article 45")),
    ],
)
def test_the_first_and_the_last_page(text: str, ends: tuple[str, str]) -> None:
    pages = PageRange.read(text)
    assert (pages.first, pages.last) == ends
