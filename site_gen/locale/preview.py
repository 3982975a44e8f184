"""The words of the preview: of the bar below a page, of the problems over it, and of its report."""

from __future__ import annotations

from site_gen.locale.plurals import Forms
from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What stands around the problems; their own text is English, as on the command line."""

    count_advice: str = "A source says how many there are, and has another number."
    counts: str = "Counts that disagree"
    cut: str = "Abstracts that are cut"
    cut_advice: str = "Every source breaks off. Write the whole one."
    dismiss: str = "Dismiss"
    doubtful: str = "Doubtful pairs"
    doubtful_advice: str = "Two records that may be one paper, and were not joined."
    draft: str = "Draft: {title}"
    edit: str = "Edit this page: {place}"
    errors: str = "Errors"
    filled: str = "Slots filled by order"
    filled_advice: str = "No source says it, but nothing else fits. Check it."
    filled_slot: str = "{paper} in slot {position} of {session}"
    hint: str = "hint: {hint}"
    in_editor: str = "Open in VS Code"
    missing: str = "Missing"
    missing_advice: str = "No source says it. Write it into the content file."
    missing_part: str = "{part} of {entity}"
    more: str = "and {number} more, in the terminal"
    no_site: str = "No site yet"
    nothing: str = "Nothing is missing or doubtful."
    only_here: str = "Only this preview shows this page."
    report: str = "Report"
    similar: str = "Similar names"
    similar_advice: str = "If these are one person, make one an alias in content/authors.yaml."
    stays: str = "This page stays as it is until that is mended."
    things: Forms = Forms(one="{number} thing to look at.", other="{number} things to look at.")
    to_report: str = "What is missing or doubtful"
    to_site: str = "To the site"
    unbuilt: Forms = Forms(
        one="The site could not be built: {number} problem.",
        other="The site could not be built: {number} problems.",
    )
    waiting: str = "This page becomes the site as soon as a build succeeds."
    warnings: str = "Warnings"
