"""Rules over the pages of an organiser's own words: what each is part of."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.conference import ProsePage
from site_gen.problems import Locate, ProblemLog
from site_gen.text.suggestions import suggestion


def validate_prose_pages(
    edition: str, pages: Sequence[ProsePage], locate: Locate, problems: ProblemLog
) -> None:
    """A page is part of one that there is, and that is in a menu itself; edition "" is for the series."""
    known = {page.id: page for page in pages}
    for page in pages:
        if page.part_of is None:
            continue
        place = locate("pages", edition, page.id, "part_of")
        if page.part_of == page.id:
            problems.error("part-of-itself", f"page '{page.id}' is part of itself", place)
        elif (whole := known.get(page.part_of)) is None:
            hint = suggestion(page.part_of, known, f"pages: {', '.join(known)}")
            problems.error("unknown-page", f"no page '{page.part_of}'", place, hint)
        elif whole.part_of:
            what = f"page '{whole.id}' is itself part of '{whole.part_of}'"
            problems.error("part-of-part", what, place, f"`part_of: {whole.part_of}` lists both there")
