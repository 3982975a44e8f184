"""What the sources say of the proceedings of an edition, and of their usual licence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from site_gen.ingest.assemble.precedence import Precedence
from site_gen.ingest.assemble.volumes import Volumes, without_volumes
from site_gen.ingest.records import Fact, ProceedingsRecord, Reading


def assemble_proceedings(
    readings: Sequence[Reading], licence: Fact[str] | None, volumes: Volumes, precedence: Precedence
) -> ProceedingsRecord:
    """Every fact from its best source; without any, `licence` is the one that the papers have."""
    statements = [without_volumes(reading, volumes).facts for reading in readings]
    names = dict.fromkeys(name for each in statements for name in each)
    best: dict[str, Any] = {
        name: precedence.published(each.get(name) for each in statements)[0] for name in names
    }
    return ProceedingsRecord.of({**({"licence": licence} if licence else {}), **best})


def usual_licence(licences: Sequence[Fact[str] | None]) -> Fact[str] | None:
    """The licence of most papers; None where any paper has none, for that one would get it too."""
    known = [fact for fact in licences if fact]
    if not known or len(known) < len(licences):
        return None
    usual, count = Counter(fact.value for fact in known).most_common(1)[0]
    return next(fact for fact in known if fact.value == usual) if 2 * count > len(known) else None
