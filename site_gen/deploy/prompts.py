"""What the command line does for a deployment: questions, building, checking."""

from __future__ import annotations

from collections.abc import Callable, Collection

from site_gen.problems import ExitStatus, ProblemLog, Stop
from site_gen.publish import Manifest
from site_gen.values import dataclass

NoteVanished = Callable[[Manifest, Manifest, Callable[[str], bool], ProblemLog], None]
"""`check.note_vanished`: reports the addresses of a published site that a build does not have any more."""

Read = Callable[[str], bytes | None]
"""The bytes of a published file; None where it cannot be had."""

NoteSucceeded = Callable[[Collection[str], Read, Read, ProblemLog], None]
"""`check.note_succeeded`: reports the addresses that show somebody or something else than before."""


RedirectRenamed = Callable[[Collection[str], Read, Read], bool]
"""Writes redirects for rooms and tracks that have another name; True where the site must be built again."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What the command line does for a deployment.

    `rebuild` builds the site, if anything changed, for an address or, where that is empty, the one that
    site.yaml names, and says whether that went well; `review` notes the problems of content and of the
    built site; `log` says what is going on. `confirm` puts a question, `ask` one with a proposal that may
    be empty; both are None where nobody can answer.
    """

    rebuild: Callable[[str], bool]
    review: Callable[[], None]
    note_vanished: NoteVanished
    note_succeeded: NoteSucceeded
    log: Callable[[str], None]
    redirect_renamed: RedirectRenamed = lambda _paths, _before, _now: False
    confirm: Callable[[str], bool] | None = None
    ask: Callable[[str, str], str] | None = None

    def require_answers(self) -> None:
        """Raise Stop where nobody can say yes."""
        if self.confirm is None:
            hint = "--yes publishes without asking, --dry-run only lists what would change"
            raise Stop(ExitStatus.USAGE, "deploying asks before it publishes, and there is no terminal", hint)

    def agrees(self, question: str) -> bool:
        """Whether the answer to a question is yes."""
        return self.confirm is not None and self.confirm(question)

    def asked_address(self, proposal: str) -> str:
        """Where the site will live. Raises Stop where nobody says so."""
        example = proposal or "https://conference.example.org/"
        hint = f"--base-url {example}, or in content/site.yaml base_url: {example}"
        answer = self.ask("Where will the site live?", proposal).strip() if self.ask else ""
        if not answer and not (self.ask and proposal):
            raise Stop(ExitStatus.USAGE, "it is not known where the site will live", hint)
        return answer or proposal
