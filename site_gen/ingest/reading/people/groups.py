"""What stands where a name may, and tells none: "all", "the organisers", "Q&A", "全員", "予定"."""

from __future__ import annotations

import re

from site_gen.ingest.reading.texts.recurring import recurring

_ALL = (
    r"all(?: of (?:us|you|them))?|every(?:body|one)|alle|jede[rn]?|tous|toutes|tod[oa]s|tutt[ie]"
    r"|iedereen|allen|alla|wszyscy|všichni|все|全員|全员|全體|全体|皆さん|皆様|所有人|大家|모두|전원|전체"
)
_MEMBERS = (
    r"participants?|attendees|delegates|speakers|presenters|authors|panell?ists|organi[sz]ers|(?:co-?)?chairs"
    r"|members|teilnehm(?:er(?:innen)?|enden?)|anwesenden?|referent(?:en|innen)|vortragenden?|mitglieder"
    r"|veranstalter(?:innen)?|organisator(?:en|innen)|intervenants?|orateurs|organisateurs|participantes"
    r"|asistentes|ponentes|organizadores|partecipanti|relatori|organizzatori|deelnemers|sprekers|deltagare"
)
_BODY = (
    r"(?:(?:the|das|die|le|la|el|il|de) )?"
    r"(?:(?:organi[sz]ing|program(?:me)?|scientific|steering|local|conference|workshop) ){0,2}"
    r"(?:committee|team|organisationsteam|organisationskomitee|programmkomitee)"
    r"|(?:le |il |el )?(?:comité|comitê|comitato) (?:d['’]|de |scientifi|cient[ií]fic|organ)\w*"
)
_HAN = (
    r"(?:全(?:員|员|体|體)?)?(?:参加者|參加者|出席者|登壇者|発表者|講演者|与会者|與會者|参会者)"
    r"|참가자|참석자|발표자"
)
_DONE = (  # what takes place then, or is said of it
    r"q ?& ?a|questions?(?: (?:and|&) answers)?|(?:group |general |open )?discussions?|diskussion|fragerunde"
    r"|débat|discusión|discussione|討論|総合討論|質疑(?:応答)?|予定|仮題?|未定|司会|座長|会場|録画|英語|日本語"
    r"|暂定|暫定|主持人?|讨论|提问|中文|英文|사회|좌장|토론"
)
_GROUP = re.compile(rf"(?:{_ALL}|{_DONE}|(?:\S+ ){{0,3}}(?:{_MEMBERS})|{_BODY}|{_HAN})", re.IGNORECASE)
_LONGEST = 60  # characters


@recurring
def names_group(text: str) -> bool:
    """Whether a text tells people by what they are or do, or when, and nobody by name."""
    return len(text) < _LONGEST and _GROUP.fullmatch(text) is not None
