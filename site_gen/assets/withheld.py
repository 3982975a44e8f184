"""What may lie in static/ and is never published: hidden files, keys, what editors and systems leave."""

from __future__ import annotations

import re
from collections.abc import Collection

from site_gen.problems import Place, ProblemLog, printable
from site_gen.text import first_of

_PUBLIC = ".well-known"  # RFC 8615
_LEFT_BEHIND = re.compile(
    r"\..*"  # hidden: .env, .git, .htpasswd, .page.swp
    r"|.*~|~\$.*|\#.*\#"  # copies and locks of editors and offices
    r"|.*\.(?:bak|backup|old|orig|rej|save|(?:kate-)?sw[a-p]|tmp|part|crdownload)"
    r"|id_(?:rsa|dsa|ecdsa|ed25519)(?:\.pub)?|.*\.(?:pem|p12|pfx|env)"  # what proves who one is
    r"|cvs|__macosx|thumbs\.db|desktop\.ini",
    re.IGNORECASE | re.DOTALL,
)
_OF_SYSTEMS = re.compile(r"\.DS_Store|\._.*|thumbs\.db|desktop\.ini|\.gitkeep", re.IGNORECASE | re.DOTALL)
_NAMED = 10


def is_withheld(name: str) -> bool:
    """Whether a file or folder of this name is never published."""
    return name != _PUBLIC and _LEFT_BEHIND.fullmatch(name) is not None


def report_withheld(names: Collection[str], problems: ProblemLog) -> None:
    """Say once which files of the project are left out, but for what systems put into every folder."""
    left = sorted(name for name in names if not _OF_SYSTEMS.fullmatch(name.rstrip("/").rpartition("/")[2]))
    if not left:
        return
    what = f"never published: {first_of([printable(name) for name in left], _NAMED)}"
    problems.warning("not-public", what, Place("static"), "take these out of static/")
