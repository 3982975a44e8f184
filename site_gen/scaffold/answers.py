"""What an organiser answered of a new project: said by options, or asked for on a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from site_gen.conference.scalars import read_day, read_id, read_line, read_time_zone
from site_gen.content.paths import NOT_EDITIONS
from site_gen.kinds import KINDS
from site_gen.problems import ExitStatus, Stop, printable
from site_gen.site import series_names
from site_gen.values import dataclass

Ask = Callable[[str, str], str]
"""Asks a person: the question, and what Enter alone would answer → the answer."""

PATIENCE = 3  # wrong answers to one question


@dataclass(frozen=True, slots=True)
class Answers:
    """What the command line said, as written; None where it said nothing.

    Without an `edition` that is the year of the first day.
    """

    title: str | None = None
    first_day: str | None = None
    time_zone: str | None = None
    edition: str | None = None
    example: bool = True


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """A new project. `title` is that of the edition, `series` that of all editions."""

    series: str
    title: str
    first_day: date
    time_zone: str
    edition: str


@dataclass(frozen=True, slots=True)
class _Question:
    """A question; nothing is proposed, for a proposal is soon taken for a fact."""

    option: str
    words: str
    example: str
    read: Callable[[str], object]


def settings_of(answers: Answers, ask: Ask | None) -> ProjectSettings:
    """The settings that the answers make, with what was missing asked for.

    Raises Stop, telling all of it, where something is wrong, or missing and there is nobody to ask.
    """
    written = {"--title": answers.title, "--first-day": answers.first_day, "--time-zone": answers.time_zone}
    _refuse_wrong(written, answers.edition)
    missing = [question for question in _QUESTIONS if written[question.option] is None]
    if missing and ask is None:
        what = f"a new project needs {', '.join(question.option for question in missing)}"
        hint = " ".join(f"{question.option} '{question.example}'" for question in missing)
        raise Stop(ExitStatus.USAGE, what, f"for instance {hint}")
    for question in missing:
        assert ask
        written[question.option] = _answer(question, ask)
    title, day, zone = (written[question.option] or "" for question in _QUESTIONS)
    first_day = read_day(day.strip())
    edition = answers.edition or str(first_day.year)
    series, whole = _titles(_read_title(title), edition)
    return ProjectSettings(series, whole, first_day, read_time_zone(zone), edition)


def _refuse_wrong(written: dict[str, str | None], edition: str | None) -> None:
    wrong = [
        f"{question.option}: {mistake}"
        for question in _QUESTIONS
        if (value := written[question.option]) is not None and (mistake := _mistake(question.read, value))
    ]
    if edition is not None and (mistake := _mistake(_read_edition, edition)):
        wrong.append(f"--edition: {mistake}")
    if wrong:
        raise Stop(ExitStatus.USAGE, "; ".join(wrong))


def _mistake(read: Callable[[str], object], value: str) -> str:
    """What is wrong with a value; empty for a right one."""
    try:
        read(value)
    except ValueError as error:
        return str(error)
    return ""


def _answer(question: _Question, ask: Ask) -> str:
    mistake = ""
    for _ in range(PATIENCE):
        answer = ask(_asked(question, mistake), "").strip()
        mistake = _mistake(question.read, answer)
        if not mistake:
            return answer
    raise Stop(ExitStatus.USAGE, f"{question.option}: {mistake}")


def _asked(question: _Question, mistake: str) -> str:
    """The words of a question; after a wrong answer with what was wrong."""
    if not mistake:
        return question.words
    end = "" if mistake.endswith("?") else "."
    return f"{mistake[0].upper()}{mistake[1:]}{end} {question.words}"


def _read_title(text: str) -> str:
    title = read_line(text)
    if printable(title) != title:
        raise ValueError("a title holds no control characters and none that turn the direction of text")
    return title


def _read_edition(text: str) -> str:
    if read_id(text) in NOT_EDITIONS | series_names(KINDS):
        raise ValueError(f"'{text}' is an address of its own; an edition is named as 2027")
    return text


def _titles(title: str, edition: str) -> tuple[str, str]:
    """The titles of the series and of the edition: "Conf 2027" is the 2027 edition of "Conf"."""
    found = re.fullmatch(rf"(.*[^\s,:–-])[\s,:–-]+{re.escape(edition)}", title)
    if found:
        return found[1], title
    return title, f"{title} {edition}"


_QUESTIONS = (
    _Question("--title", "What is the title of the conference?", "Example Conference", _read_title),
    _Question("--first-day", "Which is its first day (as 2027-05-03)?", "2027-05-03", read_day),
    _Question("--time-zone", "In which time zone is it (as Europe/Berlin)?", "Europe/Berlin", read_time_zone),
)
