"""Prose pages: front matter in YAML between two lines of `---`, then Markdown."""

from __future__ import annotations

from site_gen.content.plain import expand
from site_gen.content.reading import Plain, read_yaml
from site_gen.problems import Place, ProblemLog

_FENCE = "---"


def read_page(text: str, file: str, page_id: str, problems: ProblemLog) -> dict[str, Plain] | None:
    """The keys of a prose page with its Markdown; None for a wrong one, after telling why."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        hint = "begin with a line of ---, then `title: …`, then a line of ---"
        problems.error("front-matter", "the page has no front matter", Place(file, 1), hint)
        return None
    end = next(number for number, line in enumerate(lines) if number and line.strip() == _FENCE)
    # The first fence becomes a comment, so that line numbers hold.
    keys = expand(read_yaml("#\n" + "\n".join(lines[1:end]), file, problems))
    if not isinstance(keys, dict):
        problems.error("front-matter", "the front matter has no keys", Place(file, 1), "add `title: …`")
        return None
    return {"id": page_id, **keys, "markdown": "\n".join(lines[end + 1 :]), "line": str(end + 2)}
